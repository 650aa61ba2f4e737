import { type Findings, fileText, type Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { askGroups, groupsFound, hierarchyOf, type OldGroup } from "../hierarchy.ts";

const pool = "/proc/sys/vm/nr_hugepages";
/** So many more are made when somebody asks for them. */
const overcommit = "/proc/sys/vm/nr_overcommit_hugepages";
const names = ["hugetlb.4MB.limit_in_bytes", "hugetlb.4MB.failcnt", "hugetlb.4MB.max_usage_in_bytes", "cgroup.procs"];
const onePage = 4 * 1024 * 1024;
/** Bytes; what means "none" is far more. */
const noLimit = 2 ** 30;

export function askHugePages({ now }: InquiryContext): Inquiry[] {
  const hierarchy = hierarchyOf(now, "hugetlb");
  if (!hierarchy) return [];
  return [
    askGroups("groups", hierarchy, names),
    {
      kind: "files",
      key: "pool",
      queries: [{ directory: "/", files: [pool, overcommit].map((path) => ({ operation: "read", path: path.slice(1) })) }],
    },
  ];
}

/** A group that may have one huge page had it, and was refused another. */
export const hugePages: Check = ({ now, found }) => {
  const hierarchy = hierarchyOf(now, "hugetlb");
  if (!hierarchy)
    return fail(
      "hugetlb is not mounted as version 1 any more.",
      "Mount it again: `mount -t cgroup -o hugetlb hugetlb DIRECTORY`.",
    );
  const groups = groupsFound(found, "groups", hierarchy);
  const done = groups.find((group) => limit(group) === onePage && failures(group) > 0 && mostUsed(group) === onePage);
  if (done) return pass(...evidenceOf(done, found));
  // Its limit was higher once: of what it was refused nobody knows when that was.
  const lowered = groups.find((group) => limit(group) === onePage && mostUsed(group) > onePage);
  if (lowered) {
    const counters = ["failcnt", "max_usage_in_bytes"].map((name) => `${lowered.path}/hugetlb.4MB.${name}`);
    return fail(
      `${lowered.path} may have one huge page now, but once had ${mostUsed(lowered)} bytes: whether failcnt, ${failures(lowered)}, is of this limit can't be told.`,
      `Set the counters back, \`echo 0 | tee ${counters.join(" ")}\`, and start \`huge\` inside again.`,
      evidenceOf(lowered, found),
    );
  }
  const wide = groups.find((group) => failures(group) > 0 && limit(group) !== onePage);
  if (wide) {
    return fail(
      `${wide.path} was refused a page, but its limit is ${limit(wide)} bytes.`,
      `One page is ${onePage} bytes here (\`grep Hugepagesize /proc/meminfo\`): that is the limit to set.`,
      evidenceOf(wide, found),
    );
  }
  const limited = groups.find((group) => limit(group) === onePage);
  if (limited) {
    const pages = Number(fileText(found, "pool", pool));
    if (pages + Number(fileText(found, "pool", overcommit)) < 2) {
      return fail(
        `Huge pages in the pool, for the whole machine: ${pages}. Nobody can have a second one, limit or not.`,
        `Put more aside: \`echo 4 > ${pool}\`.`,
        evidenceOf(limited, found),
      );
    }
    return fail(
      `${limited.path} may have one huge page, and has not asked for a second: failcnt is ${failures(limited)}, and the most it had ${mostUsed(limited)} bytes.`,
      `Start \`huge\` inside: \`sh -c 'echo $$ > ${limited.path}/cgroup.procs; exec huge'\`.`,
      evidenceOf(limited, found),
    );
  }
  const other = groups.find((group) => limit(group) < noLimit);
  if (other) {
    return fail(
      `${other.path}/hugetlb.4MB.limit_in_bytes is ${limit(other)}.`,
      `The limit counts in whole pages and is rounded down to them. One page is ${onePage}.`,
      evidenceOf(other, found),
    );
  }
  const [group] = groups.filter(({ path }) => path !== hierarchy.mountPoint);
  if (!group) return fail(`${hierarchy.mountPoint} has no group but its root.`, undefined);
  return fail(
    `${group.path}/hugetlb.4MB.limit_in_bytes is ${limit(group)}: no limit.`,
    `That is the file (rsvd.limit_in_bytes limits what is reserved): \`echo 4M > ${group.path}/hugetlb.4MB.limit_in_bytes\`.`,
    evidenceOf(group, found),
  );
};

function limit({ files }: OldGroup): number {
  return Number(files.get("hugetlb.4MB.limit_in_bytes"));
}

function failures({ files }: OldGroup): number {
  return Number(files.get("hugetlb.4MB.failcnt"));
}

function mostUsed({ files }: OldGroup): number {
  return Number(files.get("hugetlb.4MB.max_usage_in_bytes"));
}

function evidenceOf({ path, files }: OldGroup, found: Findings): Evidence[] {
  return [
    ...names.slice(0, 3).map((name) => ({ path: `${path}/${name}`, value: files.get(name) ?? "not there" })),
    { path: pool, value: fileText(found, "pool", pool) ?? "not read", note: "huge pages in the pool" },
  ];
}
