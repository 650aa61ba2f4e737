import type { Root } from "mdast";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { Session } from "../../session/api.ts";
import { EditorPane } from "../editor/editor-pane.tsx";
import { Guide } from "../guide/guide.tsx";
import { type CommandRunner, CommandRunnerContext } from "../markdown/command-runner.ts";
import { useNoteProgress } from "../progress/use-note-progress.ts";
import { useStepAgain } from "../progress/use-step-again.ts";
import { ConfirmDialog } from "../shell/dialog.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { TerminalPane } from "../terminal/terminal-pane.tsx";
import type { TerminalScreen } from "../terminal/terminal-screen.ts";
import { useDesk } from "../terminal/use-desk.ts";
import { text } from "../text.ts";
import { Timeline } from "../timeline/timeline.tsx";
import { useMedia, wideQuery } from "../use-media.ts";
import { LabHeader } from "./lab-header.tsx";
import styles from "./lab-view.module.css";
import { StepStrip } from "./step-strip.tsx";
import { useSessionState } from "./use-session-state.ts";
import { type Part, Workspace } from "./workspace.tsx";

/** Comes after the terminal: nobody waits for it to type. */
const PicturePane = lazy(() => import("../picture/picture-pane.tsx").then((module) => ({ default: module.PicturePane })));

interface LabViewProps {
  readonly session: Session;
  /** The guide: markdown trees by step id. */
  readonly texts: ReadonlyMap<string, Root>;
  /** Commands of the given solution, by step id. */
  readonly solutions: ReadonlyMap<string, () => Promise<string>>;
}

/** The page of a running lab: it shows the session's state and passes on what the learner does, and keeps nothing of its own. */
export function LabView({ session, texts, solutions }: LabViewProps) {
  const state = useSessionState(session);
  const wide = useMedia(wideQuery);
  const [part, setPart] = useState<Part>("guide");
  const [asking, setAsking] = useState(false);
  const [screens, setScreens] = useState<ReadonlyMap<number, TerminalScreen>>(new Map());
  const desk = useDesk(session, state);
  const { lab } = session;
  const shell = state.terminals.find(({ id }) => id === desk.shell);
  const screen = shell && screens.get(shell.id);
  const canType = shell?.status === "open" && (state.phase.kind === "ready" || state.phase.kind === "loading");

  const runner = useMemo<CommandRunner>(
    () => ({
      ready: canType,
      run(command, { pointer }) {
        if (shell) session.terminal(shell.id)?.write(`${command.replaceAll("\n", "\r")}\r`);
        setPart("terminal");
        if (pointer && matchMedia("(pointer: fine)").matches) screen?.focus();
      },
    }),
    [session, shell, canType, screen],
  );

  useEffect(() => {
    document.title = text.product.title(lab.title);
  }, [lab.title]);

  const onScreen = useCallback((id: number, created: TerminalScreen | undefined) => {
    setScreens((before) => {
      const after = new Map(before);
      if (created) after.set(id, created);
      else after.delete(id);
      return after;
    });
  }, []);
  const focusTerminal = useCallback(() => screen?.focus(), [screen]);
  const onAnswer = useCallback((step: string, value: string) => session.answer(step, value), [session]);
  const againOf = useStepAgain(session, state);
  useNoteProgress(lab, state.steps);
  const ask = () => setAsking(true);
  const reset = () => {
    setAsking(false);
    void session.reset();
  };

  return (
    <div className={styles["page"]} data-phase={state.phase.kind}>
      <LabHeader session={session} steps={state.steps} resetting={state.resetting} onReset={ask} onSkip={focusTerminal} />
      <Workspace
        wide={wide}
        part={part}
        onPart={setPart}
        onFocusTerminal={focusTerminal}
        guide={
          <ErrorBoundary>
            <CommandRunnerContext value={runner}>
              <Guide
                lab={lab}
                texts={texts}
                steps={state.steps}
                solutions={solutions}
                answers={state.answers}
                onAnswer={onAnswer}
                againOf={againOf}
                onReset={ask}
              />
            </CommandRunnerContext>
          </ErrorBoundary>
        }
        terminal={
          <ErrorBoundary>
            <TerminalPane
              session={session}
              state={state}
              desk={desk}
              screens={screens}
              onScreen={onScreen}
              editor={<EditorPane session={session} state={state} />}
              touch={!wide}
              below={wide ? null : <StepStrip steps={state.steps} onOpen={() => setPart("guide")} />}
              onReset={ask}
            />
          </ErrorBoundary>
        }
        picture={
          <ErrorBoundary>
            <Suspense fallback={null}>
              <PicturePane session={session} />
            </Suspense>
          </ErrorBoundary>
        }
      />
      <ErrorBoundary>
        <Timeline session={session} state={state} />
      </ErrorBoundary>
      {asking ? (
        <ConfirmDialog
          title={text.reset.title}
          confirm={text.reset.confirm}
          cancel={text.reset.cancel}
          onConfirm={reset}
          onClose={() => setAsking(false)}
        >
          {text.reset.body}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
