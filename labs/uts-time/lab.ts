import { defineLab } from "../../web/lab/lab.ts";
import { dayAhead } from "./checks/day-ahead.ts";
import { newUts } from "./checks/new-uts.ts";
import { renameInside } from "./checks/rename-inside.ts";
import { askOwners, withoutRoot } from "./checks/without-root.ts";

export default defineLab({
  id: "uts-time",
  module: 1,
  place: 2,
  title: "Names and clocks",
  goal: "Give a process a host name and a clock of its own, first as root and then without any privilege.",
  minutes: 15,
  image: "base",
  slides: [1],
  steps: [
    { id: "new-uts", title: "A UTS namespace of your own", mode: "level", check: newUts },
    { id: "rename-inside", title: "A name that only you see", mode: "level", check: renameInside },
    { id: "without-root", title: "The same without root", mode: "level", inquire: askOwners, check: withoutRoot },
    { id: "day-ahead", title: "A clock one day ahead", mode: "level", check: dayAhead },
  ],
});
