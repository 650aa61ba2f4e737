import { defineLab } from "../../web/lab/lab.ts";
import { ambient } from "./checks/ambient.ts";
import { decoded } from "./checks/decoded.ts";
import { fileCapability, tryPing } from "./checks/file-capability.ts";
import { forGood } from "./checks/for-good.ts";
import { onlyNetAdmin } from "./checks/only-net-admin.ts";
import { askOwners, somewhereElse } from "./checks/somewhere-else.ts";

export default defineLab({
  id: "capabilities",
  module: 5,
  place: 1,
  title: "Root in forty-one pieces",
  goal: "Take root's power apart: read the five sets, keep one capability, give one to a program or a user, and lose one for good.",
  minutes: 25,
  image: "base",
  slides: [8, 12, 14],
  needs: ["users"],
  setup: "setup.sh",
  steps: [
    {
      id: "decode",
      title: "What may the clerk do?",
      mode: "edge",
      question: { label: "Which capabilities are in its CapEff?", example: "cap_chown, cap_mknod" },
      check: decoded,
    },
    { id: "keep-one", title: "Drop all, keep one", mode: "level", check: onlyNetAdmin },
    { id: "file", title: "A capability in a file", mode: "level", inquire: tryPing, check: fileCapability },
    { id: "ambient", title: "A capability without a file", mode: "level", check: ambient },
    { id: "for-good", title: "Gone for good", mode: "level", check: forGood },
    { id: "elsewhere", title: "The same bit, somewhere else", mode: "level", inquire: askOwners, check: somewhereElse },
  ],
});
