import type { DirectoryQuery } from "../kernel/query.ts";
import type { Process } from "../kernel/snapshot.ts";
import { Unseen } from "./verdict.ts";

/** What a probe enters of its target before its program runs (setns(2)); `root` is root and working directory, `cgroup-of` its cgroup. */
export type EnteredPart = "mnt" | "uts" | "ipc" | "net" | "pid" | "user" | "cgroup" | "time" | "root" | "cgroup-of";

/** A program that PID 1 runs to try something, in somebody's namespaces or on the host. */
export interface ProbeInquiry {
  readonly kind: "probe";
  /** Unique among a step's inquiries; the finding has the same. */
  readonly key: string;
  /** Whose namespaces to enter; none: on the host. */
  readonly target?: Process;
  readonly enter?: readonly EnteredPart[];
  readonly ids?: { readonly uid: number; readonly gid: number };
  readonly noNewPrivs?: boolean;
  /** Program with arguments; it is started in `/` with root's usual PATH. */
  readonly argv: readonly string[];
  readonly input?: string;
  /** 5,000 unless given; at most 60,000. */
  readonly timeoutMs?: number;
  /** For what takes long. As long as this text is the same, and the step's verdict is red, what was answered last is taken again. */
  readonly unlessChanged?: string;
}

/** Files that no look reads by itself, through PID 1 (docs/PROTOCOL.md, BATCH). */
export interface FilesInquiry {
  readonly kind: "files";
  readonly key: string;
  readonly queries: readonly DirectoryQuery[];
}

/** The seccomp filters of a process, as the kernel runs them. */
export interface SeccompInquiry {
  readonly kind: "seccomp";
  readonly key: string;
  readonly process: Process;
}

/** A further look that a step's check needs: done before the check, and answered in `found`. */
export type Inquiry = ProbeInquiry | FilesInquiry | SeccompInquiry;

export interface ProbeFinding {
  readonly kind: "probe";
  readonly how: "exited" | "signalled" | "timed-out" | "not-started";
  /** Exit status, signal, or errno of a failed start. */
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** One file of a `files` inquiry. */
export interface FoundFile {
  /** Absolute, as the learner would write it. */
  readonly path: string;
  /** Linux errno; 0 is success. */
  readonly errno: number;
  readonly data: Uint8Array;
}

export interface FilesFinding {
  readonly kind: "files";
  readonly files: readonly FoundFile[];
}

export interface SeccompFinding {
  readonly kind: "seccomp";
  /** Programs of `struct sock_filter`, the newest first. */
  readonly programs: readonly Uint8Array[];
}

/** By key; an inquiry that could not be answered (its process is gone, the agent refused) is not in it: the check says `unknown`. */
export type Findings = ReadonlyMap<string, ProbeFinding | FilesFinding | SeccompFinding>;

/** Undefined when the question was not asked, or could not be answered. */
export function probeFound(found: Findings, key: string): ProbeFinding | undefined {
  const finding = found.get(key);
  return finding?.kind === "probe" && finding.how !== "not-started" ? finding : undefined;
}

/** Throws `Unseen` when the probe's program could not be run. */
export function neededProbe(found: Findings, key: string): ProbeFinding {
  const probe = probeFound(found, key);
  if (!probe) throw new Unseen(`What was to be tried (${key}) could not be tried just now.`);
  return probe;
}

/** True when the probe's program exited with 0. Throws `Unseen` when it could not be run. */
export function probeSucceeded(found: Findings, key: string): boolean {
  const { how, status } = neededProbe(found, key);
  return how === "exited" && status === 0;
}

/** Undefined when the question was not asked, or could not be answered; an empty list when nothing matched. */
export function filesFound(found: Findings, key: string): readonly FoundFile[] | undefined {
  const finding = found.get(key);
  return finding?.kind === "files" ? finding.files : undefined;
}

/** Throws `Unseen` when the files could not be looked at. */
export function neededFiles(found: Findings, key: string): readonly FoundFile[] {
  const files = filesFound(found, key);
  if (!files) throw new Unseen(`Files (${key}) could not be looked at just now.`);
  return files;
}

/** Text of one file of a `files` inquiry, without white space at its end; undefined when it is not there or was not read. */
export function fileText(found: Findings, key: string, path: string): string | undefined {
  const file = filesFound(found, key)?.find((candidate) => candidate.path === path && candidate.errno === 0);
  return file && new TextDecoder().decode(file.data).trimEnd();
}

/** Throws `Unseen` when the process has gone or may not be traced. */
export function neededSeccomp(found: Findings, key: string): readonly Uint8Array[] {
  const finding = found.get(key);
  if (finding?.kind !== "seccomp") throw new Unseen(`The filters (${key}) could not be read just now.`);
  return finding.programs;
}
