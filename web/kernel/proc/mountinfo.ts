import { byteLines, textOf } from "../byte-string.ts";
import { decimal } from "../numbers.ts";
import type { Mount } from "../snapshot.ts";

export interface ParsedMountinfo {
  readonly mounts: readonly Mount[];
  /** Lines that were not understood. */
  readonly rejected: number;
}

/**
 * `/proc/PID/mountinfo` (proc_pid_mountinfo(5)). The kernel writes space, tab, newline, backslash and `#` in names as `\ooo`;
 * other bytes come as they are. Optional fields end at a lone `-`; those it doesn't know are passed over.
 */
export function parseMountinfo(bytes: Uint8Array): ParsedMountinfo {
  const lines = byteLines(bytes).map(parseLine);
  const mounts = lines.filter((mount) => mount !== undefined);
  return { mounts, rejected: lines.length - mounts.length };
}

function parseLine(line: string): Mount | undefined {
  const fields = line.split(" ");
  const separator = fields.indexOf("-", 6);
  if (separator < 0) return undefined;
  const [idText, parentText, device = "", root, mountPoint, options] = fields;
  const [type, source, superOptions] = fields.slice(separator + 1);
  const id = decimal(idText);
  const parent = decimal(parentText);
  if (id === undefined || parent === undefined || !/^\d+:\d+$/.test(device)) return undefined;
  if (!root || !mountPoint?.startsWith("/") || !options || !type || source === undefined || superOptions === undefined)
    return undefined;
  const optional = fields.slice(6, separator);
  const peerGroup = (name: string) => decimal(optional.find((field) => field.startsWith(`${name}:`))?.slice(name.length + 1));
  return {
    id,
    parent,
    device,
    root: undoEscapes(root),
    mountPoint: undoEscapes(mountPoint),
    options: options.split(","),
    shared: peerGroup("shared"),
    master: peerGroup("master"),
    propagateFrom: peerGroup("propagate_from"),
    unbindable: optional.includes("unbindable"),
    type: undoEscapes(type),
    source: undoEscapes(source),
    superOptions: superOptions.split(",").map(undoEscapes),
  };
}

function undoEscapes(field: string): string {
  return textOf(field.replace(/\\([0-3][0-7]{2})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))));
}
