import type { LinkAddress, NetworkNamespace, Route } from "../kernel/snapshot.ts";

/** The addresses of a link that somebody gave it: not those that IPv6 makes by itself (fe80::/10). */
export function givenAddresses({ addresses }: { readonly addresses: readonly LinkAddress[] }): LinkAddress[] {
  return addresses.filter(({ family, scope }) => family === "inet" || scope !== "link");
}

/** Tables that are asked when nobody made a rule: local and main, which the kernel keeps as one, then default. */
const askedTables = [[255, 254], [253]];

/**
 * The route that packets to an address take: the longest prefix that covers it. A look shows no rules (ip-rule(8)), so tables that only
 * a rule of somebody's leads to are left out; of those `hasFurtherTables` tells.
 */
export function routeTo({ routes }: Pick<NetworkNamespace, "routes">, address: string): Route | undefined {
  const fitting = routes.filter(({ family, destination }) =>
    destination === "default" ? family === familyOf(address) : covers(destination, address),
  );
  const best = askedTables.map((tables) => bestOf(fitting.filter(({ table }) => tables.includes(table))));
  return best.find((route) => route !== undefined && route.type !== "throw");
}

/** Whether there are tables that no packet is looked up in unless a rule says so. */
export function hasFurtherTables({ routes }: Pick<NetworkNamespace, "routes">): boolean {
  return routes.some(({ table }) => !askedTables.flat().includes(table));
}

function bestOf(routes: readonly Route[]): Route | undefined {
  return routes.toSorted((one, other) => prefixLength(other) - prefixLength(one) || (one.metric ?? 0) - (other.metric ?? 0))[0];
}

/** Whether packets to an address leave through this link. */
export function leadsThrough(
  network: Pick<NetworkNamespace, "routes">,
  { index }: { readonly index: number },
  address: string,
): boolean {
  const route = routeTo(network, address);
  return route?.type === "unicast" && route.outputIndex === index;
}

/** Whether an address is in `address/prefix`; a prefix without length is one address. */
export function covers(prefix: string, address: string): boolean {
  const [base = "", length] = prefix.split("/");
  const [one, other] = [bitsOf(base), bitsOf(address)];
  if (!one || !other || familyOf(base) !== familyOf(address)) return false;
  return length === undefined ? one === other : one.slice(0, Number(length)) === other.slice(0, Number(length));
}

function prefixLength({ destination }: Route): number {
  const [, length] = destination.split("/");
  return Number(length ?? 0);
}

function familyOf(address: string): "inet" | "inet6" {
  return address.includes(":") ? "inet6" : "inet";
}

/** An address as 32 or 128 characters 0 and 1; undefined when it is none. */
function bitsOf(address: string): string | undefined {
  const groups = familyOf(address) === "inet" ? address.split(".").map(Number) : groupsOf(address);
  const [count, width] = familyOf(address) === "inet" ? [4, 8] : [8, 16];
  const isOne = groups.length === count && groups.every((group) => Number.isInteger(group) && group >= 0 && group < 2 ** width);
  return isOne ? groups.map((group) => group.toString(2).padStart(width, "0")).join("") : undefined;
}

function groupsOf(address: string): number[] {
  // `::ffff:1.2.3.4`: the last two groups as IPv4.
  const text = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(":"),
  );
  const [head = "", tail] = text.split("::");
  const parse = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)));
  if (tail === undefined) return parse(head);
  const zeros = Math.max(0, 8 - parse(head).length - parse(tail).length);
  return [...parse(head), ...Array.from({ length: zeros }, () => 0), ...parse(tail)];
}
