import { WorkerStateStore } from "../machine/store/worker-store.ts";
import { browserResumePoint } from "./checkpoints/resume-point.ts";

/** Removes a lab's checkpoints and where it would go on. `assets`: address of the image folder, with a slash at its end. */
export async function forgetLab(assets: string, lab: string): Promise<void> {
  browserResumePoint().set(lab, undefined);
  const store = new WorkerStateStore(assets);
  try {
    await store.remove(lab, "all");
  } finally {
    store.dispose();
  }
}
