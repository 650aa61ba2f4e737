import { defineLab } from "../../web/lab/lab.ts";
import { emptyNamespace } from "./checks/empty-namespace.ts";
import { onTheHost } from "./checks/on-the-host.ts";
import { posixQueues } from "./checks/posix-queues.ts";
import { sameKey } from "./checks/same-key.ts";

export default defineLab({
  id: "ipc",
  module: 1,
  place: 6,
  title: "Queues and shared memory",
  goal: "See which channels between processes have nothing to do with files, and give a process none of the host's.",
  minutes: 10,
  image: "base",
  slides: [3],
  needs: ["proc-ns"],
  files: [{ path: "/usr/local/src/sysv.c", source: "sysv.c" }],
  setup: "setup.sh",
  steps: [
    { id: "on-the-host", title: "A queue and a segment", mode: "level", ...onTheHost },
    { id: "empty-namespace", title: "A namespace without any", mode: "edge", ...emptyNamespace },
    { id: "same-key", title: "One key, two contents", mode: "level", ...sameKey },
    { id: "posix-queues", title: "Queues that are files", mode: "level", ...posixQueues },
  ],
});
