import { prepareImage } from "../../../scripts/image/prepare.ts";

/** Vitest's global setup: the machine that all tests of this folder restore. */
export default async function prepare(): Promise<void> {
  await prepareImage((line) => console.log(line));
}
