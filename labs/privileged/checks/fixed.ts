import type { Process } from "../../../web/kernel/snapshot.ts";
import { maskText } from "../../../web/lab/capabilities.ts";
import { type Findings, fileText, type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";
import { others, planted } from "../containers.ts";

/**
 * The ways out, tried inside by a container's own runtime, so with just what its processes have. Each is only opened for writing, and
 * nothing is written. Prints what works.
 */
const attack = `
can() { (: >>"$1") 2>/dev/null && echo "$2"; }
for device in /dev/*; do [ -b "$device" ] && can "$device" "device $device"; done
can /proc/sys/kernel/core_pattern "core_pattern"
there=/tmp/there; mkdir $there
mknod $there/disk b 7 0 && can $there/disk "mknod"
mount -t tmpfs none $there && mknod $there/disk b 7 0 && can $there/disk "mount"
mount -t proc proc $there && can $there/sys/kernel/core_pattern "mount"
umount $there; umount $there; rm -rf $there
echo "tried"`;

/** Of each container by the pid of its first process: the shop's page in its network, and what the attack says, if crun knows it. */
const script = `
attack=$1; shift
for pid; do
  echo "process $pid"
  echo "page $(busybox nsenter --target="$pid" --net busybox wget -q -O - http://127.0.0.1/)"
  for status in /run/crun/*/status; do
    while read -r key value; do
      [ "$key $value" = "\\"pid\\": $pid," ] || continue
      id=\${status%/status}
      crun exec "\${id##*/}" /bin/sh -c "$attack" </dev/null
    done <"$status"
  done
done 2>/dev/null
true`;

/** So many containers are tried. */
const most = 3;

export function tryFixed(context: InquiryContext): Inquiry[] {
  if (planted(context, "privileged")) return [];
  const pids = others(context)
    .slice(0, most)
    .map(({ pid }) => `${pid}`);
  return [
    { kind: "probe", key: "containers", argv: ["sh", "-c", script, "sh", attack, ...pids], timeoutMs: 60_000 },
    {
      kind: "files",
      key: "loop",
      queries: [{ directory: "/sys/block/loop0/loop", files: [{ operation: "read", path: "backing_file" }] }],
    },
  ];
}

/** The privileged container is gone; in what took its place the shop is open, and every way to the host's disk is closed. */
export const fixed: Check = (context) => {
  const { found, scene } = context;
  const old = planted(context, "privileged");
  const [process] = others(context);
  if (old) {
    return fail(
      `The privileged container still runs: process ${nameOf(old)}.`,
      process
        ? "What runs beside it changes nothing. `crun delete -f privileged`"
        : "What it may do was decided when it started. Change its config.json, `crun delete -f privileged`, and run it again.",
      sets(old),
    );
  }
  if (!process) {
    return fail(
      "The privileged container is gone, and the shop with it.",
      "That is safe, and of no use. Run it again, with a config.json that gives it less.",
    );
  }
  if (fileText(found, "loop", "/sys/block/loop0/loop/backing_file") !== "/srv/disk.img") {
    return fail(
      "The host has no disk any more: /dev/loop0 is not /srv/disk.img.",
      "The host needs it; it is the container that must not reach it. `losetup /dev/loop0 /srv/disk.img`",
    );
  }
  // equivalent: that it takes too long can't be had on demand
  if (neededProbe(found, "containers").how !== "exited") return unknown("The ways out could not be tried in time.");
  const containers = others(context).flatMap((first) => triedOf(found, first));
  const known = containers.filter(({ ways }) => ways.length > 0);
  const shop = known.find(({ page }) => page === scene.facts.get("page"));
  const open = known.find(({ ways }) => ways[0] !== "tried");
  if (open) {
    const [way = ""] = open.ways;
    return fail(
      `In container process ${nameOf(open.process)} there is still a way to the host: ${way}.`,
      hintFor(way),
      evidenceOf(open),
    );
  }
  if (shop) return pass(...evidenceOf(shop));
  const [closed] = known;
  if (closed) {
    return fail(
      `The shop in container process ${nameOf(closed.process)} doesn't answer on port 80.`,
      "It needs one capability of the 41: port 80 is below 1024. And it has to be told what to serve: `httpd -f -p 80 -h /www`.",
      evidenceOf(closed),
    );
  }
  return fail(
    `Process ${nameOf(process)} is the first of a container that crun doesn't know, or that has no /bin/sh.`,
    "The check tries the ways out through crun; run the container with it.",
    sets(process),
  );
};

interface Tried {
  readonly process: Process;
  readonly page: string;
  /** What works, and "tried" at the end. Empty when crun doesn't know it. */
  readonly ways: readonly string[];
}

function triedOf(found: Findings, process: Process): Tried[] {
  const blocks = neededProbe(found, "containers").output.split("process ");
  return blocks
    .map((block) => block.trim().split("\n"))
    .filter(([pid]) => pid === `${process.pid}`)
    .map(([, page = "", ...ways]) => ({ process, page: page.slice("page ".length), ways }));
}

function evidenceOf({ process, page, ways }: Tried): Evidence[] {
  return [
    ...sets(process),
    { path: "http://127.0.0.1/", value: page === "" ? "no answer" : page, note: `from the network of process ${process.pid}` },
    { path: "ways to the host", value: ways.join(", "), note: "tried inside, by crun exec" },
  ];
}

function hintFor(way: string): string {
  if (way.startsWith("device"))
    return "To open a disk root needs no capability at all, only the device. Give it a /dev of its own (a tmpfs) in place of the host's.";
  if (way === "core_pattern")
    return 'Who may write /proc/sys/kernel/core_pattern names a program that the kernel runs on the host at the next crash. `"readonlyPaths": ["/proc/sys"]`';
  if (way === "mknod")
    return "It makes the device anew. Take CAP_MKNOD away, and refuse devices: `resources.devices` with `allow: false`.";
  return "With CAP_SYS_ADMIN it mounts what it needs, and goes on from there. Take that away.";
}

function sets({ pid, name, capabilities }: Process): Evidence[] {
  return [{ path: `/proc/${pid}/status`, value: `CapEff: ${maskText(capabilities.effective)}`, note: name }];
}
