import { describe, expect, test } from "vitest";
import { addTab, editorTab, joined, removeTab, select, tabGroups } from "./desk.ts";

describe("what is shown", () => {
  test("nothing was kept: every shell in one group, the first in front", () => {
    expect(tabGroups([], [3, 4], false)).toEqual([{ tabs: [3, 4], active: 3 }]);
  });

  test("a split comes back, with shells that are new in the first group", () => {
    const kept = [
      { terminals: [1], active: 1 },
      { terminals: [2], active: 2 },
    ];
    expect(tabGroups(kept, [1, 2, 5], false)).toEqual([
      { tabs: [1, 5], active: 1 },
      { tabs: [2], active: 2 },
    ]);
  });

  test("what is gone leaves no tab, no empty group and nothing in front that isn't there", () => {
    const kept = [
      { terminals: [1, 2], active: 1 },
      { terminals: [9], active: 9 },
    ];
    expect(tabGroups(kept, [2], false)).toEqual([{ tabs: [2], active: 2 }]);
    expect(tabGroups(kept, [], false)).toEqual([{ tabs: [], active: undefined }]);
  });

  test("a tab that was kept twice is shown once", () => {
    const kept = [
      { terminals: [1, 1], active: 1 },
      { terminals: [1], active: 1 },
    ];
    expect(tabGroups(kept, [1], false)).toEqual([{ tabs: [1], active: 1 }]);
  });

  test("the editor has a tab while it is open", () => {
    const kept = [{ terminals: [1, editorTab], active: editorTab }];
    expect(tabGroups(kept, [1], true)).toEqual([{ tabs: [1, editorTab], active: editorTab }]);
    expect(tabGroups(kept, [1], false)).toEqual([{ tabs: [1], active: 1 }]);
  });
});

test("a tab that goes gives its place to its neighbour", () => {
  const groups = [{ tabs: [1, 2, 3], active: 2 }];
  expect(removeTab(groups, 2)).toEqual([{ tabs: [1, 3], active: 3 }]);
  expect(removeTab(groups, 3)).toEqual([{ tabs: [1, 2], active: 2 }]);
  expect(removeTab([{ tabs: [1], active: 1 }], 1)).toEqual([{ tabs: [], active: undefined }]);
});

test("a tab is shown, added to a group, and all come together again", () => {
  const groups = [
    { tabs: [1, 2], active: 1 },
    { tabs: [3], active: 3 },
  ];
  expect(select(groups, 2)).toEqual([{ tabs: [1, 2], active: 2 }, groups[1]]);
  expect(addTab(groups, 1, 4)).toEqual([groups[0], { tabs: [3, 4], active: 4 }]);
  // Moved, not doubled.
  expect(addTab(groups, 1, 2)).toEqual([
    { tabs: [1], active: 1 },
    { tabs: [3, 2], active: 2 },
  ]);
  expect(joined(groups, 3)).toEqual([{ tabs: [1, 2, 3], active: 3 }]);
});
