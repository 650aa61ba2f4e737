import { useEffect, useState } from "react";
import { DisposableStore, toDisposable } from "../core/disposable.ts";
import { LabError, messageOf } from "../core/errors.ts";
import type { Session } from "../session/api.ts";
import { text } from "../ui/text.ts";
import { onAskedToLeave, takeLab, takeOverLab } from "./lab-lock.ts";
import { type OpenedLab, openLab } from "./library.ts";

const loadStarter = () => import("./start-session.ts").catch(notFetched);
const loadView = () => import("../ui/lab/lab-view.tsx").catch(notFetched);

function notFetched(cause: unknown): never {
  throw new LabError("fetch-failed", text.problem.pageBroke, { cause, detail: messageOf(cause) });
}

/** So that nothing waits for the first render. */
export function preloadLab(): void {
  // What fails here fails again where it is awaited.
  void Promise.all([loadStarter(), loadView()]).catch(() => undefined);
}

interface RunningLab {
  readonly session: Session;
  readonly opened: OpenedLab;
  readonly LabView: Awaited<ReturnType<typeof loadView>>["LabView"];
}

/** `elsewhere`: another tab has the machine; `left`: it took it from this one. */
export type LabResult =
  | { readonly running: RunningLab }
  | { readonly error: unknown }
  | { readonly elsewhere: "here-first" | "left" | "coming"; readonly takeOver: () => void }
  | undefined;

/** A lab and its machine, which lives as long as the component that asked, in one tab at a time. Undefined while they are coming. */
export function useRunningLab(id: string): LabResult {
  const [result, setResult] = useState<LabResult>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const store = new DisposableStore();
    const show = (next: LabResult) => store.disposed || setResult(next);
    const takeOver = () => setAttempt((count) => count + 1);
    if (attempt > 0) show({ elsewhere: "coming", takeOver });
    const leave = () => {
      show({ elsewhere: "left", takeOver });
      store.dispose();
    };
    start(id, store, attempt > 0, leave).then(
      (running) => show(running ? { running } : { elsewhere: "here-first", takeOver }),
      (error: unknown) => show({ error }),
    );
    return () => store.dispose();
  }, [id, attempt]);
  return result;
}

/** Undefined when another tab has the machine. */
async function start(id: string, store: DisposableStore, takeOver: boolean, leave: () => void): Promise<RunningLab | undefined> {
  const view = loadView();
  view.catch(() => undefined);
  const [opened, { startSession }, lock] = await Promise.all([
    openLab(id),
    loadStarter(),
    takeOver ? takeOverLab(id) : takeLab(id),
  ]);
  if (!lock) return undefined;
  if (store.disposed) {
    lock.release();
    throw new Error("left before it began");
  }
  const session = startSession(opened);
  store.add(
    toDisposable(() => {
      session.dispose();
      void session.closed.then(() => lock.release());
    }),
  );
  store.add(onAskedToLeave(id, leave));
  const { LabView } = await view;
  return { session, opened, LabView };
}
