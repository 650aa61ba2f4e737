import { defineLab } from "../../web/lab/lab.ts";
import { enforced } from "./checks/enforced.ts";
import { landlocked, tryKey } from "./checks/landlocked.ts";
import { loaded } from "./checks/loaded.ts";
import { matrix, tryBoxes } from "./checks/matrix.ts";
import { noMount, tryMount } from "./checks/no-mount.ts";
import { askProfiles } from "./profiles.ts";

export default defineLab({
  id: "lsm",
  module: 5,
  place: 4,
  title: "AppArmor and Landlock",
  goal: "Load and enforce an AppArmor profile, fence a program in with Landlock, and know which layer stops what.",
  minutes: 25,
  image: "base",
  slides: [8, 12],
  needs: ["capabilities"],
  files: [
    { path: "/etc/apparmor.d/box", source: "box" },
    { path: "/tmp/filter.c", source: "filter.c" },
    { path: "/tmp/mounts.c", source: "mounts.c" },
  ],
  setup: "setup.sh",
  edit: ["/etc/apparmor.d/box"],
  steps: [
    { id: "load", title: "Load a profile", mode: "level", inquire: askProfiles, check: loaded },
    { id: "enforce", title: "Put a shell under it", mode: "level", inquire: askProfiles, check: enforced },
    { id: "no-mount", title: "Root that can't mount", mode: "level", inquire: tryMount, check: noMount },
    { id: "landlock", title: "Landlock, with no root at all", mode: "level", inquire: tryKey, check: landlocked },
    {
      id: "matrix",
      title: "Which layer stops what?",
      mode: "edge",
      question: {
        label: "What does each layer refuse its box?",
        example: "user r, capabilities m, seccomp c s, apparmor -, landlock r m",
      },
      inquire: tryBoxes,
      check: matrix,
    },
  ],
});
