import { defineLab } from "../../web/lab/lab.ts";
import { initKilled } from "./checks/init-killed.ts";
import { newPid } from "./checks/new-pid.ts";
import { ownProc, readProc } from "./checks/own-proc.ts";
import { reaps } from "./checks/reaps.ts";
import { twoLevels } from "./checks/two-levels.ts";

export default defineLab({
  id: "pid",
  module: 1,
  place: 3,
  title: "A PID 1 of your own",
  goal: "Be process 1 in a world of your own, nest it, end it, and do the work that comes with the number.",
  minutes: 20,
  image: "base",
  slides: [4],
  needs: ["proc-ns"],
  files: [{ path: "/srv/spawner.c", source: "spawner.c" }],
  setup: "setup.sh",
  steps: [
    { id: "new-pid", title: "Fork into it", mode: "level", check: newPid },
    { id: "own-proc", title: "A ps that tells the truth", mode: "level", inquire: readProc, check: ownProc },
    { id: "two-levels", title: "Two levels deep", mode: "level", check: twoLevels },
    { id: "init-killed", title: "Kill its PID 1", mode: "edge", check: initKilled },
    { id: "reaps", title: "A PID 1 that reaps", mode: "level", check: reaps },
  ],
});
