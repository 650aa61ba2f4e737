import type { DirectoryQuery } from "../kernel/query.ts";
import type { Process } from "../kernel/snapshot.ts";

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

export function probeFound(found: Findings, key: string): ProbeFinding | undefined {
  const finding = found.get(key);
  return finding?.kind === "probe" ? finding : undefined;
}

/** True when the probe's program ran and exited with 0; undefined when it could not be seen. */
export function probeSucceeded(found: Findings, key: string): boolean | undefined {
  const probe = probeFound(found, key);
  if (!probe || probe.how === "not-started") return undefined;
  return probe.how === "exited" && probe.status === 0;
}

/** Undefined when the question could not be answered; an empty list when nothing matched. */
export function filesFound(found: Findings, key: string): readonly FoundFile[] | undefined {
  const finding = found.get(key);
  return finding?.kind === "files" ? finding.files : undefined;
}

/** Text of one file of a `files` inquiry, without white space at its end; undefined when it is not there or was not read. */
export function fileText(found: Findings, key: string, path: string): string | undefined {
  const file = filesFound(found, key)?.find((candidate) => candidate.path === path && candidate.errno === 0);
  return file && new TextDecoder().decode(file.data).trimEnd();
}

export function seccompFound(found: Findings, key: string): readonly Uint8Array[] | undefined {
  const finding = found.get(key);
  return finding?.kind === "seccomp" ? finding.programs : undefined;
}
