import { text } from "../text.ts";

interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

interface ShortcutGroup {
  readonly where: string;
  readonly shortcuts: readonly Shortcut[];
}

const words = text.shortcuts;

/** Every key that does something, for the list; who takes the key is where it is taken. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    where: words.anywhere,
    shortcuts: [
      { keys: ["F6"], does: words.next },
      { keys: ["Shift", "F6"], does: words.previous },
      { keys: ["?"], does: words.list },
      { keys: [words.arrows], does: words.divider },
    ],
  },
  {
    where: words.shell,
    shortcuts: [
      { keys: ["Ctrl", "Shift", "C"], does: words.copy },
      { keys: ["Ctrl", "Shift", "V"], does: words.paste },
      { keys: ["Ctrl", "Shift", "F"], does: words.find },
    ],
  },
  {
    where: words.tabs,
    shortcuts: [
      { keys: [words.arrows], does: words.tab },
      { keys: ["F2"], does: words.rename },
      { keys: ["Delete"], does: words.closeTab },
    ],
  },
  {
    where: words.picture,
    shortcuts: [
      { keys: [words.arrows], does: words.walk },
      { keys: ["Enter"], does: words.openThing },
    ],
  },
  {
    where: words.editor,
    shortcuts: [
      { keys: ["Ctrl", "S"], does: words.save },
      { keys: ["Ctrl", "M"], does: words.tabKey },
    ],
  },
];
