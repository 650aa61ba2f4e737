import type { ITheme } from "@xterm/xterm";
import type { Settings } from "../settings/settings.ts";

const names = {
  background: "--term-bg",
  foreground: "--term-fg",
  cursor: "--term-cursor",
  cursorAccent: "--term-bg",
  selectionBackground: "--term-selection",
  black: "--term-black",
  red: "--term-red",
  green: "--term-green",
  yellow: "--term-yellow",
  blue: "--term-blue",
  magenta: "--term-magenta",
  cyan: "--term-cyan",
  white: "--term-white",
  brightBlack: "--term-bright-black",
  brightRed: "--term-bright-red",
  brightGreen: "--term-bright-green",
  brightYellow: "--term-bright-yellow",
  brightBlue: "--term-bright-blue",
  brightMagenta: "--term-bright-magenta",
  brightCyan: "--term-bright-cyan",
  brightWhite: "--term-bright-white",
} as const satisfies { [name in keyof ITheme]: string };

/** The terminal's colours as the page's tokens are now. A custom property has to be used once to be resolved. */
export function terminalTheme(within: HTMLElement): ITheme {
  const probe = document.createElement("span");
  probe.hidden = true;
  within.append(probe);
  try {
    return Object.fromEntries(
      Object.entries(names).map(([name, token]) => {
        probe.style.color = `var(${token})`;
        return [name, getComputedStyle(probe).color];
      }),
    );
  } finally {
    probe.remove();
  }
}

const otherFonts = {
  system: "ui-monospace, monospace",
  wide: '"DejaVu Sans Mono", "Liberation Mono", "Courier New", monospace',
} as const;

export function terminalFont(within: HTMLElement, font: Settings["terminalFont"]): string {
  if (font !== "page") return otherFonts[font];
  return getComputedStyle(within).getPropertyValue("--mono").trim() || "monospace";
}
