import { defineLab } from "../../web/lab/lab.ts";
import { noChmod, noNewerDoor, noSockets } from "./checks/closed.ts";
import { askLog, doesNotStart } from "./checks/does-not-start.ts";
import { askApp, sameService } from "./checks/same-service.ts";
import { theCall } from "./checks/the-call.ts";
import { readFilters } from "./filtered.ts";

export default defineLab({
  id: "seccomp",
  module: 5,
  place: 3,
  title: "Fewer doors",
  goal: "Write a seccomp profile that closes a system call for good, with all its relatives, and leaves the app at work.",
  minutes: 30,
  image: "base",
  slides: [15, 16, 17],
  needs: ["capabilities"],
  files: [
    { path: "/srv/box/app.c", source: "app.c" },
    { path: "/srv/box/call.c", source: "call.c" },
    { path: "/srv/box/config.json", source: "config.json" },
    { path: "/usr/local/bin/ask", source: "ask.sh", mode: 0o755 },
  ],
  setup: "setup.sh",
  edit: ["/srv/box/config.json"],
  steps: [
    {
      id: "calls",
      title: "What does the app call?",
      mode: "edge",
      question: { label: "Which call changes the report's mode?", example: "openat" },
      check: theCall,
    },
    {
      id: "deny",
      title: "It does not even start",
      mode: "edge",
      question: { label: "With which status did crun end?", example: "3" },
      inquire: askLog,
      check: doesNotStart,
    },
    { id: "no-chmod", title: "No chmod", mode: "level", inquire: readFilters, check: noChmod },
    { id: "newer-door", title: "The door that came later", mode: "level", inquire: readFilters, check: noNewerDoor },
    { id: "sockets", title: "Two doors to one room", mode: "level", inquire: readFilters, check: noSockets },
    { id: "works", title: "Only what the app needs", mode: "level", inquire: askApp, check: sameService },
  ],
});
