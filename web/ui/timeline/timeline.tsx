import { useEffect, useRef, useState } from "react";
import type { Session } from "../../session/api.ts";
import type { CheckpointInfo, SessionState } from "../../session/state.ts";
import { download } from "../download.ts";
import { Icon } from "../shell/icon.tsx";
import { IconButton } from "../shell/icon-button.tsx";
import { text } from "../text.ts";
import { CheckpointDialog } from "./checkpoint-dialog.tsx";
import { checkpointName } from "./checkpoint-name.ts";
import { timelineRows } from "./rows.ts";
import { SaveDialog } from "./save-dialog.tsx";
import { StoreDialog } from "./store-dialog.tsx";
import styles from "./timeline.module.css";
import { TimelineItem } from "./timeline-item.tsx";
import { useAttempt } from "./use-attempt.ts";

interface TimelineProps {
  readonly session: Session;
  readonly state: SessionState;
}

type Open = { readonly kind: "save" | "store" } | { readonly kind: "checkpoint"; readonly id: string } | undefined;

/** The checkpoints, from the lab's beginning to now: one click each to look at, one more to be there. */
export function Timeline({ session, state }: TimelineProps) {
  const { list, current, busy, store, notice } = state.checkpoints;
  const [open, setOpen] = useState<Open>();
  const { message, attempt, dismiss } = useAttempt();
  const end = useRef<HTMLLIElement>(null);
  const newest = list.at(-1)?.id;
  const chosen = open?.kind === "checkpoint" ? list.find(({ id }) => id === open.id) : undefined;
  const said = message ?? notice;

  useEffect(() => {
    if (newest !== undefined) end.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    // What was said was of the time before.
    dismiss();
  }, [newest, dismiss]);

  const close = () => setOpen(undefined);
  const act = (done: string | undefined, run: () => Promise<unknown>) => {
    close();
    attempt(run, done);
  };
  const goTo = (how: "restore" | "fork") => (checkpoint: CheckpointInfo) =>
    act(text.timeline.wentBack(checkpointName(checkpoint)), () => session.checkpoints[how](checkpoint.id));

  return (
    <section className={styles["timeline"]} aria-label={text.timeline.label} data-testid="timeline" data-busy={busy}>
      <button
        type="button"
        className={styles["save"]}
        disabled={busy !== undefined || state.phase.kind !== "ready"}
        onClick={() => setOpen({ kind: "save" })}
        title={text.timeline.save}
        data-testid="checkpoint-save"
      >
        <Icon name="bookmark" />
        <span>
          {busy === "saving" ? text.timeline.saving : busy === "restoring" ? text.timeline.restoring : text.timeline.save}
        </span>
      </button>
      {list.length === 0 ? <p className={styles["empty"]}>{text.timeline.empty}</p> : null}
      <ol className={styles["items"]}>
        {timelineRows(list).map(({ checkpoint, forkedFrom }) => (
          <TimelineItem
            key={checkpoint.id}
            checkpoint={checkpoint}
            forkedFrom={forkedFrom}
            current={checkpoint.id === current}
            nextToDrop={checkpoint.id === store.nextToDrop}
            onOpen={() => setOpen({ kind: "checkpoint", id: checkpoint.id })}
          />
        ))}
        <li ref={end} aria-hidden="true" />
      </ol>
      <p className={styles["said"]} role="status" data-testid="timeline-said">
        {said ? (
          <>
            <span>{said}</span>
            {message ? (
              <IconButton label={text.timeline.dismiss} onClick={dismiss}>
                <Icon name="close" />
              </IconButton>
            ) : null}
          </>
        ) : null}
      </p>
      <IconButton label={text.timeline.more} testId="timeline-more" onClick={() => setOpen({ kind: "store" })}>
        <Icon name="more" />
      </IconButton>
      {open?.kind === "save" ? (
        <SaveDialog onSave={(name) => act(text.timeline.saved(name), () => session.checkpoints.save(name))} onClose={close} />
      ) : null}
      {open?.kind === "store" ? (
        <StoreDialog
          state={state.checkpoints}
          onImport={(file) =>
            act(undefined, async () => {
              const id = await session.checkpoints.importFile(file);
              setOpen({ kind: "checkpoint", id });
            })
          }
          onClose={close}
        />
      ) : null}
      {chosen ? (
        <CheckpointDialog
          checkpoint={chosen}
          parent={list.find(({ id }) => id === chosen.parent)}
          steps={state.steps.length}
          busy={busy !== undefined}
          onBack={goTo("restore")}
          onFork={goTo("fork")}
          onRename={(name) => attempt(() => session.checkpoints.rename(chosen.id, name))}
          onExport={() =>
            attempt(async () =>
              download(await session.checkpoints.exportFile(chosen.id), fileName(session.lab.id, checkpointName(chosen))),
            )
          }
          onRemove={() => act(undefined, () => session.checkpoints.remove(chosen.id))}
          onClose={close}
        />
      ) : null}
    </section>
  );
}

function fileName(lab: string, checkpoint: string): string {
  return `${`${lab}-${checkpoint}`.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")}.nslab`;
}
