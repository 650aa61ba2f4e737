import { useEffect, useState } from "react";
import type { Session } from "../../session/api.ts";
import { Icon } from "../shell/icon.tsx";
import { IconButton } from "../shell/icon-button.tsx";
import { readStored, writeStored } from "../stored.ts";
import { text } from "../text.ts";

const key = "pause-when-hidden";

/** On request only: a machine that stands still while nobody looks spares the battery, but a long-running command stands still too. */
export function PauseWhenHidden({ session }: { readonly session: Session }) {
  const [wanted, setWanted] = useState(() => readStored(key) === "yes");
  useEffect(() => {
    if (!wanted) return;
    const follow = () => (document.hidden ? session.pause() : session.resume());
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      session.resume();
    };
  }, [session, wanted]);
  const toggle = () => {
    writeStored(key, wanted ? undefined : "yes");
    setWanted(!wanted);
  };
  return (
    <IconButton label={text.header.pauseHidden} testId="pause-hidden" pressed={wanted} onClick={toggle}>
      <Icon name="pause" />
    </IconButton>
  );
}
