import { beforeAll, describe, expect, test } from "vitest";
import type { GuestShell } from "../../scripts/guest/shell.ts";
import { shellEnvironment } from "../../scripts/guest/shell.ts";
import { decodeText, encodeText } from "../../web/core/bytes.ts";
import { linkDump, netlinkRoute } from "../../web/kernel/netlink/request.ts";
import { type Probe, ProbeEnter } from "../../web/protocol/requests.ts";
import { type Guest, openShell, restoreGuest, scene, sh } from "./support/guest.ts";

let guest: Guest;
let shell: GuestShell;

beforeAll(async () => {
  guest = await restoreGuest("file");
  shell = await openShell(guest.agent);
});

function probe(argv: readonly string[], change: Partial<Probe> = {}) {
  return guest.agent.probe({
    target: 0,
    enter: 0,
    timeoutMs: 20_000,
    outputLimit: 65_536,
    cwd: "/",
    argv,
    environment: shellEnvironment,
    input: new Uint8Array(0),
    ...change,
  });
}

describe("a probe", () => {
  test("gives both outputs, the exit status, and reads its input", async () => {
    const result = await probe(["sh", "-c", "cat; echo trouble >&2; exit 7"], { input: encodeText("read\n") });
    expect(result).toMatchObject({ how: "exited", status: 7, outputCut: false, errorOutputCut: false });
    expect([decodeText(result.output), decodeText(result.errorOutput)]).toEqual(["read\n", "trouble\n"]);
  });

  test("tells the signal that ended it", async () => {
    expect(await probe(["sh", "-c", "kill -SEGV $$"])).toMatchObject({ how: "signalled", status: 11 });
  });

  test("is killed at its timeout, with all it started", async () => {
    const result = await probe(["sh", "-c", "echo begun; sleep 777 & sleep 777"], { timeoutMs: 500 });
    expect(result.how).toBe("timed-out");
    expect(decodeText(result.output)).toBe("begun\n");
    expect(await probe(["pgrep", "-f", "^sleep 777"])).toMatchObject({ how: "exited", status: 1 });
  });

  test("that cannot be started says at what and why", async () => {
    expect(await probe(["/no/such/program"])).toMatchObject({ how: "not-started", stage: "exec", status: 2 });
    expect(await probe(["/etc/passwd"])).toMatchObject({ how: "not-started", stage: "exec", status: 13 });
    expect(await probe(["true"], { target: 999_999, enter: ProbeEnter.uts })).toMatchObject({
      how: "not-started",
      stage: "setns",
    });
  });

  test("says when its output was cut, and keeps the beginning", async () => {
    const result = await probe(["sh", "-c", "seq 100000"], { outputLimit: 1000 });
    expect(result).toMatchObject({ how: "exited", status: 0, outputCut: true, errorOutputCut: false });
    expect(result.output).toHaveLength(1000);
    expect(decodeText(result.output)).toMatch(/^1\n2\n3\n/);
  });

  test("takes the ids it is told to", async () => {
    const result = await probe(["sh", "-c", "id -u; id -g; grep NoNewPrivs /proc/self/status"], {
      ids: { uid: 1000, gid: 1000 },
      noNewPrivs: true,
    });
    expect(decodeText(result.output)).toBe("1000\n1000\nNoNewPrivs:\t1\n");
  });

  test("enters the namespaces of a process", async () => {
    const output = await scene(
      guest.agent,
      shell,
      `unshare --uts --net --pid --fork --mount-proc sh -c 'hostname inside; exec sleep 555' &
       until pgrep -f '^sleep 555' > /tmp/pid; do :; done
       echo "pid=$(cat /tmp/pid)="`,
    );
    const target = Number(/pid=(\d+)=/.exec(output)?.[1]);
    const { uts, net, pid, mnt } = ProbeEnter;
    const all = await probe(
      ["sh", "-c", "hostname; ls /sys/class/net | wc -l; ip -o link | wc -l; echo $$; ls -d /proc/[0-9]* | wc -l"],
      {
        target,
        enter: uts + net + pid + mnt,
      },
    );
    const [hostname, , links, own, processes] = decodeText(all.output).split("\n");
    expect(hostname).toBe("inside");
    expect(links).toBe("1");
    expect(Number(own)).toBeLessThan(10);
    expect(Number(processes)).toBeLessThan(10);
    // One of them alone: the others stay the host's.
    expect(decodeText((await probe(["sh", "-c", "hostname; readlink /proc/self/ns/net"], { target, enter: uts })).output)).toBe(
      `inside\n${(await sh(guest.agent, "readlink /proc/self/ns/net")).trim()}\n`,
    );
  });

  test("leaves no process events and no process behind", async () => {
    await guest.agent.watchProcesses(true);
    const seen: number[] = [];
    const listening = guest.agent.onProcessEvents((events) => seen.push(...events.map(({ pid }) => pid)));
    const probed = Number(decodeText((await probe(["sh", "-c", "echo $$; (true); true"])).output));
    const marker = await shell.run("true & wait; echo pid=$!=");
    const own = Number(/pid=(\d+)=/.exec(marker)?.[1]);
    // Events come in order: when the shell's later child has been told of, the probe would have been.
    await expect.poll(() => seen).toContain(own);
    expect(seen).not.toContain(probed);
    listening.dispose();
    await guest.agent.watchProcesses(false);
  });
});

test("process events: fork, exec and exit of a program that is over before anybody looks", async () => {
  await guest.agent.watchProcesses(true);
  const events: string[] = [];
  guest.agent.onProcessEvents((raw) =>
    events.push(...raw.map(({ what, pid, a }) => `${what.toString(16)} ${pid}${what === 0x8000_0000 ? ` ${a >> 8}` : ""}`)),
  );
  const shown = await shell.run("sh -c 'exit 3' & wait; echo pid=$!=");
  const pid = /pid=(\d+)=/.exec(shown)?.[1];
  await expect.poll(() => events).toContain(`80000000 ${pid} 3`);
  const own = events.filter((event) => event.split(" ")[1] === pid).map((event) => event.split(" ")[0]);
  expect(own[0]).toBe("1");
  expect(own).toContain("2");
  expect(own.at(-1)).toBe("80000000");
  await guest.agent.watchProcesses(false);
});

test("netlink: the links of another network namespace, and of one that holds no process", async () => {
  await sh(guest.agent, "ip netns add far; ip -n far link add name inner type dummy");
  const [far] = await guest.agent.netlink("/run/netns/far", netlinkRoute, [linkDump]);
  expect(decodeText(far as Uint8Array)).toContain("inner");
  const [host] = await guest.agent.netlink("", netlinkRoute, [linkDump]);
  expect(decodeText(host as Uint8Array)).not.toContain("inner");
  await expect(guest.agent.netlink("/run/netns/none", netlinkRoute, [linkDump])).rejects.toMatchObject({
    code: "agent-refused",
    errno: 2,
  });
  await expect(guest.agent.netlink("/etc/passwd", netlinkRoute, [linkDump])).rejects.toMatchObject({ code: "agent-refused" });
});

test("seccomp: the filter of a process is read back as it was loaded; a process without one is refused", async () => {
  // ld [4] (arch); jeq #3 (unused); ret ALLOW: three instructions of struct sock_filter that bwrap loads as they are.
  const program = "20000000040000001500000003000000060000000000ff7f";
  const output = await scene(
    guest.agent,
    shell,
    `echo ${program} | xxd -r -p > /tmp/filter
     bwrap --dev-bind / / --seccomp 10 10< /tmp/filter sleep 666 &
     until grep -q '^Seccomp:.2' /proc/$(pgrep -xn sleep)/status 2> /dev/null; do :; done
     echo "pid=$(pgrep -xn sleep)="`,
  );
  const filters = await guest.agent.seccompFilters(Number(/pid=(\d+)=/.exec(output)?.[1]));
  expect(filters.map((filter) => Buffer.from(filter).toString("hex"))).toEqual([program]);
  expect(await sh(guest.agent, "grep -c '^State:.S' /proc/$(pgrep -xn sleep)/status")).toBe("1\n");
  await expect(guest.agent.seccompFilters(999_999)).rejects.toMatchObject({ code: "agent-refused" });
});
