import { catalogText } from "./text/catalog.ts";
import { editorText } from "./text/editor.ts";
import { guideText } from "./text/guide.ts";
import { pictureText } from "./text/picture.ts";
import { progressText } from "./text/progress.ts";
import { settingsText } from "./text/settings.ts";
import { shellText } from "./text/shell.ts";
import { terminalText } from "./text/terminal.ts";
import { timelineText } from "./text/timeline.ts";

/** Every sentence of the page, so that another language is another table of the same type. What labs say is theirs. */
export const text = {
  ...shellText,
  ...catalogText,
  ...guideText,
  ...terminalText,
  ...pictureText,
  ...editorText,
  ...timelineText,
  ...settingsText,
  ...progressText,
} as const;
