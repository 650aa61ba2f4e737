import { describe, expect, test } from "vitest";
import type { Process, Snapshot } from "../kernel/snapshot.ts";
import { emptyScene, isPlant, parseScene, plantIn, type Scene } from "./scene.ts";

const process = (pid: number, startTime: bigint) => ({ pid, startTime }) as Process;
const lookAt = (...processes: Process[]) =>
  ({ processes: new Map(processes.map((one) => [one.pid, one])) }) as unknown as Snapshot;

function parsed(output: string): Scene {
  const scene = parseScene(output);
  if ("problem" in scene) throw new Error(scene.problem);
  return scene;
}

describe("what a setup prints", () => {
  test("is plants and facts; a fact's value may hold spaces, or nothing", () => {
    const scene = parsed("plant miner 214 7351\nfact port 4711\nfact name two words \nfact none \n\n");
    expect([...scene.plants]).toEqual([["miner", { pid: 214, startTime: 7351n }]]);
    expect([...scene.facts]).toEqual([
      ["port", "4711"],
      ["name", "two words "],
      ["none", ""],
    ]);
  });

  test("nothing at all is an empty scene", () => {
    expect(parsed("")).toEqual(emptyScene);
    expect(parsed("\n \n")).toEqual(emptyScene);
  });

  test("of a name that comes twice the last counts", () => {
    expect(parsed("fact port 1\nfact port 2").facts.get("port")).toBe("2");
  });

  test.each([
    "hello",
    "plant miner",
    "plant miner 12",
    "plant miner x 7",
    "plant miner 12 -7",
    "fact port",
    " fact port 1",
    "plant  12 7",
  ])("%j is neither, and is shown", (line) => {
    expect(parseScene(`fact fine 1\n${line}\n`)).toEqual({ problem: expect.stringContaining(`"${line}"`) });
  });

  test("of a line without end its beginning is shown", () => {
    expect(parseScene("x".repeat(10_000))).toEqual({ problem: expect.stringMatching(/"x{80}"/) });
  });
});

describe("a plant", () => {
  const scene = parsed("plant miner 214 7351");

  test("is found by its name", () => {
    const miner = process(214, 7351n);
    expect(plantIn(lookAt(process(1, 0n), miner), scene, "miner")).toBe(miner);
    expect(isPlant(scene, miner)).toBe(true);
  });

  test("is not who got its pid later", () => {
    const other = process(214, 9000n);
    expect(plantIn(lookAt(other), scene, "miner")).toBeUndefined();
    expect(isPlant(scene, other)).toBe(false);
  });

  test("that is gone, or that nobody planted, is undefined", () => {
    expect(plantIn(lookAt(), scene, "miner")).toBeUndefined();
    expect(plantIn(lookAt(process(214, 7351n)), scene, "nobody")).toBeUndefined();
    expect(isPlant(emptyScene, process(214, 7351n))).toBe(false);
  });
});
