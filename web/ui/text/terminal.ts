import type { Table } from "./table.ts";

/** Shells. */
export const terminalText = {
  terminal: {
    name: (number: number) => `Shell ${number}`,
    label: (number: number) => `Terminal, shell ${number}. F6 leaves it.`,
    ended: "The shell ended.",
    reopen: "Open a new shell",
    reopenKey: "Press Enter to open a new one.",
    keys: "Keys that a phone lacks",
    dismiss: "Dismiss",
    key: {
      escape: "Esc",
      tab: "Tab",
      control: "Ctrl",
      up: "Arrow up",
      down: "Arrow down",
      left: "Arrow left",
      right: "Arrow right",
    },
  },
} as const satisfies Table;
