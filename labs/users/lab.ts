import { defineLab } from "../../web/lab/lab.ts";
import { nobody } from "./checks/nobody.ts";
import { powerless, tryPowers } from "./checks/powerless.ts";
import { findSetId, recipeDidNothing, stripped } from "./checks/set-id.ts";
import { tryHelper, uselessHelper } from "./checks/useless-helper.ts";
import { userNamespace } from "./checks/user-namespace.ts";

export default defineLab({
  id: "users",
  module: 3,
  place: 1,
  title: "Who is root here?",
  goal: "Run as nobody, disarm set-user-ID programs in three ways, and be root without being anybody.",
  minutes: 25,
  image: "base",
  slides: [12, 13],
  needs: ["uts-time"],
  setup: "setup.sh",
  steps: [
    { id: "nobody", title: "Run as nobody", mode: "level", check: nobody },
    {
      id: "recipe",
      title: "The recipe that does nothing",
      mode: "edge",
      question: { label: "How many set-ID files are left in /srv/app?", example: "3" },
      inquire: findSetId,
      check: recipeDidNothing,
    },
    { id: "strip", title: "The recipe that works", mode: "level", inquire: findSetId, check: stripped },
    { id: "useless-helper", title: "Leave the bit, take its power", mode: "level", inquire: tryHelper, check: uselessHelper },
    { id: "user-namespace", title: "Root inside, student outside", mode: "level", check: userNamespace },
    {
      id: "powerless",
      title: "What that root can't do",
      mode: "edge",
      question: { label: "Which letters does the kernel allow?", example: "a c" },
      inquire: tryPowers,
      check: powerless,
    },
  ],
});
