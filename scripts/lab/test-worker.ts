import { messageOf } from "../../web/core/errors.ts";
import { LastingMachine } from "./lasting-machine.ts";
import { loadLab } from "./library.ts";
import type { LabPart } from "./parts.ts";
import { quickCompiler } from "./quick-compiler.ts";
import { newEmulator } from "./running-lab.ts";
import { type ScriptResult, type TestLabOptions, testLab } from "./test-lab.ts";

/** To this process: test that. */
export interface WorkerTask {
  readonly part: LabPart;
  /** The folder of labs; the repository's unless given. */
  readonly labs?: string | undefined;
  readonly options: TestLabOptions;
}

/** From it; `idle` ends a task. */
export type WorkerNews =
  | { readonly kind: "result"; readonly result: ScriptResult }
  | { readonly kind: "broken"; readonly lab: string; readonly message: string }
  | { readonly kind: "alive" }
  | { readonly kind: "idle" };

const compiled = quickCompiler();
const emulator = new LastingMachine(newEmulator);

const tell = (news: WorkerNews) => process.send?.(news);

// A check that never returns keeps this from being said.
setInterval(() => tell({ kind: "alive" }), 2000);

process.on("message", ({ part, labs, options }: WorkerTask) => {
  void (async () => {
    try {
      await compiled;
      await testLab(await loadLab(part.lab, labs), part, options, (result) => tell({ kind: "result", result }), emulator);
    } catch (error) {
      tell({ kind: "broken", lab: part.lab, message: messageOf(error) });
    }
    tell({ kind: "idle" });
  })();
});
process.on("disconnect", () => process.exit(0));
