import { defineLab } from "../../web/lab/lab.ts";
import { askDropped, dropped } from "./checks/dropped.ts";
import { hiddenExec } from "./checks/hidden-exec.ts";
import { miner } from "./checks/miner.ts";
import { askTrace, onlyOne } from "./checks/only-one.ts";

export default defineLab({
  id: "observe",
  module: 6,
  place: 1,
  title: "Watching with ftrace and BPF",
  goal: "See what a machine executes, follow one container, cut it off with a BPF program, and find who burns the CPU.",
  minutes: 20,
  image: "base",
  slides: [9],
  needs: ["pids-memory"],
  setup: "setup.sh",
  steps: [
    {
      id: "hidden-exec",
      title: "Over before ps looks",
      mode: "edge",
      question: { label: "Which file outside /usr is executed again and again?", example: "/opt/app/run" },
      check: hiddenExec,
    },
    { id: "only-one", title: "Only one container's", mode: "edge", inquire: askTrace, check: onlyOne },
    { id: "dropped", title: "Drop its packets", mode: "level", inquire: askDropped, check: dropped },
    {
      id: "miner",
      title: "Find the miner",
      mode: "edge",
      question: { label: "Which PID has the process that mines?", example: "214" },
      check: miner,
    },
  ],
});
