import { useCallback, useMemo, useState } from "react";
import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";
import { addTab, editorTab, joined, keptGroups, removeTab, select, type TabGroup, tabGroups } from "./desk.ts";

export interface Desk {
  readonly groups: readonly TabGroup[];
  /** The group that has or last had the focus. */
  readonly focused: number;
  /** The shell that commands go to: the one in front, and beside the editor the one next to it. */
  readonly shell: number | undefined;
  focusGroup(group: number): void;
  select(tab: number): void;
  /** Rejects when the machine holds no more shells. */
  open(group: number): Promise<number>;
  close(tab: number): void;
  /** A second group with a new shell, or back to one. */
  split(): Promise<void>;
  showEditor(): void;
}

/** Tabs and split as the learner has them; kept with the machine. */
export function useDesk(session: Session, state: SessionState): Desk {
  const { desk, terminals } = state;
  const [wantedGroup, setFocused] = useState(0);
  const shells = useMemo(() => terminals.map(({ id }) => id), [terminals]);
  const editorOpen = desk.files.length > 0 || desk.groups.some(({ terminals: tabs }) => tabs.includes(editorTab));
  const groups = useMemo(() => tabGroups(desk.groups, shells, editorOpen), [desk.groups, shells, editorOpen]);
  const focused = Math.min(wantedGroup, groups.length - 1);

  const set = useCallback((next: readonly TabGroup[]) => session.setDesk({ groups: keptGroups(next) }), [session]);
  /** Groups as they are when a request has been answered. */
  const current = useCallback(() => {
    const now = session.getState();
    return tabGroups(
      now.desk.groups,
      now.terminals.map(({ id }) => id),
      true,
    ).map((group) => ({ ...group, tabs: group.tabs.filter((tab) => tab !== editorTab || editorOpen) }));
  }, [session, editorOpen]);

  const inFront = groups[focused]?.active;
  const beside = groups.find(({ active }) => active !== undefined && active !== editorTab)?.active;
  const shell = inFront !== undefined && inFront !== editorTab ? inFront : (beside ?? shells[0]);

  return {
    groups,
    focused,
    shell,
    focusGroup: setFocused,
    select(tab) {
      setFocused(
        Math.max(
          0,
          groups.findIndex(({ tabs }) => tabs.includes(tab)),
        ),
      );
      set(select(groups, tab));
    },
    async open(group) {
      const id = await session.openTerminal();
      set(addTab(current(), group, id));
      setFocused(group);
      return id;
    },
    close(tab) {
      set(removeTab(groups, tab));
      if (tab !== editorTab) void session.closeTerminal(tab);
    },
    async split() {
      if (groups.length > 1) {
        set(joined(groups, groups[focused]?.active));
        setFocused(0);
        return;
      }
      const id = await session.openTerminal();
      const [first] = removeTab(current(), id);
      set([first ?? { tabs: [], active: undefined }, { tabs: [id], active: id }]);
      setFocused(1);
    },
    showEditor() {
      const at = groups.findIndex(({ tabs }) => tabs.includes(editorTab));
      setFocused(at < 0 ? focused : at);
      set(at < 0 ? addTab(groups, focused, editorTab) : select(groups, editorTab));
    },
  };
}
