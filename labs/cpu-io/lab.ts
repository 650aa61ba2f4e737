import { defineLab } from "../../web/lab/lab.ts";
import { cpuset } from "./checks/cpuset.ts";
import { freeze } from "./checks/freeze.ts";
import { io } from "./checks/io.ts";
import { pressure } from "./checks/pressure.ts";
import { quota } from "./checks/quota.ts";
import { weight } from "./checks/weight.ts";

export default defineLab({
  id: "cpu-io",
  module: 4,
  place: 2,
  title: "Shares, quotas, freezing",
  goal: "Ration the CPU and the disk among groups, freeze one, and read from the kernel who is waiting.",
  minutes: 25,
  image: "base",
  slides: [6],
  needs: ["pids-memory"],
  files: [{ path: "/usr/local/bin/spin", source: "spin", mode: 0o755 }],
  steps: [
    { id: "quota", title: "A fifth of the CPU", mode: "edge", check: quota },
    { id: "weight", title: "Three to one", mode: "edge", check: weight },
    { id: "cpuset", title: "Which CPU", mode: "level", check: cpuset },
    { id: "freeze", title: "Frozen", mode: "level", check: freeze },
    { id: "io", title: "A megabyte a second", mode: "edge", check: io },
    { id: "pressure", title: "Who is waiting?", mode: "edge", check: pressure },
  ],
});
