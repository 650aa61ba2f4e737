import { type Namespace, type NamespaceKey, type NamespaceType, namespaceTypes } from "../../kernel/snapshot.ts";

export const views = ["namespaces", "network", "cgroups", "process", "changes"] as const;
export type View = (typeof views)[number];

export interface Shown {
  readonly view: View;
  /** Of the namespaces view. */
  readonly type: NamespaceType;
}

export function shownText({ view, type }: Shown): string {
  return `${view} ${type}`;
}

/** Of what `shownText` wrote; undefined for anything else. */
export function parseShown(text: string | undefined): Shown | undefined {
  const [viewText, typeText] = text?.split(" ") ?? [];
  const view = views.find((each) => each === viewText);
  const type = namespaceTypes.find((each) => each === typeText);
  return view && type && { view, type };
}

/** What has to be known of the looks before to tell what is new. */
export interface Seen {
  readonly known: ReadonlySet<NamespaceKey>;
  /** Those that the last look was the first to show. */
  readonly fresh: ReadonlySet<NamespaceKey>;
  /** The type that was shown until the last look, which turned to something new. */
  readonly turnedFrom: NamespaceType | undefined;
}

type Namespaces = ReadonlyMap<NamespaceKey, Pick<Namespace, "type">>;

/** At the first look, and after each one. */
export function seen(namespaces: Namespaces, before?: Seen, turnedFrom?: NamespaceType): Seen {
  const known = new Set(namespaces.keys());
  return { known, fresh: new Set(before ? [...known].filter((key) => !before.known.has(key)) : []), turnedFrom };
}

/**
 * The picture turns to what has just been made: who types `unshare --net` sees an empty network appear beside the host's. Only while the
 * namespaces or the network are looked at: whoever looks at something else is left alone. What is gone at the next look does not
 * count: `ip -n red …` makes a mount namespace of its own for as long as it runs.
 */
export function turnToNew(shown: Shown, before: Seen, namespaces: Namespaces): Shown {
  const typesOf = (keys: Iterable<NamespaceKey>) => new Set([...keys].flatMap((key) => namespaces.get(key)?.type ?? []));
  const made = typesOf([...namespaces.keys()].filter((key) => !before.known.has(key)));
  const lasting = typesOf(before.fresh);
  if (shown.view === "namespaces") {
    if (made.size === 1 && made.has("net")) return { ...shown, view: "network", type: "net" };
    if (made.size > 0) return { ...shown, type: firstOf(made, shown.type) };
    const wasPassing = before.turnedFrom !== undefined && !lasting.has(shown.type);
    return wasPassing ? { ...shown, type: before.turnedFrom } : shown;
  }
  if (shown.view === "network" && lasting.size > 0 && !lasting.has("net")) {
    return { view: "namespaces", type: firstOf(lasting, shown.type) };
  }
  return shown;
}

function firstOf(types: ReadonlySet<NamespaceType>, shown: NamespaceType): NamespaceType {
  return types.has(shown) ? shown : (namespaceTypes.find((type) => types.has(type)) ?? shown);
}
