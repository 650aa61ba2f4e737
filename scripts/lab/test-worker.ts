import { messageOf } from "../../web/core/errors.ts";
import { loadLab } from "./library.ts";
import { type ScriptResult, testLab } from "./test-lab.ts";

/** To this process: test that lab. */
export interface WorkerTask {
  readonly lab: string;
  /** Scripts whose name begins so; "" is all. */
  readonly only: string;
}

/** From it; `idle` ends a task. */
export type WorkerNews =
  | { readonly kind: "result"; readonly result: ScriptResult }
  | { readonly kind: "broken"; readonly lab: string; readonly message: string }
  | { readonly kind: "alive" }
  | { readonly kind: "idle" };

const tell = (news: WorkerNews) => process.send?.(news);

// A check that never returns keeps this from being said.
setInterval(() => tell({ kind: "alive" }), 2000);

process.on("message", ({ lab, only }: WorkerTask) => {
  void (async () => {
    try {
      await testLab(await loadLab(lab), only, (result) => tell({ kind: "result", result }));
    } catch (error) {
      tell({ kind: "broken", lab, message: messageOf(error) });
    }
    tell({ kind: "idle" });
  })();
});
process.on("disconnect", () => process.exit(0));
