import { defineLab } from "../../web/lab/lab.ts";
import { join } from "./checks/join.ts";
import { keepAlive } from "./checks/keep-alive.ts";
import { stranger } from "./checks/stranger.ts";
import { yourWorld } from "./checks/your-world.ts";
import { askAges } from "./residents.ts";

export default defineLab({
  id: "proc-ns",
  module: 1,
  place: 1,
  title: "What is a process's world?",
  goal: "Read which namespaces a process is in, find the one that lives elsewhere, and keep and join a namespace.",
  minutes: 10,
  image: "base",
  slides: [1, 7],
  files: [{ path: "/usr/local/bin/workshop", source: "workshop", mode: 0o755 }],
  setup: "setup.sh",
  steps: [
    {
      id: "your-world",
      title: "Read your shell's namespaces",
      mode: "edge",
      question: { label: "Which inode has the UTS namespace of your shell in the workshop?", example: "4026531838" },
      check: yourWorld,
    },
    {
      id: "stranger",
      title: "Find the one that lives elsewhere",
      mode: "edge",
      question: { label: "Which PID has the daemon that does not share all of the host's namespaces?", example: "214" },
      check: stranger,
    },
    { id: "keep-alive", title: "A namespace with nobody in it", mode: "edge", check: keepAlive },
    { id: "join", title: "Join it", mode: "level", inquire: askAges, check: join },
  ],
});
