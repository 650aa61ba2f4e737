import type { Root } from "mdast";
import { useEffect, useState } from "react";
import { DisposableStore } from "../core/disposable.ts";
import { LabError, messageOf } from "../core/errors.ts";
import type { Session } from "../session/api.ts";
import { text } from "../ui/text.ts";
import { openLab } from "./library.ts";

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
  readonly texts: ReadonlyMap<string, Root>;
  readonly LabView: Awaited<ReturnType<typeof loadView>>["LabView"];
}

export type LabResult = { readonly running: RunningLab } | { readonly error: unknown } | undefined;

/** A lab and its machine, which lives as long as the component that asked. Undefined while they are coming. */
export function useRunningLab(id: string): LabResult {
  const [result, setResult] = useState<LabResult>();
  useEffect(() => {
    const store = new DisposableStore();
    start(id, store).then(
      (running) => store.disposed || setResult({ running }),
      (error: unknown) => store.disposed || setResult({ error }),
    );
    return () => store.dispose();
  }, [id]);
  return result;
}

async function start(id: string, store: DisposableStore): Promise<RunningLab> {
  const view = loadView();
  view.catch(() => undefined);
  const [opened, { startSession }] = await Promise.all([openLab(id), loadStarter()]);
  if (store.disposed) throw new Error("left before it began");
  const session = store.add(startSession(opened));
  const { LabView } = await view;
  return { session, texts: opened.texts, LabView };
}
