import { defineLab } from "../../web/lab/lab.ts";
import { askPinnedMounts } from "../../web/lab/pinned-mounts.ts";
import { leak } from "./checks/leak.ts";
import { lookIntoOverlays, overlay } from "./checks/overlay.ts";
import { privateTmpfs } from "./checks/private-tmpfs.ts";
import { readOnly, tryToWrite } from "./checks/read-only.ts";
import { slave } from "./checks/slave.ts";

export default defineLab({
  id: "mount",
  module: 1,
  place: 4,
  title: "A view of your own",
  goal: "Give a process its own tree of mounts, and decide what passes between it and the host.",
  minutes: 20,
  image: "base",
  slides: [2, 12],
  needs: ["proc-ns"],
  setup: "setup.sh",
  steps: [
    { id: "private-tmpfs", title: "A tmpfs that nobody else sees", mode: "level", inquire: askPinnedMounts, check: privateTmpfs },
    { id: "leak", title: "Make it leak", mode: "level", inquire: askPinnedMounts, check: leak },
    { id: "slave", title: "Stop the leak, still receive", mode: "level", inquire: askPinnedMounts, check: slave },
    { id: "read-only", title: "Read-only for you alone", mode: "level", inquire: tryToWrite, check: readOnly },
    { id: "overlay", title: "An overlay, as images are", mode: "level", inquire: lookIntoOverlays, check: overlay },
  ],
});
