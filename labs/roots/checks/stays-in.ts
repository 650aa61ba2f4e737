import { type Inquiry, neededProbe, probeFound } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { pivotedProcesses } from "./pivoted.ts";

/** Prints inode and device of what is / to it. */
const where = ["/bin/busybox", "stat", "-c", "%i %d", "/"];

export function tryBreakout(context: InquiryContext): Inquiry[] {
  const [target] = pivotedProcesses(context);
  const host: Inquiry = { kind: "probe", key: "host", argv: ["stat", "-c", "%i %d", "/"] };
  if (!target || context.answer === undefined) return [host];
  return [
    host,
    { kind: "probe", key: "inside", target, enter: ["mnt", "root"], argv: where },
    { kind: "probe", key: "breakout", target, enter: ["mnt", "root"], argv: ["/bin/breakout", ...where] },
  ];
}

/** The breakout, run inside, comes out where it went in; and that is what the learner found. */
export const staysIn: Check = (context) => {
  const { answer, found } = context;
  const [process] = pivotedProcesses(context);
  if (!process) {
    return fail(
      "Nobody is in a mount namespace with a root of its own any more.",
      "Do the two steps before again, and stay in it.",
    );
  }
  if (answer === undefined) return fail("You have not said yet where the breakout came out.", undefined);
  if (!probeFound(found, "breakout")?.output) {
    return fail(
      `In the root of process ${nameOf(process)} there is no /bin/breakout that runs.`,
      "Take /srv/jail as the new root: it holds the program and the libraries that it needs.",
    );
  }
  const breakout = neededProbe(found, "breakout").output.trim();
  const inside = neededProbe(found, "inside").output.trim();
  const host = neededProbe(found, "host").output.trim();
  const evidence: Evidence[] = [
    { path: "/", value: inside, note: `inode and device of the root of process ${process.pid}` },
    { path: "/bin/breakout stat /", value: breakout, note: "where it comes out" },
    { path: "/", value: host, note: "the host's" },
  ];
  // equivalent: above the root of a mount namespace there is nothing; should there be, it must not pass
  if (breakout !== inside) {
    return fail(
      `The breakout still gets out of process ${nameOf(process)}: it comes to inode ${breakout.split(" ")[0]}.`,
      "Its root is not the namespace's: pivot_root changes that, chroot does not.",
      evidence,
    );
  }
  const said = answer.trim();
  if (said === inside.split(" ")[0]) return pass(...evidence);
  if (said === host.split(" ")[0]) {
    return fail(`Inode ${said} is the host's own /.`, "Run it inside: `/bin/breakout`, and there `ls -id /`.", evidence);
  }
  return fail(`Inode ${said} is not where the breakout comes out.`, "`/bin/breakout`, and in its shell `ls -id /`.", evidence);
};
