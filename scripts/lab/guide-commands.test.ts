import { expect, test } from "vitest";
import { commandsOf } from "./guide-commands.ts";

test.each([
  ["unshare --uts bash", ["unshare"]],
  ["ip -j addr | jq '.[] | select(.x)'", ["ip", "jq"]],
  ["A=1 B=2 sysctl -w x=1 && echo done; ls", ["sysctl", "echo", "ls"]],
  ["for i in 1 2; do sleep $i; done", ["sleep"]],
  ["echo 'a | b' > /tmp/x", ["echo"]],
  ['echo "$(readlink /proc/self/ns/uts) here"', ["echo", "readlink"]],
  ["/usr/local/bin/app & kill -9 $!", ["kill"]],
  ["ls # a comment; with a stop", ["ls"]],
  ["if mount | grep -q x; then umount x; fi", ["mount", "grep", "umount"]],
])("the commands of %s", (line, commands) => {
  expect(commandsOf(line)).toEqual(commands);
});
