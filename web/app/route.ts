import { useSyncExternalStore } from "react";

/** Addresses are in the fragment, so that the page works below any path and on any static server. */
export type Route = { readonly kind: "catalog" } | { readonly kind: "lab"; readonly id: string } | { readonly kind: "unknown" };

export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#\/?/, "").split("?", 1)[0] ?? "";
  if (path === "") return { kind: "catalog" };
  const id = /^lab\/([^/]+)\/?$/.exec(path)?.[1];
  return id === undefined ? { kind: "unknown" } : { kind: "lab", id: decoded(id) };
}

/** A stray percent sign is no reason to show nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

/** The address as it is now; a string, so that React can compare it. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash);
}
