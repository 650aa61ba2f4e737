import { useLayoutEffect, useState } from "react";
import type { Session } from "../session/api.ts";
import { createSession } from "../session/create.ts";
import { LabView } from "../ui/lab/lab-view.tsx";
import { missingInBrowser } from "./browser-check.ts";
import { FailedSession } from "./failed-session.ts";
import type { OpenedLab } from "./library.ts";

/** The image folder lies beside the page, wherever that is. */
const assets = new URL("image/", document.baseURI).href;

function startSession({ lab, readFile }: OpenedLab): Session {
  const missing = missingInBrowser();
  return missing ? new FailedSession(lab, missing) : createSession({ lab, assets, readLabFile: readFile });
}

/** A lab and its machine, which lives as long as the page is shown. */
export default function LabPage({ opened }: { readonly opened: OpenedLab }) {
  const [session, setSession] = useState<Session | undefined>();
  useLayoutEffect(() => {
    const started = startSession(opened);
    setSession(started);
    return () => started.dispose();
  }, [opened]);
  return session ? <LabView session={session} texts={opened.texts} /> : null;
}
