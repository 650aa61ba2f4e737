import { useSyncExternalStore } from "react";
import { Emitter } from "../../core/emitter.ts";
import { readStored, writeStored } from "../stored.ts";

export const bells = ["off", "flash", "sound"] as const;
export const motions = ["system", "reduced"] as const;
export const terminalFonts = ["page", "system", "wide"] as const;

/** What a learner sets for this browser; the theme has a module of its own. */
export interface Settings {
  /** Size of the page's text, in percent of the browser's. */
  readonly textSize: number;
  /** Pixels. */
  readonly terminalSize: number;
  readonly terminalFont: (typeof terminalFonts)[number];
  readonly bell: (typeof bells)[number];
  readonly motion: (typeof motions)[number];
  /** xterm keeps a copy of the screen that can be read aloud. */
  readonly screenReader: boolean;
}

export const textSizes = { least: 80, most: 200 };
export const terminalSizes = { least: 9, most: 28 };

export const usualSettings: Settings = {
  textSize: 100,
  terminalSize: 14,
  terminalFont: "page",
  bell: "off",
  motion: "system",
  screenReader: false,
};

const key = "settings";
const changed = new Emitter<void>();
let settings = parseSettings(readStored(key));

/** What was stored, with the usual in place of what is missing or makes no sense. */
export function parseSettings(stored: string | undefined): Settings {
  const given = parseObject(stored);
  const number = (name: "textSize" | "terminalSize", { least, most }: { least: number; most: number }) => {
    const value = given[name];
    return typeof value === "number" && value >= least && value <= most ? value : usualSettings[name];
  };
  return {
    textSize: number("textSize", textSizes),
    terminalSize: number("terminalSize", terminalSizes),
    terminalFont: terminalFonts.find((font) => font === given["terminalFont"]) ?? usualSettings.terminalFont,
    bell: bells.find((bell) => bell === given["bell"]) ?? usualSettings.bell,
    motion: motions.find((motion) => motion === given["motion"]) ?? usualSettings.motion,
    screenReader: given["screenReader"] === true,
  };
}

function parseObject(stored: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  writeStored(key, JSON.stringify(settings));
  applySettings();
  changed.fire();
}

/** Before the first paint: onto the document. */
export function applySettings(): void {
  const { style, dataset } = document.documentElement;
  style.fontSize = settings.textSize === usualSettings.textSize ? "" : `${settings.textSize}%`;
  if (settings.motion === "reduced") dataset["motion"] = "reduced";
  else delete dataset["motion"];
}

/** Wished for here or in the system. */
export function movesLess(): boolean {
  return settings.motion === "reduced" || matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function subscribe(listener: () => void): () => void {
  const subscription = changed.event(listener);
  return () => subscription.dispose();
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, () => settings);
}
