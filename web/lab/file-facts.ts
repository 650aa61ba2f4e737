import { type FileStat, isDirectory, isRegular, parseFileStat } from "../kernel/file-status.ts";
import type { FoundFile } from "./inquiry.ts";

export interface FileFacts extends FileStat {
  readonly path: string;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
}

/** What `lstat` and `stat` queries say, of those that were answered. */
export function statsOf(files: readonly FoundFile[]): FileFacts[] {
  return files.flatMap(({ path, errno, data }) => {
    const stat = errno === 0 ? parseFileStat(data) : undefined;
    return stat ? [{ ...stat, path, isFile: isRegular(stat), isDirectory: isDirectory(stat) }] : [];
  });
}

/** As `ls` and `stat -c %a` write it: "4755". */
export function octalMode({ mode }: FileStat): string {
  return (mode & 0o7777).toString(8);
}

export const setUserId = 0o4000;
export const setGroupId = 0o2000;
