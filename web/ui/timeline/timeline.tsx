import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";

interface TimelineProps {
  readonly session: Session;
  readonly state: SessionState;
}

/** The checkpoints, from the lab's beginning to now. */
export function Timeline({ state }: TimelineProps) {
  return (
    <ol data-testid="timeline">
      {state.checkpoints.list.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ol>
  );
}
