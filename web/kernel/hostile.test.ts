import { describe, expect, test } from "vitest";
import { recorded } from "../../test/fixtures/kernel/load.ts";
import { Seeded } from "../../test/fixtures/kernel/seeded.ts";
import { byteString } from "./byte-string.ts";
import { parsePressure } from "./cgroup/pressure.ts";
import { cpuMax, flatKeyed, limitOf, nestedKeyed, processesIn } from "./cgroup/values.ts";
import { diffSnapshots } from "./diff.ts";
import { watchQueries } from "./look.ts";
import type { LookAnswers, NetworkDumps } from "./look-answer.ts";
import { parseNetwork } from "./netlink/network.ts";
import { parseLook } from "./parse-look.ts";
import { parseBootTime } from "./proc/boot-time.ts";
import { parseCgroupMembership } from "./proc/cgroup-membership.ts";
import { parseCommandLine } from "./proc/command-line.ts";
import { parseIdMap } from "./proc/id-map.ts";
import { parseMountinfo } from "./proc/mountinfo.ts";
import { parseNamespaceLink } from "./proc/namespace-link.ts";
import { parseSecurityLabel } from "./proc/security-label.ts";
import { parseSetgroups } from "./proc/setgroups.ts";
import { parseStat } from "./proc/stat.ts";
import { parseStatus } from "./proc/status.ts";
import { parseTimeOffsets } from "./proc/time-offsets.ts";
import { parseIdleTime, parseUptime } from "./proc/uptime.ts";
import type { DirectoryRecord, FileRecord } from "./query.ts";
import { namespaceQueries, networkTargets, pinnedQueries } from "./second-round.ts";

const asText = (parse: (text: string) => unknown) => (bytes: Uint8Array) => parse(byteString(bytes));
const parsers: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  parseBootTime,
  parseCgroupMembership,
  parseCommandLine,
  parseIdMap,
  parseMountinfo,
  parseSecurityLabel,
  parseSetgroups,
  parseStat,
  parseStatus,
  parseTimeOffsets,
  parseIdleTime,
  parseUptime,
  parseNamespaceLink: asText(parseNamespaceLink),
  flatKeyed: asText(flatKeyed),
  nestedKeyed: asText(nestedKeyed),
  limitOf: asText(limitOf),
  cpuMax: asText(cpuMax),
  parsePressure: asText(parsePressure),
  processesIn: asText(processesIn),
};

const whole = recorded("after");
const earlier = parseLook(recorded("before"));

const samples: readonly Uint8Array[] = whole.first.records
  .flatMap(({ files }) => files.map(({ data }) => data))
  .filter(({ length }) => length > 0 && length < 4000);

describe("damaged input", () => {
  test("no parser of a file throws, whatever file it is given", () => {
    const random = new Seeded(1);
    for (let round = 0; round < 2000; round++) {
      const bytes = round % 3 === 0 ? random.bytes(random.below(200)) : random.damaged(random.pick(samples));
      for (const [name, parse] of Object.entries(parsers)) {
        try {
          parse(bytes);
        } catch (cause) {
          throw new Error(`${name} threw in round ${round}`, { cause });
        }
      }
    }
  });

  test("a damaged stat line is either refused or has a whole identity", () => {
    const random = new Seeded(2);
    const lines = samples.filter((bytes) => parseStat(bytes) !== undefined);
    let refused = 0;
    for (let round = 0; round < 2000; round++) {
      const stat = parseStat(random.damaged(random.pick(lines)));
      if (!stat) refused++;
      else if (!Number.isSafeInteger(stat.pid) || stat.startTime < 0n || !/^[A-Za-z]$/.test(stat.state))
        expect.fail(`round ${round}`);
    }
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(3000);
  });

  test("damaged netlink dumps never throw, never loop, and make no links out of nothing", () => {
    const random = new Seeded(3);
    let damage = 0;
    for (let round = 0; round < 2000; round++) {
      const dumps = random.pick(whole.networks);
      const broken = {
        ...dumps,
        links: random.damaged(dumps.links),
        addresses: random.damaged(dumps.addresses),
        routes: random.damaged(dumps.routes),
      };
      const gaps: NetworkGaps = [];
      const network = parseNetwork(broken, gaps);
      if (!network.links.every(({ index }) => index > 0 && Number.isInteger(index))) expect.fail(`round ${round}`);
      if (gaps.length > 0) damage++;
    }
    expect(damage).toBeGreaterThan(1000);
  });

  test("random bytes are no netlink dump", () => {
    const random = new Seeded(4);
    for (let round = 0; round < 2000; round++) {
      const bytes = random.bytes(random.below(120));
      const { links } = parseNetwork({ path: "x", inode: 1, links: bytes, addresses: bytes, routes: bytes }, []);
      if (links.length > 0) expect.fail(`round ${round}`);
    }
  });

  test("a look whose files, errors and directories are damaged never throws, in any round", () => {
    const random = new Seeded(5);
    let seen = 0;
    for (let round = 0; round < 200; round++) {
      const answers = damagedLook(whole, random);
      const { first, second } = answers;
      namespaceQueries(first.records);
      pinnedQueries(first.records, second?.records ?? []);
      networkTargets(first.records, second?.records ?? []);
      const snapshot = parseLook(answers);
      if (!snapshot) continue;
      seen++;
      watchQueries(snapshot);
      diffSnapshots(snapshot, earlier ?? snapshot);
      if (![...snapshot.processes].every(([pid, process]) => process.pid === pid)) expect.fail(`a pid in round ${round}`);
      if (![...snapshot.namespaces].every(([key, { type, inode }]) => key === `${type}:${inode}`))
        expect.fail(`a key in round ${round}`);
    }
    expect(seen).toBeGreaterThan(50);
  });
});

type NetworkGaps = Parameters<typeof parseNetwork>[1];

function damagedLook(answers: LookAnswers, random: Seeded): LookAnswers {
  const rarely = (what: () => FileRecord, otherwise: FileRecord) => (random.below(40) === 0 ? what() : otherwise);
  const file = (whole: FileRecord): FileRecord => {
    const failed = rarely(() => ({ ...whole, errno: random.pick([1, 2, 3, 13, 19, 22, 95]), data: new Uint8Array() }), whole);
    const damaged = rarely(() => ({ ...failed, data: random.damaged(failed.data) }), failed);
    return rarely(
      () => ({ ...damaged, path: random.pick(["", "stat", "ns/uts", "\0", "fd/x", "__proto__", damaged.path]) }),
      damaged,
    );
  };
  const records = (whole: readonly DirectoryRecord[]) =>
    whole
      .filter(() => random.below(30) > 0)
      .map((record) => ({ ...record, files: record.files.filter(() => random.below(60) > 0).map(file) }));
  const batch = (whole: LookAnswers["first"]) => ({ cut: random.below(10) === 0, records: records(whole.records) });
  const network = (dumps: NetworkDumps) => (random.below(4) === 0 ? { ...dumps, links: random.damaged(dumps.links) } : dumps);
  const { first, second, third, networks } = answers;
  return {
    sequence: 1,
    first: batch(first),
    ...(second ? { second: batch(second) } : {}),
    ...(third ? { third: batch(third) } : {}),
    networks: networks.map(network),
  };
}
