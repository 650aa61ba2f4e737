import { useSyncExternalStore } from "react";
import { Emitter } from "../../core/emitter.ts";
import { readStored, writeStored } from "../stored.ts";
import { useMedia } from "../use-media.ts";

export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const key = "theme";
const changed = new Emitter<void>();
let choice: ThemeChoice = themeChoices.find((name) => name === readStored(key)) ?? "system";

/** Before the first paint: the chosen theme onto the document. */
export function applyTheme(): void {
  if (choice === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
}

export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  writeStored(key, next === "system" ? undefined : next);
  applyTheme();
  changed.fire();
}

function subscribe(listener: () => void): () => void {
  const subscription = changed.event(listener);
  return () => subscription.dispose();
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => choice);
}

export type Theme = "light" | "dark";

/** What is seen: the choice, or the system's where nothing was chosen. */
export function useTheme(): Theme {
  const chosen = useThemeChoice();
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  return chosen === "system" ? (systemDark ? "dark" : "light") : chosen;
}
