import type { Agent } from "../agent/agent.ts";
import { RequestFailed } from "../agent/request-failed.ts";
import { ByteReader, decodeText } from "../core/bytes.ts";
import { LabError } from "../core/errors.ts";
import { errnoName, isGone } from "../kernel/errno.ts";
import { type FileStat, isDirectory, isRegular, parseFileStat } from "../kernel/file-status.ts";
import type { FileOperation } from "../kernel/query.ts";
import type { FileStatus, GuestFile, GuestFiles } from "./api.ts";

/** What may go wrong with a path, in words. */
const reasons: Readonly<Record<number, string>> = {
  1: "the kernel does not permit it",
  13: "the kernel does not permit it",
  16: "it is in use",
  20: "a part of its path is no directory",
  22: "the kernel does not take this value",
  26: "it is a program that is running",
  27: "it would become larger than is allowed",
  28: "the disk is full",
  30: "it lies on a read-only file system",
  36: "its name is too long",
  40: "its links go in a circle",
};
const EISDIR = 21;
const directoryEntry = 4;

/** Files of the guest, read and written through the agent: as root, in the host's mount namespace. */
export class SessionFiles implements GuestFiles {
  readonly #agent: () => Agent | undefined;

  constructor(agent: () => Agent | undefined) {
    this.#agent = agent;
  }

  async status(path: string): Promise<FileStatus | undefined> {
    const [stat] = await this.#ask(path, ["stat"]);
    if (!stat) return undefined;
    return statusOf(path, stat);
  }

  async read(path: string, limit: number): Promise<GuestFile> {
    const [stat, read] = await this.#ask(path, ["stat", "read"], limit + 1);
    if (!stat) throw new LabError("file-missing", `There is no ${path} in the machine.`);
    const status = statusOf(path, stat);
    if (status.kind === "directory") throw new LabError("file-refused", `${path} is a directory. Choose a file in it.`);
    if (status.kind === "other")
      throw new LabError("file-refused", `${path} is a device, a pipe or a socket, and not a file with text.`);
    if (!read) throw new LabError("file-missing", `There is no ${path} in the machine.`);
    if (status.version.size > limit || read.length > limit)
      throw new LabError(
        "file-too-large",
        `${path} is larger than ${Math.round(limit / 1_000_000)} MB. Use less or vi in a shell.`,
      );
    return { ...status, data: new Uint8Array(read) };
  }

  async list(path: string): Promise<readonly string[]> {
    const directory = path.endsWith("/") && path !== "/" ? path.slice(0, -1) : path;
    const { directories } = await this.#need(path).batch([
      { directory: escapedPath(directory), files: [{ operation: "readdir", path: "", limit: 0 }] },
    ]);
    const file = directories[0]?.files[0];
    if (!file || isGone(file.errno)) throw new LabError("file-missing", `There is no directory ${path} in the machine.`);
    if (file.errno !== 0) throw refused(path, file.errno);
    return entries(file.data).sort();
  }

  async write(path: string, data: Uint8Array): Promise<FileStatus> {
    try {
      await this.#need(path).writeFile({ path, data, truncate: true });
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (isGone(error.errno))
        throw new LabError("file-missing", `The directory of ${path} does not exist. Make it first.`, { cause: error });
      if (error.errno === EISDIR)
        throw new LabError("file-refused", `${path} is a directory. Choose a file in it.`, { cause: error });
      throw refused(path, error.errno);
    }
    const status = await this.status(path);
    if (!status) throw new LabError("file-missing", `${path} was written and is gone again.`);
    return status;
  }

  #need(path: string): Agent {
    const agent = this.#agent();
    if (!agent) throw new LabError("agent-silent", `The machine is not running: ${path} cannot be reached. Wait until it is.`);
    return agent;
  }

  /** Data of each operation on the same file; nothing at all when there is no such file. */
  async #ask(path: string, operations: readonly FileOperation[], limit = 0): Promise<Uint8Array[]> {
    if (!path.startsWith("/") || path.includes("\0"))
      throw new LabError("file-refused", `“${path}” is no absolute path: it begins with a slash.`);
    const at = path.lastIndexOf("/");
    const { directories } = await this.#need(path).batch([
      {
        directory: at === 0 ? "/" : escapedPath(path.slice(0, at)),
        files: operations.map((operation) => ({ operation, path: escaped(path.slice(at + 1)), limit })),
      },
    ]);
    const files = directories[0]?.files ?? [];
    const data: Uint8Array[] = [];
    for (let query = 0; query < operations.length; query++) {
      const file = files.find((candidate) => candidate.query === query);
      if (!file || isGone(file.errno)) return data;
      if (file.errno === EISDIR) return data;
      if (file.errno !== 0) throw refused(path, file.errno);
      data.push(file.data);
    }
    return data;
  }
}

function statusOf(path: string, data: Uint8Array): FileStatus {
  const stat = parseFileStat(data);
  if (!stat) throw new LabError("agent-protocol", `What the machine said of ${path} was not understood. Try again.`);
  const { device, inode, size, modified, mode, uid, gid } = stat;
  return { version: { device, inode, size: Number(size), modified }, kind: kindOf(stat), mode: mode & 0o7777, uid, gid };
}

function kindOf(stat: FileStat): FileStatus["kind"] {
  if (isDirectory(stat)) return "directory";
  return isRegular(stat) ? "file" : "other";
}

function refused(path: string, errno: number): LabError {
  const reason = reasons[errno] ?? `the kernel says ${errnoName(errno)}`;
  return new LabError("file-refused", `${path}: ${reason}.`, { detail: `${path}: ${errnoName(errno)}` });
}

/** The agent takes patterns; a name with their signs in it is meant as it is. */
function escaped(name: string): string {
  return /[\\*?[]/.test(name) ? name.replaceAll(/[\\*?[]/g, "\\$&") : name;
}

function escapedPath(path: string): string {
  return path.split("/").map(escaped).join("/");
}

function entries(data: Uint8Array): string[] {
  const names: string[] = [];
  const reader = new ByteReader(data);
  while (reader.left > 0) {
    const type = reader.u8();
    names.push(decodeText(reader.lp()) + (type === directoryEntry ? "/" : ""));
  }
  return names;
}
