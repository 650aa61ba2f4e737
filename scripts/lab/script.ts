/** One thing that the typist does. */
export type Action =
  /** Types the line when the prompt is back. */
  | { readonly kind: "line"; readonly text: string }
  /** Goes on in that terminal of the page, 1 … ; opens it if it isn't there. */
  | { readonly kind: "terminal"; readonly number: number }
  /** Answers the step's question: with this, or with the last line that was printed. */
  | { readonly kind: "answer"; readonly text: string | undefined }
  /** Presses Ctrl and a letter. */
  | { readonly kind: "key"; readonly letter: string }
  /** Waits until that is printed, in place of the prompt: for a program that keeps the terminal. */
  | { readonly kind: "wait"; readonly text: string }
  /** Waits until the page has had a look at the machine, as it has at a person's pace: for what is known only from an earlier look. */
  | { readonly kind: "look" }
  /** Waits for what comes by itself: for this in the text of a file of the guest's. The verdict's time counts from then. */
  | { readonly kind: "reached"; readonly file: string; readonly pattern: RegExp };

export interface Script {
  readonly actions: ReadonlyArray<Action & { readonly line: number }>;
  /** A part of what a wrong attempt must be told. */
  readonly expect: string | undefined;
  /** Wrong attempts that undo a step: the step's own solution is typed first. */
  readonly after: boolean;
  /** What was not understood. */
  readonly problems: ReadonlyArray<{ readonly line: number; readonly what: string }>;
}

const directives =
  "#: hint: TEXT, #: after the solution, #: terminal N, #: answer [TEXT], #: key ctrl-LETTER, #: wait TEXT, #: look, #: reached FILE REGEXP";

/** A line is typed as it is; `#: …` directs the typist. */
export function parseScript(text: string): Script {
  const actions: Array<Action & { line: number }> = [];
  const problems: Array<{ line: number; what: string }> = [];
  let expect: string | undefined;
  let after = false;
  for (const [index, content] of text.split("\n").entries()) {
    const line = index + 1;
    if (content.trim() === "") continue;
    if (!content.startsWith("#:")) {
      actions.push({ kind: "line", text: content, line });
      continue;
    }
    const directive = content.slice(2).trim();
    const match = (pattern: RegExp) => pattern.exec(directive)?.[1]?.trim();
    const hint = match(/^(?:hint|reason):(.+)$/);
    const terminal = match(/^terminal (\d+)$/);
    const letter = match(/^key ctrl-([a-z\\])$/);
    const wait = match(/^wait (.+)$/);
    const reached = /^reached (\/\S+) (.+)$/.exec(directive);
    const pattern = regularExpression(reached?.[2]);
    if (hint !== undefined) expect ??= hint;
    else if (directive === "after the solution") after = true;
    else if (terminal !== undefined) actions.push({ kind: "terminal", number: Number(terminal), line });
    else if (letter !== undefined) actions.push({ kind: "key", letter, line });
    else if (directive === "look") actions.push({ kind: "look", line });
    else if (reached?.[1] && pattern) actions.push({ kind: "reached", file: reached[1], pattern, line });
    else if (wait !== undefined) actions.push({ kind: "wait", text: wait, line });
    else if (/^answer\b/.test(directive)) actions.push({ kind: "answer", text: match(/^answer (.+)$/), line });
    else problems.push({ line, what: `"#: ${directive}" is no direction. There are: ${directives}` });
  }
  return { actions, expect, after, problems };
}

function regularExpression(source: string | undefined): RegExp | undefined {
  try {
    return source === undefined ? undefined : new RegExp(source);
  } catch {
    return undefined;
  }
}
