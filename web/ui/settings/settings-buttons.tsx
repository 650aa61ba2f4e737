import { lazy, Suspense, useEffect, useState } from "react";
import { Icon } from "../shell/icon.tsx";
import { IconButton } from "../shell/icon-button.tsx";
import { text } from "../text.ts";

const SettingsDialog = lazy(() => import("./settings-dialog.tsx").then((module) => ({ default: module.SettingsDialog })));
const ShortcutList = lazy(() => import("./shortcut-list.tsx").then((module) => ({ default: module.ShortcutList })));

/** The ways to the settings and to the list of shortcuts, on every page. */
export function SettingsButtons() {
  const [open, setOpen] = useState<"settings" | "shortcuts" | undefined>();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { target } = event;
      const writes =
        target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (event.key !== "?" || writes || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      setOpen("shortcuts");
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  const close = () => setOpen(undefined);
  return (
    <>
      <IconButton label={text.shortcuts.open} testId="shortcuts-open" onClick={() => setOpen("shortcuts")}>
        <Icon name="keyboard" />
      </IconButton>
      <IconButton label={text.settings.open} testId="settings-open" onClick={() => setOpen("settings")}>
        <Icon name="gear" />
      </IconButton>
      <Suspense fallback={null}>
        {open === "settings" ? <SettingsDialog onClose={close} /> : null}
        {open === "shortcuts" ? <ShortcutList onClose={close} /> : null}
      </Suspense>
    </>
  );
}
