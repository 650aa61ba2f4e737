import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
export const cacheFolder = path.join(root, ".cache");
/** What the page is served beside itself. */
export const publicFolder = path.join(cacheFolder, "public");
export const imageFolder = path.join(publicFolder, "image");
/** Names of the commands that the prepared machine has, a line each. */
export const commandsFile = path.join(cacheFolder, "commands.txt");
export const builtImageFolder = path.join(root, "images/out");
export const distFolder = path.join(root, "dist");
/** What the page tests saw. */
export const screenshotFolder = path.join(cacheFolder, "screenshots");
