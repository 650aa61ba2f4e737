import type { FoundFile } from "../../web/lab/inquiry.ts";

/** What a symbolic link of a `files` inquiry holds; undefined when it is not there. */
export function linkAt(files: readonly FoundFile[], path: string): string | undefined {
  const link = files.find((file) => file.path === path && file.errno === 0);
  return link && new TextDecoder().decode(link.data).replace(/\0+$/, "");
}
