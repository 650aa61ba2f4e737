import type { Agent } from "../agent/agent.ts";
import { RequestFailed } from "../agent/request-failed.ts";
import { decodeText, encodeText } from "../core/bytes.ts";
import type { EnteredPart, FilesInquiry, Findings, FoundFile, Inquiry, ProbeInquiry } from "../lab/inquiry.ts";
import { ProbeEnter } from "../protocol/requests.ts";
import { guestEnvironment } from "./guest-environment.ts";

const enterBits: Readonly<Record<EnteredPart, number>> = {
  mnt: ProbeEnter.mnt,
  uts: ProbeEnter.uts,
  ipc: ProbeEnter.ipc,
  net: ProbeEnter.net,
  pid: ProbeEnter.pid,
  user: ProbeEnter.user,
  cgroup: ProbeEnter.cgroup,
  time: ProbeEnter.time,
  root: ProbeEnter.rootAndCwd,
  "cgroup-of": ProbeEnter.targetCgroup,
};
const outputLimit = 64 * 1024;
const usualTimeoutMs = 5000;

/** Asks the agent. What it refuses (a process that has gone) is left out; rejects when it is silent. */
export async function answerInquiries(agent: Agent, inquiries: readonly Inquiry[]): Promise<Findings> {
  const answers = await Promise.all(
    inquiries.map(async (inquiry) => {
      try {
        return [[inquiry.key, await answer(agent, inquiry)] as const];
      } catch (error) {
        if (error instanceof RequestFailed) return [];
        throw error;
      }
    }),
  );
  return new Map(answers.flat());
}

async function answer(agent: Agent, inquiry: Inquiry) {
  switch (inquiry.kind) {
    case "probe":
      return probe(agent, inquiry);
    case "files":
      return { kind: "files" as const, files: await files(agent, inquiry) };
    case "seccomp":
      return { kind: "seccomp" as const, programs: await agent.seccompFilters(inquiry.process.pid) };
  }
}

async function probe(agent: Agent, { target, enter, ids, noNewPrivs, argv, input, timeoutMs }: ProbeInquiry) {
  const { how, status, output, errorOutput } = await agent.probe({
    target: target?.pid ?? 0,
    enter: (enter ?? []).reduce((bits, part) => bits | enterBits[part], 0),
    ...(ids ? { ids } : {}),
    ...(noNewPrivs ? { noNewPrivs } : {}),
    timeoutMs: timeoutMs ?? usualTimeoutMs,
    outputLimit,
    cwd: "",
    argv,
    environment: guestEnvironment,
    input: encodeText(input ?? ""),
  });
  return { kind: "probe" as const, how, status, output: decodeText(output), errors: decodeText(errorOutput) };
}

async function files(agent: Agent, { queries }: FilesInquiry): Promise<FoundFile[]> {
  const { directories } = await agent.batch(queries);
  return directories.flatMap(({ directory, files: found }) =>
    found.map(({ path, errno, data }) => ({
      path: path === "" ? directory : `${directory === "/" ? "" : directory}/${path}`,
      errno,
      data,
    })),
  );
}
