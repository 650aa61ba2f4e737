import { defineLab } from "../../web/lab/lab.ts";
import { askAttack, attacked } from "./checks/attacked.ts";
import { container } from "./checks/container.ts";
import { leak } from "./checks/leak.ts";
import { askProcs, mended } from "./checks/mended.ts";
import { askCandidate } from "./lights.ts";

export default defineLab({
  id: "container-by-hand",
  module: 7,
  place: 1,
  title: "A container by hand",
  goal: "Build one process that is a container in every respect, and see two dozen attacks on it fail.",
  minutes: 60,
  image: "base",
  slides: [20],
  needs: ["seccomp", "pids-memory", "veth"],
  files: [
    { path: "/srv/demo.c", source: "demo.c" },
    { path: "/srv/deny.c", source: "deny.c" },
    { path: "/srv/attack.c", source: "attack.c" },
    { path: "/srv/start.sh", source: "start.sh", mode: 0o755 },
  ],
  setup: "setup.sh",
  edit: ["/srv/demo.c", "/srv/start.sh", "/root/report.md"],
  steps: [
    {
      id: "leak",
      title: "The leak in the talk's demo",
      mode: "edge",
      question: { label: "Where on the host is what it leaks?", example: "/mnt/box" },
      check: leak,
    },
    { id: "mended", title: "Mend it", mode: "level", inquire: askProcs, check: mended },
    { id: "container", title: "All at once", mode: "level", inquire: askCandidate, check: container },
    {
      id: "attacked",
      title: "Under attack",
      mode: "edge",
      question: { label: "Which process (its PID on the host) shall be attacked?", example: "214" },
      inquire: askAttack,
      check: attacked,
    },
  ],
});
