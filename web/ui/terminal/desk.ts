import type { DeskState } from "../../session/state.ts";

/** Stands for the editor among the tabs; shells count from 1. */
export const editorTab = 0;

export interface TabGroup {
  readonly tabs: readonly number[];
  readonly active: number | undefined;
}

/**
 * What is shown, of what was kept and what there is: every shell has a tab in one group, every tab a shell, each group an active tab, and no
 * group is empty. The editor has a tab while it is open.
 */
export function tabGroups(kept: DeskState["groups"], shells: readonly number[], editorOpen: boolean): readonly TabGroup[] {
  const there = new Set(editorOpen ? [...shells, editorTab] : shells);
  const seen = new Set<number>();
  const groups = kept.slice(0, 2).map(({ terminals, active }) => ({
    tabs: terminals.filter((id) => {
      const mine = there.has(id) && !seen.has(id);
      seen.add(id);
      return mine;
    }),
    active,
  }));
  const missing = [...there].filter((id) => !seen.has(id));
  const first = groups[0] ?? { tabs: [], active: undefined };
  const all = [{ ...first, tabs: [...first.tabs, ...missing] }, ...groups.slice(1)];
  const filled = all.filter(({ tabs }) => tabs.length > 0);
  return (filled.length > 0 ? filled : all.slice(0, 1)).map(({ tabs, active }) => ({
    tabs,
    active: active !== undefined && tabs.includes(active) ? active : tabs[0],
  }));
}

export function select(groups: readonly TabGroup[], tab: number): readonly TabGroup[] {
  return groups.map((group) => (group.tabs.includes(tab) ? { ...group, active: tab } : group));
}

/** A new tab at the end of a group, shown at once. */
export function addTab(groups: readonly TabGroup[], group: number, tab: number): readonly TabGroup[] {
  return groups.map((each, at) =>
    at === group
      ? { tabs: [...each.tabs.filter((id) => id !== tab), tab], active: tab }
      : { ...each, tabs: each.tabs.filter((id) => id !== tab) },
  );
}

/** The tab goes, and its neighbour is shown. */
export function removeTab(groups: readonly TabGroup[], tab: number): readonly TabGroup[] {
  return groups.map(({ tabs, active }) => {
    const left = tabs.filter((id) => id !== tab);
    return { tabs: left, active: active === tab ? left[Math.min(tabs.indexOf(tab), left.length - 1)] : active };
  });
}

/** One group: all tabs, in their order. */
export function joined(groups: readonly TabGroup[], active: number | undefined): readonly TabGroup[] {
  return [{ tabs: groups.flatMap(({ tabs }) => tabs), active }];
}

export function keptGroups(groups: readonly TabGroup[]): DeskState["groups"] {
  return groups.map(({ tabs, active }) => ({ terminals: [...tabs], active }));
}
