import { createServer } from "vite";
import { prepareImage } from "../../image/prepare.ts";
import { root } from "../../paths.ts";
import { loadLab } from "../library.ts";

/** Serves the page from its sources: it reloads when a file is saved, and the machine goes on where it was. */
export async function dev(id: string): Promise<number> {
  const { lab } = await loadLab(id);
  await prepareImage((line) => console.error(line));
  const server = await createServer({ root, clearScreen: false });
  await server.listen();
  const [address] = server.resolvedUrls?.local ?? [];
  console.log(`“${lab.title}” is at ${address}#/lab/${id}\nIt reloads when you save a file. Ctrl+C ends it.`);
  await new Promise((resolve) => process.once("SIGINT", resolve));
  await server.close();
  return 0;
}
