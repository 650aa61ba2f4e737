import { use as contextOf, useState } from "react";
import type { Process, Snapshot } from "../../kernel/snapshot.ts";
import type { KernelWatch } from "../../session/api.ts";
import { text } from "../text.ts";
import type { Apart } from "./container.ts";
import { commandOf } from "./describe.ts";
import { ExplainContext } from "./explained.tsx";
import { FiltersView } from "./filters-view.tsx";
import { hostProcess } from "./host-process.ts";
import { processRows, type RowGroup } from "./process-rows.ts";
import styles from "./process-view.module.css";

/** To be compared with: PID 1's world. No pid is called so. */
const host = "host";

interface ProcessViewProps {
  readonly snapshot: Snapshot;
  readonly chosen: number | undefined;
  readonly onChoose: (pid: number) => void;
  readonly kernel: KernelWatch;
}

/** Everything that says what one process may do and what it sees, beside another's if wanted. */
export function ProcessView({ snapshot, chosen, onChoose, kernel }: ProcessViewProps) {
  const [otherPid, setOtherPid] = useState<number | typeof host | undefined>();
  const processes = [...snapshot.processes.values()].sort((a, b) => a.pid - b.pid);
  const process = chosen === undefined ? processes.at(-1) : snapshot.processes.get(chosen);
  const other = otherPid === host ? hostProcess(snapshot) : otherPid === undefined ? undefined : snapshot.processes.get(otherPid);
  const words = text.picture.process;
  return (
    <div className={styles["view"]} data-testid="process-card">
      <div className={styles["choose"]}>
        <label>
          {words.choose}
          <select
            value={process?.pid ?? ""}
            onChange={(event) => onChoose(Number(event.target.value))}
            data-testid="process-choose"
          >
            {process ? null : <option value="">–</option>}
            {processes.map((candidate) => (
              <ProcessOption key={candidate.pid} process={candidate} />
            ))}
          </select>
        </label>
        <label>
          {words.compare}
          <select
            value={otherPid === host ? host : (other?.pid ?? "")}
            onChange={({ target: { value } }) => setOtherPid(value === "" ? undefined : value === host ? host : Number(value))}
            data-testid="process-compare"
          >
            <option value="">{words.nobody}</option>
            <option value={host}>{text.picture.container.host}</option>
            {processes
              .filter(({ pid }) => pid !== process?.pid)
              .map((candidate) => (
                <ProcessOption key={candidate.pid} process={candidate} />
              ))}
          </select>
        </label>
      </div>
      {process ? (
        processRows(snapshot, process, other).map((group) => (
          <Rows key={group.title} group={group} process={process} other={other} />
        ))
      ) : (
        <p className={styles["gone"]}>{words.gone}</p>
      )}
      {process && process.seccompFilters > 0 ? (
        <FiltersView key={`${process.pid} ${process.startTime}`} kernel={kernel} process={process} />
      ) : null}
    </div>
  );
}

function ProcessOption({ process }: { readonly process: Process }) {
  return (
    <option value={process.pid}>
      {process.pid} {commandOf(process).slice(0, 60)}
    </option>
  );
}

interface RowsProps {
  readonly group: RowGroup;
  readonly process: Process;
  readonly other: Process | undefined;
}

function Rows({ group: { title, rows }, process, other }: RowsProps) {
  const explain = contextOf(ExplainContext);
  return (
    <table className={styles["rows"]}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" className="visually-hidden">
            {title}
          </th>
          <th scope="col">
            {process.pid} {process.name}
          </th>
          {other ? (
            <th scope="col">
              {other.pid} {other.name}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ fact, value, otherValue, apart, otherApart }) => (
          <tr
            key={fact.title}
            data-differs={other !== undefined && value !== otherValue}
            onPointerEnter={() => explain(fact)}
            onFocus={() => explain(fact)}
          >
            <th scope="row">
              <button type="button" className={styles["name"]} onClick={() => explain(fact)}>
                {fact.title}
              </button>
            </th>
            <td>
              <ApartMark apart={apart} />
              {value}
            </td>
            {other ? (
              <td>
                <ApartMark apart={otherApart} />
                {otherValue}
                {value === otherValue ? null : <span className="visually-hidden"> ({text.picture.process.differs})</span>}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A light, said in words as well. */
function ApartMark({ apart }: { readonly apart: Apart | undefined }) {
  if (!apart) return null;
  return (
    <>
      <span className={styles["apart"]} data-apart={apart} aria-hidden="true" />
      <span className="visually-hidden">{text.picture.container.apart[apart]}: </span>
    </>
  );
}
