import { parseSync } from "vite";

/** A condition of a check: an operand of && or ||, what an if or ?: asks, what a filter lets through. */
export interface Predicate {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Methods whose callback answers yes or no. */
const asking = new Set(["filter", "find", "findIndex", "findLast", "findLastIndex", "some", "every"]);
/** A predicate on a line after this comment is not weakened: whoever writes it says why that changes nothing. */
const excuse = /\/\/ equivalent: \S/;

/** The predicates of a TypeScript module, innermost operands, by where they stand. `excused` are those with a reason. */
export function findPredicates(
  file: string,
  source: string,
): { readonly predicates: readonly Predicate[]; readonly excused: number } {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found = new Map<number, Predicate>();
  const lines = source.split("\n");
  let excused = 0;

  const add = (node: SyntaxNode) => {
    const line = source.slice(0, node.start).split("\n").length;
    if (excuse.test(lines[line - 2] ?? "") || excuse.test(lines[line - 1] ?? "")) excused++;
    else found.set(node.start, { start: node.start, end: node.end, line, text: source.slice(node.start, node.end) });
  };
  const ask = (value: unknown) => {
    const node = value as SyntaxNode;
    if (node.type === "LogicalExpression" && node["operator"] !== "??") {
      ask(node["left"]);
      ask(node["right"]);
    } else if (node.type === "ParenthesizedExpression") ask(node["expression"]);
    else if (node.type === "BlockStatement") askReturns(node);
    else if (!isConstant(node)) add(node);
  };
  const askReturns = (body: SyntaxNode) => {
    walk(body, (node) => {
      if (node !== body && isFunction(node)) return false;
      if (node.type === "ReturnStatement" && node["argument"]) ask(node["argument"]);
      return true;
    });
  };

  walk(program as unknown as SyntaxNode, (node) => {
    if (node.type === "IfStatement" || node.type === "ConditionalExpression") ask(node["test"]);
    else if (node.type === "CallExpression" && isAsking(node["callee"])) {
      const [callback] = node["arguments"] as SyntaxNode[];
      if (callback && isFunction(callback)) ask(callback["body"]);
    } else if (isFunction(node) && answersYesOrNo(node)) ask(node["body"]);
    return true;
  });
  return { predicates: [...found.values()].sort((one, other) => one.start - other.start), excused };
}

/** The same module, in which `__predicate(n)` may decide in the place of predicate n (undefined: it stands as written). */
export function instrument(source: string, predicates: ReadonlyArray<Predicate & { readonly number: number }>): string {
  // From the end, so that what is inside another has been replaced before; positions before it stay.
  const inserts = predicates.flatMap(({ start, end, number }) => [
    { at: start, text: `(__predicate(${number}) ?? (`, inner: end - start, opens: true },
    { at: end, text: "))", inner: end - start, opens: false },
  ]);
  // Where several begin, the widest opens first; where several end, it closes last.
  inserts.sort((one, other) => {
    if (one.at !== other.at) return one.at - other.at;
    if (one.opens !== other.opens) return one.opens ? 1 : -1;
    return one.opens ? other.inner - one.inner : one.inner - other.inner;
  });
  let out = "";
  let from = 0;
  for (const { at, text } of inserts) {
    out += source.slice(from, at) + text;
    from = at;
  }
  return out + source.slice(from);
}

function walk(node: SyntaxNode, visit: (node: SyntaxNode) => boolean): void {
  if (!visit(node)) return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === "object" && child !== null && typeof (child as SyntaxNode).type === "string")
        walk(child as SyntaxNode, visit);
    }
  }
}

function isFunction({ type }: SyntaxNode): boolean {
  return type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "FunctionDeclaration";
}

function isAsking(callee: unknown): boolean {
  const { type, property } = callee as { type: string; property?: { name?: string } };
  return type === "MemberExpression" && asking.has(property?.name ?? "");
}

function answersYesOrNo(node: SyntaxNode): boolean {
  const annotation = (node["returnType"] as { typeAnnotation?: SyntaxNode } | null | undefined)?.typeAnnotation;
  return annotation?.type === "TSBooleanKeyword" || annotation?.type === "TSTypePredicate";
}

function isConstant({ type }: SyntaxNode): boolean {
  return type === "Literal";
}
