import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseImageIndex } from "../web/machine/image-index.ts";
import { coldBootMs, firstLsns, guestMips, jitSpeedup, restoreToPromptMs, snapshotMs } from "./bench/guest-bench.ts";
import { benchLabs, verdictMs } from "./bench/lab-bench.ts";
import { guestOverhead } from "./bench/overhead-bench.ts";
import { benchPage } from "./bench/page-bench.ts";
import { benchWorkspace } from "./bench/workspace-bench.ts";
import { prepareImage } from "./image/prepare.ts";
import { buildPage } from "./page/build-page.ts";
import { imageFolder } from "./paths.ts";

/** `-- workspace guestOverhead`: only what has such a name. */
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
const quiet = process.argv.includes("--json");
const say = (line: string) => {
  if (!quiet) console.error(line);
};

/** Times are milliseconds, sizes bytes over the wire, shares 0 … 1. Prints one JSON object. */
await prepareImage(say);
say("Building the page …");
await buildPage();
const results: Record<string, unknown> = {};
const measure = async (name: string, run: () => Promise<unknown>) => {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const result = await run();
  const named = typeof result === "object" && result !== null && !("p50" in result) ? { ...result } : { [name]: result };
  Object.assign(results, named);
  say(`  ${JSON.stringify(named)}`);
};
await measure("page", benchPage);
await measure("workspace", benchWorkspace);
await measure("coldBootMs", coldBootMs);
await measure("restoreToPromptMs", restoreToPromptMs);
await measure("firstLsns", firstLsns);
await measure("snapshotMs", snapshotMs);
await measure("guestOverhead", () => guestOverhead([]));
await measure("guestOverheadWithPicture", () => guestOverhead(["networks", "cgroups"]));
await measure("jitSpeedup", jitSpeedup);
await measure("guestMips", guestMips);
await measure("verdictMs", verdictMs);
await measure("labs", benchLabs);
results["stateBytes"] = parseImageIndex(await readFile(path.join(imageFolder, "index.json"))).state?.size;
console.log(JSON.stringify(results, undefined, quiet ? undefined : 2));
process.exit(0);
