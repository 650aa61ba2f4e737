import type { Namespace } from "../../web/kernel/snapshot.ts";

/** Where a namespace is held: a process's link, a mount or a descriptor. */
export function heldBy({ type, holders: [holder] }: Namespace): string {
  switch (holder?.kind) {
    case "mount":
      return holder.path;
    case "descriptor":
      return `/proc/${holder.pid}/fd/${holder.fd}`;
    default:
      return `/proc/${holder?.pid}/ns/${type}`;
  }
}
