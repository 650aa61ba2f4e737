import { defineLab } from "../../web/lab/lab.ts";
import { compared } from "./checks/compared.ts";
import { fixed, tryFixed } from "./checks/fixed.ts";
import { reached, readOpeners } from "./checks/reached.ts";

export default defineLab({
  id: "privileged",
  module: 5,
  place: 2,
  title: "What --privileged gives away",
  goal: "See what --privileged gives a container, reach the host with it, and give the app what it needs instead.",
  minutes: 20,
  image: "base",
  slides: [14],
  needs: ["capabilities"],
  files: [
    { path: "/srv/boxes/plain/config.json", source: "plain.json" },
    { path: "/srv/boxes/privileged/config.json", source: "privileged.json" },
    { path: "/usr/local/src/openers.c", source: "openers.c" },
    { path: "/usr/local/src/writers.c", source: "writers.c" },
  ],
  setup: "setup.sh",
  edit: ["/srv/boxes/privileged/config.json", "/srv/boxes/plain/config.json"],
  steps: [
    {
      id: "compare",
      title: "Two containers",
      mode: "edge",
      question: { label: "Which letters did --privileged give?", example: "a c d" },
      check: compared,
    },
    { id: "reach-host", title: "Reach the host", mode: "edge", inquire: readOpeners, check: reached },
    { id: "fix", title: "Only what the app needs", mode: "edge", inquire: tryFixed, check: fixed },
  ],
});
