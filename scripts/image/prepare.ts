import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ImageIndex } from "../../web/machine/image-index.ts";
import { nodeAssets } from "../guest/node-assets.ts";
import { builtImageFolder, cacheFolder, commandsFile, imageFolder, root } from "../paths.ts";
import { emulatorVersion, sha256, writeParts } from "./parts.ts";
import { explore, makeState } from "./state.ts";

/** What the prepared folder depends on: the committed image, the emulator, and the code that boots it and saves it. */
async function preparedKey(): Promise<string> {
  const code = ["scripts/image", "scripts/guest", "web/machine"];
  const files: string[] = [];
  for (const folder of code) {
    for (const name of (await readdir(path.join(root, folder))).sort()) {
      if (name.endsWith(".ts") && !name.endsWith(".test.ts")) files.push(path.join(root, folder, name));
    }
  }
  files.push(path.join(builtImageFolder, "manifest.json"));
  return sha256(await emulatorVersion(), ...(await Promise.all(files.map((file) => readFile(file)))));
}

/** Makes `.cache/public/image` unless it is there: the parts of the disk, and a machine saved at its first prompt. About half a minute. */
export async function prepareImage(say: (line: string) => void): Promise<string> {
  const key = await preparedKey();
  const keyFile = path.join(cacheFolder, "image.key");
  if ((await readFile(keyFile, "utf8").catch(() => "")) === key) return imageFolder;
  const building = path.join(cacheFolder, `image-${process.pid}`);
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true });
  try {
    say("Preparing the machine: cutting its disk into parts …");
    const source = nodeAssets(building);
    const parts = await writeParts(building);
    const write = (index: ImageIndex) => writeFile(path.join(building, "index.json"), JSON.stringify(index));
    await write(parts);
    say("Preparing the machine: booting it once, to its first prompt …");
    const index: ImageIndex = { ...parts, state: await makeState(building, parts, source) };
    await write(index);
    say("Preparing the machine: finding what the first commands read …");
    const { wanted, commands } = await explore(index, source);
    index.disk.wanted = wanted;
    await write(index);
    await writeFile(commandsFile, commands.join("\n"));
    await rm(imageFolder, { recursive: true, force: true });
    await mkdir(path.dirname(imageFolder), { recursive: true });
    await rename(building, imageFolder);
    await writeFile(keyFile, key);
    say(`Prepared: the saved machine is ${((index.state?.size ?? 0) / 1e6).toFixed(1)} MB.`);
    return imageFolder;
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}
