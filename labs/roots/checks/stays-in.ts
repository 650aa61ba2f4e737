import type { Process } from "../../../web/kernel/snapshot.ts";
import { type Inquiry, neededProbe, probeFound } from "../../../web/lab/inquiry.ts";
import type { Check, CheckContext, InquiryContext } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { pivotedProcesses } from "./pivoted.ts";

/** Prints inode and device of what is / to it. */
const where = ["/bin/busybox", "stat", "-c", "%i %d", "/"];
const most = 3;

export function tryBreakout(context: InquiryContext): Inquiry[] {
  const host: Inquiry = { kind: "probe", key: "host", argv: ["stat", "-c", "%i %d", "/"] };
  if (context.answer === undefined) return [host];
  return [host, ...targets(context).flatMap(tryIn)];
}

function tryIn(target: Process): Inquiry[] {
  return [
    { kind: "probe", key: `inside ${target.pid}`, target, enter: ["mnt", "root"], argv: where },
    { kind: "probe", key: `breakout ${target.pid}`, target, enter: ["mnt", "root"], argv: ["/bin/breakout", ...where] },
  ];
}

/** One process of each mount namespace that was pivoted; of many the newest. */
function targets(context: Pick<CheckContext, "now" | "scene">): Process[] {
  return [...new Map(pivotedProcesses(context).map((process) => [process.namespaces.mnt, process])).values()].slice(-most);
}

/** The breakout, run inside, comes out where it went in; and that is what the learner found. */
export const staysIn: Check = (context) => {
  const { answer, found } = context;
  const inside = targets(context);
  const last = inside.at(-1);
  if (!last) {
    return fail(
      "Nobody is in a mount namespace with a root of its own any more.",
      "Do the two steps before again, and stay in it.",
    );
  }
  if (answer === undefined) return fail("You have not said yet where the breakout came out.", undefined);
  const tried = inside.filter(({ pid }) => probeFound(found, `breakout ${pid}`)?.output);
  if (tried.length === 0) {
    return fail(
      `In the root of process ${nameOf(last)} there is no /bin/breakout that runs.`,
      "Take /srv/jail as the new root: it holds the program and the libraries that it needs.",
    );
  }
  const numbers = answer.match(/\d+/g) ?? [];
  if (numbers.length !== 1)
    return fail(`"${answer}" is not one inode number.`, "`ls -id /` prints it, and a slash that doesn't matter.");
  const [said = ""] = numbers;
  const host = printed(context, "host");
  const all = tried.map((process) => ({
    process,
    came: printed(context, `breakout ${process.pid}`),
    root: printed(context, `inside ${process.pid}`),
  }));
  const out = all.find(({ came, root }) => came !== root); // equivalent: above such a root is nothing; if there were, it must not pass
  if (out) {
    return fail(
      `The breakout still gets out of process ${nameOf(out.process)}: it comes to inode ${inodeOf(out.came)}.`,
      "Its root is not the namespace's: pivot_root changes that, chroot does not.",
      evidenceOf(out, host),
    );
  }
  const done = all.find(({ root }) => inodeOf(root) === said);
  if (done) return pass(...evidenceOf(done, host));
  const evidence = all.flatMap((one) => evidenceOf(one, host));
  if (said === inodeOf(host)) {
    return fail(`Inode ${said} is the host's own /.`, "Run it inside: `/bin/breakout`, and there `ls -id /`.", evidence);
  }
  return fail(`Inode ${said} is not where the breakout comes out.`, "`/bin/breakout`, and in its shell `ls -id /`.", evidence);
};

interface Tried {
  readonly process: Process;
  readonly came: string;
  readonly root: string;
}

function evidenceOf({ process, came, root }: Tried, host: string): Evidence[] {
  return [
    { path: "/", value: root, note: `inode and device of the root of process ${process.pid}` },
    { path: "/bin/breakout stat /", value: came, note: "where it comes out" },
    { path: "/", value: host, note: "the host's" },
  ];
}

function printed({ found }: CheckContext, key: string): string {
  return neededProbe(found, key).output.trim();
}

/** Of `1187 27`, inode and device. */
function inodeOf(text: string): string | undefined {
  return text.split(" ")[0];
}
