import { defineLab } from "../../web/lab/lab.ts";
import { bomb } from "./checks/bomb.ts";
import { enter } from "./checks/enter.ts";
import { high } from "./checks/high.ts";
import { leak } from "./checks/leak.ts";
import { together } from "./checks/together.ts";

export default defineLab({
  id: "pids-memory",
  module: 4,
  place: 1,
  title: "Fork bombs and greed",
  goal: "Put processes into a cgroup and see its limits bite: a fork bomb that fizzles out, and a leak that is slowed down or killed.",
  minutes: 25,
  image: "base",
  slides: [6, 10],
  needs: ["proc-ns"],
  files: [
    { path: "/root/bomb.sh", source: "bomb.sh" },
    { path: "/root/leak.c", source: "leak.c" },
  ],
  setup: "setup.sh",
  edit: ["/root/bomb.sh", "/root/leak.c"],
  steps: [
    { id: "enter", title: "A group for your shell", mode: "level", check: enter },
    { id: "bomb", title: "A fork bomb that fizzles out", mode: "edge", check: bomb },
    { id: "leak", title: "A leak that is killed", mode: "edge", check: leak },
    { id: "high", title: "A leak that is slowed down", mode: "edge", check: high },
    { id: "together", title: "All of them or none", mode: "edge", check: together },
  ],
});
