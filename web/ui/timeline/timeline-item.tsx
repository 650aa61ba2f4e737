import type { CheckpointInfo, CheckpointKind } from "../../session/state.ts";
import { Icon, type IconName } from "../shell/icon.tsx";
import { text } from "../text.ts";
import { checkpointName } from "./checkpoint-name.ts";
import styles from "./timeline-item.module.css";
import { whenText } from "./when.ts";

interface TimelineItemProps {
  readonly checkpoint: CheckpointInfo;
  readonly forkedFrom: CheckpointInfo | undefined;
  /** The machine came from it. */
  readonly current: boolean;
  readonly nextToDrop: boolean;
  readonly onOpen: () => void;
}

const icons: Record<CheckpointKind, IconName> = {
  start: "play",
  step: "check",
  manual: "bookmark",
  resume: "clock",
  import: "upload",
  before: "undone",
};

export function TimelineItem({ checkpoint, forkedFrom, current, nextToDrop, onOpen }: TimelineItemProps) {
  const { kind } = checkpoint;
  const name = checkpointName(checkpoint);
  let label = text.timeline.item(name, text.timeline.kind[kind], whenText(checkpoint.savedAt));
  if (forkedFrom) label = text.timeline.itemForked(label, checkpointName(forkedFrom));
  if (current) label = text.timeline.itemCurrent(label);
  if (nextToDrop) label = text.timeline.itemNext(label);
  return (
    <li className={styles["item"]} data-kind={kind} data-current={current} data-next-to-drop={nextToDrop}>
      {forkedFrom ? (
        <span className={styles["fork"]}>
          <Icon name="fork" size={14} />
        </span>
      ) : null}
      <button
        type="button"
        onClick={onOpen}
        aria-label={label}
        aria-current={current ? "step" : undefined}
        title={label}
        data-testid={`checkpoint-${checkpoint.id}`}
        data-kind={kind}
        data-name={name}
      >
        <Icon name={icons[kind]} size={13} />
        <span>{name}</span>
      </button>
    </li>
  );
}
