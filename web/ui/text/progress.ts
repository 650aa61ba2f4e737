import type { Table } from "./table.ts";

/** What was done, and where. */
export const progressText = {
  progress: {
    title: "Your progress",
    done: (done: number, all: number) => `${done} of ${all} steps done`,
    resume: "Go on",
    again: "Open again",
    continue: (lab: string) => `Continue: ${lab}`,
    forget: "Forget this lab",
    forgetTitle: (lab: string) => `Forget what you did in “${lab}”?`,
    forgetBody: "Its ticks, times and checkpoints in this browser are removed. The lab starts from its beginning.",
    forgetConfirm: "Forget it",
    forgetAll: "Forget everything",
    forgetAllTitle: "Forget your progress in all labs?",
    keep: "Keep it",
    export: "Export as JSON",
    stepAgain: "Do this step again",
    elsewhereTitle: "This lab is open in another tab",
    elsewhere: "One machine cannot be used from two tabs. Go on there, or take it over: it comes here as it is, and stops there.",
    leftTitle: "This lab went on in another tab",
    left: "The machine was taken over there, with everything in it.",
    takeOver: "Take it over",
    takingOver: "It is on its way …",
    search: "Find a lab",
    noMatch: "No lab has these words.",
    mapTitle: "What builds on what",
    needs: (names: string) => `Builds on ${names}.`,
    needsNothing: "A good place to begin.",
  },
} as const satisfies Table;
