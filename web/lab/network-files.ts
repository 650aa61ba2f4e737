import type { DirectoryQuery } from "../kernel/query.ts";
import type { NetworkNamespace } from "../kernel/snapshot.ts";
import { type Findings, fileText } from "./inquiry.ts";

/**
 * For a `files` inquiry: kernel files as they are inside a network namespace, `/proc/sys/net/ipv4/ip_forward` or, of what is below
 * `/proc/net`, `/proc/thread-self/net/snmp`.
 */
export function networkFilesQuery(network: NetworkNamespace, files: readonly string[]): DirectoryQuery {
  const { directory, link } = wayInto(network);
  return {
    directory: quote(directory),
    files: files.map((file) => ({ operation: "read-inside", path: `${quote(link)}\0${file}` })),
  };
}

/** Text of one of them; undefined when it is not there or was not read. */
export function networkFileText(found: Findings, key: string, network: NetworkNamespace, file: string): string | undefined {
  const { directory, link } = wayInto(network);
  return fileText(found, key, `${directory}/${link}\0${file}`);
}

function wayInto({ readThrough }: NetworkNamespace): { readonly directory: string; readonly link: string } {
  const slash = readThrough.lastIndexOf("/");
  return { directory: readThrough.slice(0, slash), link: readThrough.slice(slash + 1) };
}

/** A path as a pattern that matches just itself. */
function quote(path: string): string {
  return path.replace(/[\\*?[]/g, "\\$&");
}
