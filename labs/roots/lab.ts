import { defineLab } from "../../web/lab/lab.ts";
import { broughtOut } from "./checks/broken-out.ts";
import { chrooted } from "./checks/chrooted.ts";
import { oldRootGone } from "./checks/old-root-gone.ts";
import { pivoted } from "./checks/pivoted.ts";
import { staysIn, tryBreakout } from "./checks/stays-in.ts";

export default defineLab({
  id: "roots",
  module: 1,
  place: 5,
  title: "chroot, and why not",
  goal: "Give a process another root directory, break out of it, and then change the root so that nobody can.",
  minutes: 20,
  image: "base",
  slides: [2],
  needs: ["mount"],
  files: [{ path: "/srv/breakout.c", source: "breakout.c" }],
  setup: "setup.sh",
  edit: ["/srv/breakout.c"],
  steps: [
    { id: "chroot", title: "Another root directory", mode: "level", check: chrooted },
    { id: "break-out", title: "Break out of it", mode: "edge", check: broughtOut },
    { id: "pivot", title: "Change the root for good", mode: "level", check: pivoted },
    { id: "old-root", title: "Let the old root go", mode: "level", check: oldRootGone },
    {
      id: "stays-in",
      title: "Try the breakout again",
      mode: "edge",
      question: { label: "After the breakout: which inode number has / ?", example: "1187" },
      inquire: tryBreakout,
      check: staysIn,
    },
  ],
});
