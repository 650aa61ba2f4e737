import { namespaceKey, type Snapshot } from "../../kernel/snapshot.ts";
import { vethPeer } from "../../kernel/veth.ts";
import { text } from "../text.ts";
import { linkAddresses, linkKind, linkState, packets } from "./describe.ts";
import type { Freshness } from "./freshness.ts";
import styles from "./table.module.css";

interface NetworkTableProps {
  readonly snapshot: Snapshot;
  readonly fresh: Freshness;
}

/** What the drawing shows, in rows. */
export function NetworkTable({ snapshot, fresh }: NetworkTableProps) {
  const { tableOf } = text.picture;
  return (
    <table className={styles["table"]}>
      <caption>{tableOf.network}</caption>
      <thead>
        <tr>
          {[
            tableOf.namespace,
            tableOf.interface,
            tableOf.kind,
            tableOf.state,
            tableOf.addresses,
            tableOf.peer,
            tableOf.counters,
          ].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...snapshot.networks.values()].flatMap(({ inode, links }) =>
          links.map((link) => {
            const key = namespaceKey("net", inode);
            const peer = link.kind === "veth" ? vethPeer(snapshot, { namespace: inode, link }) : undefined;
            const isNew = fresh.link(inode, link);
            return (
              <tr key={`${inode} ${link.index}`} data-new={isNew}>
                <td>
                  {key}
                  {inode === snapshot.initial.net ? ` (${text.picture.host})` : ""}
                </td>
                <th scope="row">
                  {link.name}
                  {isNew ? ` – ${text.picture.isNew}` : ""}
                </th>
                <td>{linkKind(link)}</td>
                <td>{linkState(link)}</td>
                <td>{linkAddresses(link).join(", ") || text.picture.noAddress}</td>
                <td>{peer ? `${peer.link.name}, ${namespaceKey("net", peer.namespace)}` : "–"}</td>
                <td>{packets(link)}</td>
              </tr>
            );
          }),
        )}
      </tbody>
    </table>
  );
}
