import { lazy, Suspense, useState } from "react";
import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";
import type { Asked } from "./editor-desk.tsx";
import styles from "./editor-pane.module.css";
import { PathForm } from "./path-form.tsx";

const EditorDesk = lazy(() => import("./editor-desk.tsx").then((module) => ({ default: module.EditorDesk })));

interface EditorPaneProps {
  readonly session: Session;
  readonly state: SessionState;
}

/** Files of the machine, opened by path, saved through the agent with mode and owner kept. A path can be asked for while Monaco is coming. */
export function EditorPane({ session, state }: EditorPaneProps) {
  const [asked, setAsked] = useState<Asked | undefined>();
  return (
    <div className={styles["pane"]} data-testid="editor">
      <PathForm session={session} onOpen={(path) => setAsked({ path })} />
      <Suspense>
        <EditorDesk session={session} state={state} asked={asked} />
      </Suspense>
    </div>
  );
}
