/** What is said of a guest that has stopped for good. */
export const stoppedMessage = {
  panic: "The guest's kernel panicked: it cannot go on. Start over to get a fresh machine.",
  reboot: "The machine was rebooted, and nothing of it is left. Start over to get a fresh one.",
  halt: "The machine was switched off. Start over to get a fresh one.",
} as const;
