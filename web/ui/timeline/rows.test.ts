import { expect, test } from "vitest";
import type { CheckpointInfo } from "../../session/state.ts";
import { timelineRows } from "./rows.ts";

function checkpoint(id: string, parent?: string): CheckpointInfo {
  return { id, parent, kind: "manual", name: id, step: undefined, savedAt: 0, bytes: 0, completedSteps: 0 };
}

test("what follows its neighbour is no branch; what goes on from an earlier one is", () => {
  const rows = timelineRows([checkpoint("a"), checkpoint("b", "a"), checkpoint("c", "a"), checkpoint("d", "c")]);
  expect(rows.map(({ forkedFrom }) => forkedFrom?.id)).toEqual([undefined, undefined, "a", undefined]);
});

test("one whose origin was dropped stands by itself", () => {
  expect(timelineRows([checkpoint("b", "gone")])[0]?.forkedFrom).toBeUndefined();
});
