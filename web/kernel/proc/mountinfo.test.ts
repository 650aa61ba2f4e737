import { describe, expect, test } from "vitest";
import { bytesOf } from "../../../test/fixtures/kernel/load.ts";
import { parseMountinfo } from "./mountinfo.ts";

const only = (line: string) => {
  const { mounts, rejected } = parseMountinfo(bytesOf(`${line}\n`));
  return { mount: mounts[0], rejected };
};

describe("/proc/PID/mountinfo", () => {
  test("every field of proc_pid_mountinfo(5)", () => {
    expect(
      only("36 35 98:0 /mnt1 /mnt/parent rw,noatime master:1 propagate_from:7 shared:2 - ext3 /dev/root rw,errors=continue")
        .mount,
    ).toEqual({
      id: 36,
      parent: 35,
      device: "98:0",
      root: "/mnt1",
      mountPoint: "/mnt/parent",
      options: ["rw", "noatime"],
      shared: 2,
      master: 1,
      propagateFrom: 7,
      unbindable: false,
      type: "ext3",
      source: "/dev/root",
      superOptions: ["rw", "errors=continue"],
    });
  });

  test("without optional fields a mount is private; unknown ones are passed over", () => {
    expect(only("36 35 0:4 / /a rw - tmpfs none rw").mount).toMatchObject({
      shared: undefined,
      master: undefined,
      unbindable: false,
    });
    expect(only("36 35 0:4 / /a rw novel:9 unbindable - tmpfs none rw").mount).toMatchObject({
      shared: undefined,
      unbindable: true,
    });
  });

  test("octal escapes are undone once: a name may look like an escape", () => {
    expect(only("36 35 0:4 / /a\\040b\\012c\\134040\\043 rw - tmpfs so\\011urce rw").mount).toMatchObject({
      mountPoint: "/a b\nc\\040#",
      source: "so\turce",
    });
  });

  test("a bad byte in one mount point leaves the others' text alone", () => {
    const { mounts } = parseMountinfo(bytesOf("1 0 0:4 / /\xff rw - tmpfs a rw\n2 0 0:4 / /\xc3\xa4 rw - tmpfs b rw\n"));
    expect(mounts.map(({ mountPoint }) => mountPoint)).toEqual(["/\\xff", "/ä"]);
  });

  test("a source may be empty or a dash", () => {
    expect(only("36 35 0:4 / /a rw -  - tmpfs  rw").mount).toBeUndefined();
    expect(only("36 35 0:4 / /a rw - tmpfs  rw").mount?.source).toBe("");
    expect(only("36 35 0:4 / /a rw shared:1 - tmpfs - rw").mount?.source).toBe("-");
  });

  test.each([
    "x",
    "36 35 0:4 / /a rw tmpfs none rw",
    "36 35 0:4 / a rw - tmpfs none rw",
    "36 x 0:4 / /a rw - tmpfs none rw",
    "36 35 0:4 / /a rw - tmpfs none",
    "36 35 four / /a rw - t n rw",
  ])("%j is counted as not understood", (line) => {
    expect(only(line)).toEqual({ mount: undefined, rejected: 1 });
  });
});
