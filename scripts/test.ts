import { execFileSync } from "node:child_process";
import { messageOf } from "../web/core/errors.ts";
import { prepareImage } from "./image/prepare.ts";
import { buildPage } from "./page/build-page.ts";
import { findChromium } from "./page/chromium.ts";
import { root } from "./paths.ts";

/** Sets up what the tests need (the prepared image, the built page, a Chromium) and runs them all. */
try {
  process.env["CHROMIUM"] = findChromium();
  await prepareImage((line) => console.log(line));
  console.log("Building the page …");
  await buildPage();
  execFileSync("npx", ["vitest", "run", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}
process.exit(0);
