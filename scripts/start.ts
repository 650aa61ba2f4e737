import { messageOf } from "../web/core/errors.ts";
import { prepareImage } from "./image/prepare.ts";
import { buildPage } from "./page/build-page.ts";
import { serveFolder } from "./page/serve.ts";

const port = Number.parseInt(process.env["PORT"] ?? "4173", 10);
const host = process.env["HOST"] ?? "127.0.0.1";

try {
  await prepareImage((line) => console.log(line));
  console.log("Building the page …");
  const folder = await buildPage();
  const { address } = await serveFolder(folder, { port, host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    return serveFolder(folder, { host });
  });
  console.log(`\nnslab is at ${address}\nCtrl+C ends it.`);
} catch (error) {
  console.error(`nslab could not be started: ${messageOf(error)}`);
  process.exit(1);
}
