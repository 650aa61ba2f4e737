import { LabError } from "../../core/errors.ts";
import type { Checkpoints } from "../api.ts";

/** Where nothing can be kept: every request is refused with a sentence. */
export class NoCheckpoints implements Checkpoints {
  save = refuse;
  restore = refuse;
  fork = refuse;
  rename = refuse;
  remove = refuse;
  exportFile = refuse;
  importFile = refuse;
  async flush(): Promise<void> {}
}

function refuse(): Promise<never> {
  return Promise.reject(new LabError("checkpoint-missing", "There is no machine to keep here."));
}
