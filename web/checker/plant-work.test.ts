import { expect, test } from "vitest";
import type { ProcessEvent } from "../lab/events.ts";
import { PlantWork } from "./plant-work.ts";

const fork = (pid: number, parent: number): ProcessEvent => ({ kind: "fork", pid, parent });
const exec = (pid: number): ProcessEvent => ({ kind: "exec", pid });
const exit = (pid: number): ProcessEvent => ({ kind: "exit", pid, code: 0 });
const scene = { plants: new Map([["server", { pid: 50, startTime: 7n }]]), facts: new Map() };

test("a server's children, and theirs, are its own work; a shell's are not", () => {
  const work = new PlantWork(scene);
  expect(work.without([fork(60, 50), fork(61, 60), exec(61), exit(61), fork(70, 55), exec(70), exit(60)])).toEqual([
    fork(70, 55),
    exec(70),
  ]);
});

test("what happens to the plant itself counts", () => {
  expect(new PlantWork(scene).without([exec(50), exit(50)])).toEqual([exec(50), exit(50)]);
});

test("a number that is given again is another's", () => {
  const work = new PlantWork(scene);
  work.without([fork(60, 50), exit(60)]);
  expect(work.without([exec(60)])).toEqual([exec(60)]);
  work.without([fork(61, 50)]);
  expect(work.without([fork(61, 55), exec(61)])).toEqual([fork(61, 55), exec(61)]);
});

test("events that were lost could be anybody's", () => {
  expect(new PlantWork(scene).without([{ kind: "lost", count: 3 }])).toHaveLength(1);
});
