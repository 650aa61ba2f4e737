import { expect, test } from "vitest";
import type { NamespaceKey, NamespaceType } from "../../kernel/snapshot.ts";
import { parseShown, type Seen, type Shown, seen, shownText, turnToNew } from "./turn-to-new.ts";

const host = ["pid:1", "net:2", "mnt:3", "uts:4"];

function namespaces(...keys: readonly string[]) {
  return new Map(
    [...host, ...keys].map((key) => [key as NamespaceKey, { type: key.slice(0, key.indexOf(":")) as NamespaceType }]),
  );
}

/** What is shown after each of the looks, given by the namespaces that the host has not. */
function through(shown: Shown, ...looks: ReadonlyArray<readonly string[]>): string[] {
  let before: Seen = seen(namespaces());
  let now = shown;
  return looks.map((keys) => {
    const look = namespaces(...keys);
    const next = turnToNew(now, before, look);
    before = seen(look, before, next.type === now.type ? undefined : now.type);
    now = next;
    return `${now.view} ${now.type}`;
  });
}

test("what is shown is kept as text; what is no such text is none", () => {
  const shown: Shown = { view: "network", type: "net" };
  expect(parseShown(shownText(shown))).toEqual(shown);
  for (const text of [undefined, "", "network", "network nets", "map net"]) expect(parseShown(text)).toBeUndefined();
});

test("a network of its own is shown at once", () => {
  expect(through({ view: "namespaces", type: "pid" }, ["net:9"], ["net:9"])).toEqual(["network net", "network net"]);
});

test("so is another type, unless one of that kind is looked at already", () => {
  expect(through({ view: "namespaces", type: "pid" }, ["uts:9"], ["uts:9"])).toEqual(["namespaces uts", "namespaces uts"]);
  expect(through({ view: "namespaces", type: "uts" }, ["mnt:8", "uts:9"])).toEqual(["namespaces uts"]);
});

test("whoever looks at the network stays there while a command has a mount namespace for itself", () => {
  expect(through({ view: "network", type: "net" }, ["mnt:9"], [], ["mnt:10"], [])).toEqual(Array(4).fill("network net"));
});

test("and is shown one that lasts", () => {
  expect(through({ view: "network", type: "net" }, ["mnt:9"], ["mnt:9"])).toEqual(["network net", "namespaces mnt"]);
});

test("a type turns back when what it turned to was gone at the next look, not later", () => {
  expect(through({ view: "namespaces", type: "pid" }, ["mnt:9"], [])).toEqual(["namespaces mnt", "namespaces pid"]);
  expect(through({ view: "namespaces", type: "pid" }, ["mnt:9"], ["mnt:9"], [])).toEqual(Array(3).fill("namespaces mnt"));
});

test("other views are left alone", () => {
  expect(through({ view: "cgroups", type: "pid" }, ["net:9"], ["net:9", "uts:8"])).toEqual(Array(2).fill("cgroups pid"));
});
