import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";

interface EditorPaneProps {
  readonly session: Session;
  readonly state: SessionState;
}

/** Files of the guest, to be edited. */
export function EditorPane({ state }: EditorPaneProps) {
  return <p data-testid="editor">{state.desk.activeFile}</p>;
}
