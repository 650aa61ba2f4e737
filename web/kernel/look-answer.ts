import type { DirectoryRecord } from "./query.ts";
import type { Gap, NamespaceInode } from "./snapshot.ts";

/** What one BATCH brought. */
export interface BatchAnswer {
  readonly records: readonly DirectoryRecord[];
  /** The agent stopped at the limit: what is missing at the end was not looked at. */
  readonly cut: boolean;
}

/** A network namespace and a path through which it can be entered; "" is the agent's own. */
export interface NetworkTarget {
  readonly path: string;
  readonly inode: NamespaceInode;
}

/** The raw, concatenated messages of the three dumps of `netlink/request.ts`, taken in one network namespace. */
export interface NetworkDumps extends NetworkTarget {
  readonly links: Uint8Array;
  readonly addresses: Uint8Array;
  readonly routes: Uint8Array;
}

/** Everything one look brought, round by round. */
export interface LookAnswers {
  /** Counts up with every look of a session. */
  readonly sequence: number;
  /** The answer to `fullLook`. */
  readonly first: BatchAnswer;
  /** The answer to `namespaceQueries(first.records)`; leave it out when there was nothing to ask. */
  readonly second?: BatchAnswer;
  /** The answer to `pinnedQueries(first.records, second.records)`; leave it out when there was nothing to ask. */
  readonly third?: BatchAnswer;
  /** One for each of `networkTargets(first.records, second.records)` that could be had. */
  readonly networks: readonly NetworkDumps[];
  /** What could not be had at all: a dump that was refused, say. */
  readonly gaps?: readonly Gap[];
}
