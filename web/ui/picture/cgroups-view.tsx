import { type ComponentType, use as contextOf, lazy, Suspense, useEffect, useState } from "react";
import type { Cgroup, Snapshot } from "../../kernel/snapshot.ts";
import { text } from "../text.ts";
import { CgroupHistory, type CgroupUsage, type Use, usageOf } from "./cgroup-usage.ts";
import styles from "./cgroups-view.module.css";
import { ExplainContext } from "./explained.tsx";
import type { Fact } from "./fact.ts";
import type { Freshness } from "./freshness.ts";
import type { SparklineProps } from "./sparkline.tsx";
import table from "./table.module.css";

/** Comes with the first look at cgroups; a table without its curves is better than none. */
const Sparkline = lazy(() =>
  import("./sparkline.tsx").then(
    ({ Sparkline: loaded }): { default: ComponentType<SparklineProps> } => ({ default: loaded }),
    () => ({ default: () => null }),
  ),
);

interface CgroupsViewProps {
  readonly snapshot: Snapshot;
  readonly fresh: Freshness;
}

/** The tree with use against limit. It is a table, as its numbers are to be compared. */
export function CgroupsView({ snapshot, fresh }: CgroupsViewProps) {
  const [samples] = useState(() => new CgroupHistory());
  useEffect(() => samples.add(snapshot.cgroups.values(), performance.now() / 1000), [samples, snapshot]);
  const columns = text.picture.cgroup;
  const groups = [...snapshot.cgroups.values()].sort((a, b) => (treeOrder(a.path) < treeOrder(b.path) ? -1 : 1));
  return (
    <table className={table["table"]} data-testid="cgroups">
      <caption>{columns.caption}</caption>
      <thead>
        <tr>
          {[columns.path, columns.processes, columns.memory, columns.cpu, columns.pids, columns.events, columns.history].map(
            (name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <CgroupRow
            key={group.path}
            group={group}
            snapshot={snapshot}
            isNew={fresh.cgroup(group.path, group.inode)}
            samples={samples}
          />
        ))}
      </tbody>
    </table>
  );
}

interface CgroupRowProps {
  readonly group: Cgroup;
  readonly snapshot: Snapshot;
  readonly isNew: boolean;
  readonly samples: CgroupHistory;
}

function CgroupRow({ group, snapshot, isNew, samples }: CgroupRowProps) {
  const explain = contextOf(ExplainContext);
  const usage = usageOf(group);
  const depth = group.path === "/" ? 0 : group.path.split("/").length - 1;
  const name = group.path === "/" ? "/" : (group.path.split("/").at(-1) ?? group.path);
  const history = samples.of(group);
  const words = text.picture.cgroup;
  const events = [
    ...(usage.cpu && usage.cpu.throttled > 0 ? [words.throttled(usage.cpu.throttled)] : []),
    ...(usage.oomKills > 0 ? [words.killed(usage.oomKills)] : []),
    ...(usage.frozen ? [words.frozen] : []),
  ];
  const shownInHistory = usage.cpu?.limit !== undefined || !usage.memory ? "cpu" : "memory";
  const say = () => explain(cgroupFact(group));
  return (
    <tr data-new={isNew} data-testid={`cgroup-${group.path}`} onPointerEnter={say} onFocus={say}>
      <th scope="row" style={{ paddingInlineStart: `calc(var(--s2) + ${depth} * var(--s4))` }} title={group.path}>
        <button type="button" className={styles["name"]} onClick={say}>
          {name}
          {isNew ? ` – ${text.picture.isNew}` : ""}
        </button>
      </th>
      <td title={group.processes.map((pid) => `${pid} ${snapshot.processes.get(pid)?.name ?? ""}`).join(", ")}>
        {group.processes.length}
      </td>
      <td>{usage.memory ? <Meter use={usage.memory} show={bytes} label={words.memory} /> : words.none}</td>
      <td>{cpuWords(usage, history.at(-1)?.cpu ?? 0)}</td>
      <td>{usage.pids ? <Meter use={usage.pids} show={String} label={words.pids} /> : words.none}</td>
      <td className={events.length > 0 ? styles["event"] : undefined}>{events.join(", ") || words.none}</td>
      <td>
        <Suspense fallback={null}>
          <Sparkline
            label={words.historyOf(group.path, shownInHistory === "cpu" ? words.cpu : words.memory)}
            times={history.map(({ at }) => at)}
            values={history.map((sample) => sample[shownInHistory])}
            most={(shownInHistory === "cpu" ? usage.cpu?.limit : usage.memory?.limit) ?? 0}
          />
        </Suspense>
      </td>
    </tr>
  );
}

function Meter({
  use: { now, limit },
  show,
  label,
}: {
  readonly use: Use;
  readonly show: (value: number) => string;
  readonly label: string;
}) {
  const words = text.picture.cgroup;
  if (limit === undefined) return <>{words.alone(show(now))}</>;
  const full = limit === 0 ? 1 : Math.min(1, now / limit);
  return (
    <span className={styles["meter"]} data-full={full > 0.9}>
      <meter min={0} max={1} value={full} aria-label={label} />
      {words.of(show(now), show(limit))}
    </span>
  );
}

function cpuWords({ cpu }: CgroupUsage, now: number): string {
  const words = text.picture.cgroup;
  if (!cpu) return words.none;
  const percent = words.cpuNow((now * 100).toFixed(0));
  return cpu.limit === undefined ? percent : `${percent}, ${words.quota((cpu.limit * 100).toFixed(0))}`;
}

function bytes(value: number): string {
  if (value < 1024 * 1024) return `${Math.round(value / 1024)} KiB`;
  return `${(value / 1024 / 1024).toFixed(value < 10 * 1024 * 1024 ? 1 : 0)} MiB`;
}

function cgroupFact(group: Cgroup): Fact {
  const words = text.picture.cgroup;
  const on = group.subtreeControl.join(", ");
  return {
    title: group.path,
    says: `${words.is} ${on === "" ? words.noControllers : words.controllers(on)}`,
    path: `/sys/fs/cgroup${group.path === "/" ? "" : group.path}`,
    manual: "cgroups(7)",
  };
}

/** A child right after its parent: no name sorts before the end of its parent's. */
function treeOrder(path: string): string {
  return path.replaceAll("/", "\u0000");
}
