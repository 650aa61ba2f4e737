import { Icon } from "../shell/icon.tsx";
import { IconButton } from "../shell/icon-button.tsx";
import { text } from "../text.ts";
import { chooseTheme, themeChoices, useThemeChoice } from "./theme.ts";

const icons = { system: "display", light: "sun", dark: "moon" } as const;

/** Goes round: the system's, light, dark. */
export function ThemeToggle() {
  const choice = useThemeChoice();
  const next = themeChoices[(themeChoices.indexOf(choice) + 1) % themeChoices.length] ?? "system";
  return (
    <IconButton
      label={text.header.themeNext(text.header.theme[choice], text.header.theme[next])}
      testId="theme"
      onClick={() => chooseTheme(next)}
    >
      <Icon name={icons[choice]} />
    </IconButton>
  );
}
