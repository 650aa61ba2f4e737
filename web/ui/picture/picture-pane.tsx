import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type NamespaceType, namespaceTypes, type Process, type Snapshot } from "../../kernel/snapshot.ts";
import type { Session } from "../../session/api.ts";
import { ExternalLink } from "../markdown/external-link.tsx";
import { readStored, writeStored } from "../stored.ts";
import { text } from "../text.ts";
import { ExplainContext } from "./explained.tsx";
import { type Fact, manualAddress } from "./fact.ts";
import { PictureContent } from "./picture-content.tsx";
import styles from "./picture-pane.module.css";
import { type View, views } from "./turn-to-new.ts";
import { useShown } from "./use-shown.ts";

const storedTable = "picture-table";

/** What may be larger than its place has to be reached by keyboard, to be scrolled. */
const reachable = { tabIndex: 0 };

/** The kernel as the checker sees it, drawn: it follows every look. */
export function PicturePane({ session }: { readonly session: Session }) {
  const subscribe = useCallback((listener: () => void) => session.kernel.subscribe(listener), [session]);
  const newest = useSyncExternalStore(subscribe, () => session.kernel.get());
  const look = useDeferredValue(newest);
  const [{ view, type }, show] = useShown(session.lab.id, look?.now);
  const [asTable, setAsTable] = useState(() => readStored(storedTable) === "yes");
  const [mark, setMark] = useState<Snapshot | undefined>();
  const [fromMark, setFromMark] = useState(false);
  const [pid, setPid] = useState<number | undefined>();
  const [fact, setFact] = useState<Fact | undefined>();

  useEffect(() => {
    if (view !== "network" && view !== "cgroups") return;
    const following = session.kernel.follow(view === "network" ? "networks" : "cgroups");
    return () => following.dispose();
  }, [session, view]);

  const step = look?.since;
  const since = fromMark && mark ? mark : step;
  const open = useCallback(
    (process: Process) => {
      setPid(process.pid);
      show({ view: "process" });
    },
    [show],
  );

  const toggleTable = () => {
    writeStored(storedTable, asTable ? undefined : "yes");
    setAsTable(!asTable);
  };
  const setMarkNow = () => {
    setMark(look?.now);
    setFromMark(true);
  };

  return (
    <ExplainContext value={setFact}>
      <div className={styles["pane"]} data-sequence={look?.now.sequence}>
        <div className={styles["bar"]}>
          <ViewTabs view={view} onView={(chosen) => show({ view: chosen })} />
          <div className={styles["options"]}>
            {view === "namespaces" ? (
              <select
                value={type}
                aria-label={text.picture.type}
                onChange={(event) => show({ type: event.target.value as NamespaceType })}
                data-testid="picture-type"
              >
                {namespaceTypes.map((name) => (
                  <option key={name} value={name}>
                    {look ? text.picture.typeCount(name, countOf(look.now, name)) : name}
                  </option>
                ))}
              </select>
            ) : null}
            {view === "namespaces" || view === "network" ? (
              <button type="button" aria-pressed={asTable} onClick={toggleTable} data-testid="picture-table">
                {text.picture.table}
              </button>
            ) : null}
            {view === "changes" || mark ? (
              <label>
                {text.picture.changes.since}
                <select
                  value={fromMark && mark ? "mark" : "step"}
                  onChange={(event) => setFromMark(event.target.value === "mark")}
                >
                  <option value="step">{text.picture.changes.sinceStep}</option>
                  {mark ? <option value="mark">{text.picture.changes.sinceMark}</option> : null}
                </select>
              </label>
            ) : null}
            {view === "changes" ? (
              <button type="button" onClick={setMarkNow} disabled={!look} data-testid="picture-mark">
                {text.picture.changes.mark}
              </button>
            ) : null}
          </div>
        </div>
        <div className={styles["body"]} id="picture-view" role="tabpanel" aria-labelledby={`picture-${view}`} {...reachable}>
          {look && since ? (
            <PictureContent
              {...{ look, since, view, asTable, type, pid }}
              onPid={setPid}
              onProcess={open}
              kernel={session.kernel}
            />
          ) : (
            <p className={styles["waiting"]}>{text.picture.waiting}</p>
          )}
        </div>
        <FactLine fact={fact} />
      </div>
    </ExplainContext>
  );
}

function countOf(snapshot: Snapshot, type: NamespaceType): number {
  return [...snapshot.namespaces.values()].filter((namespace) => namespace.type === type).length;
}

function ViewTabs({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const next = views[(views.indexOf(view) + step + views.length) % views.length] ?? view;
    onView(next);
    list.current?.querySelector<HTMLElement>(`#picture-${next}`)?.focus();
  }
  return (
    <div className={styles["views"]} role="tablist" aria-label={text.picture.views} ref={list} onKeyDown={onKeyDown}>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`picture-${name}`}
          data-testid={`picture-${name}`}
          aria-selected={view === name}
          aria-controls="picture-view"
          tabIndex={view === name ? 0 : -1}
          onClick={() => onView(name)}
        >
          {text.picture.view[name]}
        </button>
      ))}
    </div>
  );
}

function FactLine({ fact }: { readonly fact: Fact | undefined }) {
  return (
    <p className={styles["fact"]} data-testid="picture-fact">
      {fact ? (
        <>
          <strong>{fact.title}</strong> – {fact.says} <code>{fact.path}</code>{" "}
          <ExternalLink href={manualAddress(fact.manual)}>{text.picture.manual(fact.manual)}</ExternalLink>
        </>
      ) : (
        text.picture.hint
      )}
    </p>
  );
}
