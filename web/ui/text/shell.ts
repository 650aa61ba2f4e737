import type { Table } from "./table.ts";

/** What frames every page: header, parts, loading, problems. */
export const shellText = {
  product: {
    name: "nslab",
    tagline: "Linux containers, taken apart",
    title: (page: string) => `${page} · nslab`,
    home: "nslab: all labs",
  },
  header: {
    progress: (done: number, all: number) => `${done} of ${all} steps`,
    reset: "Start over",
    resetting: "Starting over …",
    theme: { light: "Light theme", dark: "Dark theme", system: "Theme of the system" },
    themeNext: (now: string, next: string) => `${now}. Switch to: ${next}`,
    skip: "Skip to the terminal",
    pauseHidden: "Pause the machine while this tab is hidden",
  },
  reset: {
    title: "Start this lab over?",
    body: "You get a fresh machine with no step done. This one is kept among the checkpoints as it is now, and you can go back to it.",
    confirm: "Start over",
    cancel: "Keep working",
  },
  panes: {
    guide: "Guide",
    terminal: "Terminal",
    picture: "Kernel",
    choose: "Parts of the lab",
    resize: "Width of the guide",
    resizePicture: "Height of the terminals",
    resizeShells: "Width of the first shell",
    resizeHelp: "Drag, or use the arrow keys. Double-click for the usual size.",
    switchKey: "F6 goes to the next part",
  },
  loading: {
    title: "Your machine is starting",
    emulator: "Starting the emulator",
    state: "Waking the machine",
    kernel: "Fetching the kernel",
    boot: "Booting Linux from power-on; this takes a few seconds",
    agent: "Waiting for the machine's first answer",
    lab: "Putting the lab's files in place",
    bytes: (loaded: string, total: string) => `${loaded} of ${total} MB`,
    bytesLoaded: (loaded: string) => `${loaded} MB`,
    readOn: "You can read the guide meanwhile.",
  },
  problem: {
    failedTitle: "The machine could not go on",
    stalledTitle: "The machine is waiting",
    stoppedTitle: "The machine stopped",
    retry: "Try again",
    reset: "Start over",
    detail: "Technical detail",
    code: (code: string) => `Code: ${code}`,
    noWebAssembly:
      "This browser has no WebAssembly, or it is switched off, and without it the machine cannot run. Use a current Firefox, Chrome, Edge or Safari, or allow WebAssembly for this page.",
    noWorker:
      "This browser does not let the page start a worker, and the machine runs in one. Use a current browser, or open the page outside of a restricted view.",
    part: "This part of the page broke. The others go on working.",
    partAgain: "Show it again",
    pageBroke:
      "A part of the page did not come. Check the connection and reload; if it stays so, the site was not published whole.",
    reload: "Reload the page",
  },
  notFound: {
    title: "Not found",
    lab: (id: string) => `There is no lab called “${id}”`,
    labLead: "The address may be mistyped, or the lab has been renamed. These are the labs that exist:",
    page: "There is no such page",
    pageLead: "The address may be mistyped. These are the labs:",
    failed: (id: string) => `The lab “${id}” could not be opened`,
  },
} as const satisfies Table;
