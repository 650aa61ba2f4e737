import type { Process } from "../../../web/kernel/snapshot.ts";
import { type Inquiry, probeFound, probeSucceeded } from "../../../web/lab/inquiry.ts";
import type { CheckContext, InquiryContext, Step } from "../../../web/lab/lab.ts";
import { isAway } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";

const argv = ["/usr/local/bin/sysv", "show"];
const most = 4;

/** A queue, or a segment, of the same key on the host and in another IPC namespace, each with a content, and not the same. */
export const sameKey: Pick<Step, "inquire" | "check"> = {
  inquire: (context) => {
    const targets = inside(context);
    const probes: Inquiry[] = targets.map((target) => ({ kind: "probe", key: keyOf(target), target, enter: ["ipc"], argv }));
    return targets.length > 0 ? [{ kind: "probe", key: "host", argv }, ...probes] : [];
  },
  check: (context) => {
    const { found } = context;
    const targets = inside(context);
    if (targets.length === 0) {
      return fail(
        "No process is in an IPC namespace of its own any more.",
        "With the last process the namespace went, and all queues in it. Start a shell in a new one and stay in it.",
      );
    }
    // equivalent: only a process that ends at this moment, or a removed program, can't be asked
    if (!probeSucceeded(found, "host") || targets.every((target) => !probeSucceeded(found, keyOf(target))))
      return unknown("What the queues and segments hold could not be read just now.");
    const host = contents(context, "host");
    const pairs = targets.flatMap((target) =>
      [...contents(context, keyOf(target))].flatMap(([object, content]) => {
        const outside = host.get(object);
        return outside ? [{ target, object, content, outside }] : [];
      }),
    );
    const done = pairs.find(({ content, outside }) => content !== "empty" && outside !== "empty" && content !== outside);
    if (done) return pass(...pairEvidence(done));
    const [pair] = pairs;
    if (!pair) {
      const [target] = targets as [Process];
      const there = [...contents(context, keyOf(target)).keys()];
      return fail(
        `The host has ${[...host.keys()].join(", ") || "nothing"}; process ${target.pid} (${target.name}) sees ${there.join(", ") || "nothing"}: no key is in both.`,
        there.length > 0 ? "Use the very key that the host has, for the same kind: queue or segment." : undefined,
      );
    }
    const { target, object, content, outside } = pair;
    if (content === outside) {
      return fail(
        `The ${object} holds the same on the host and in the namespace of process ${target.pid}: ${content}.`,
        "Put something else into one of them, so that you can tell them apart.",
        pairEvidence(pair),
      );
    }
    return fail(
      `There is ${object} on both sides, but ${content === "empty" ? `the one of process ${target.pid}` : "the host's"} is empty.`,
      "Put something into both.",
      pairEvidence(pair),
    );
  },
};

interface Pair {
  readonly target: Process;
  readonly object: string;
  readonly content: string;
  readonly outside: string;
}

/** One process of each IPC namespace that is not the host's. */
function inside({ now }: InquiryContext): Process[] {
  const away = [...now.processes.values()].toReversed().filter((process) => isAway(now, process, "ipc"));
  return [...new Map(away.map((process) => [process.namespaces.ipc, process])).values()].toReversed().slice(0, most);
}

function keyOf({ namespaces }: Process): string {
  return `ipc:${namespaces.ipc}`;
}

/** What `sysv show` printed: "queue 0x0000002a" to its content. A key of 0 is private: it names nothing. */
function contents({ found }: CheckContext, key: string): ReadonlyMap<string, string> {
  const lines = (probeFound(found, key)?.output ?? "").matchAll(/^(\w+ 0x(?!00000000)\w{8}) (.*)$/gm);
  return new Map([...lines].map(([, object = "", content = ""]) => [object, content]));
}

function pairEvidence({ target, object, content, outside }: Pair): Evidence[] {
  return [
    { path: object, value: outside, note: "on the host" },
    { path: object, value: content, note: `for process ${target.pid} (${target.name})` },
  ];
}
