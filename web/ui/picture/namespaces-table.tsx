import { useMemo } from "react";
import type { NamespaceType, Snapshot } from "../../kernel/snapshot.ts";
import { text } from "../text.ts";
import { commandOf } from "./describe.ts";
import type { Freshness } from "./freshness.ts";
import { namespaceTree } from "./namespace-tree.ts";
import styles from "./table.module.css";

interface NamespacesTableProps {
  readonly snapshot: Snapshot;
  readonly fresh: Freshness;
  readonly type: NamespaceType;
}

/** What the drawing shows, in rows. */
export function NamespacesTable({ snapshot, fresh, type }: NamespacesTableProps) {
  const nodes = useMemo(() => namespaceTree(snapshot, type).descendants().slice(1), [snapshot, type]);
  const { tableOf } = text.picture;
  return (
    <table className={styles["table"]}>
      <caption>{tableOf.namespaces(type)}</caption>
      <thead>
        <tr>
          <th scope="col">{tableOf.namespace}</th>
          <th scope="col">{tableOf.nestedIn}</th>
          <th scope="col">{tableOf.holders}</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map(({ data, parent }) => (
          <tr key={data.namespace?.key} data-new={data.namespace && fresh.namespace(data.namespace.key)}>
            <th scope="row">
              {data.namespace?.key}
              {data.namespace?.initial ? ` (${text.picture.host})` : ""}
              {data.namespace && fresh.namespace(data.namespace.key) ? ` – ${text.picture.isNew}` : ""}
            </th>
            <td>{parent?.data.namespace?.key ?? "–"}</td>
            <td>
              {data.processes.length === 0
                ? text.picture.nobody
                : data.processes
                    .map(
                      (process) =>
                        `${process.pid} ${commandOf(process)}${fresh.process(process) ? ` (${text.picture.isNew})` : ""}`,
                    )
                    .join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
