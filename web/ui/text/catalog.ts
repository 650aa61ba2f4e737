import type { Table } from "./table.ts";

/** The list of labs. */
export const catalogText = {
  catalog: {
    title: "Labs",
    headline: "Build a container by hand, on a real kernel",
    lead: "Every lab boots a real Linux in this tab. You work in its terminal; each step is ticked when the kernel itself shows that it is done.",
    factKernelTitle: "A real kernel",
    factKernel: "Linux 6.12, emulated in the page. You are root, and you can break it.",
    factCheckTitle: "Checked by the kernel",
    factCheck: "Not by the words you type: any way to the goal counts, and you see the evidence.",
    factLocalTitle: "Nothing leaves your browser",
    factLocal: "No account, no server, nothing to install. What you do is kept here, and goes on where you left it.",
    module: (number: number) => `Module ${number}`,
    minutes: (minutes: number) => `${minutes} min`,
    steps: (count: number) => (count === 1 ? "1 step" : `${count} steps`),
    start: "Start the lab",
    brokenLabs: "Could not be loaded",
    brokenTitle: (id: string) => `“${id}” could not be loaded`,
    broken: "This lab has a fault of its own; the others work. Reload the page to try it again.",
    none: "There are no labs here yet.",
    loading: "Looking for labs …",
  },
  modules: {
    1: "See: namespaces",
    2: "Connect: networks",
    3: "Identity",
    4: "Use: cgroups",
    5: "Reduce power",
    6: "Watch and attack",
    7: "All together",
  },
} as const satisfies Table;
