/** What the kernel reported of processes since the step began (the proc connector, linux/cn_proc.h), oldest first. */
export type ProcessEvent =
  | { readonly kind: "fork"; readonly pid: number; readonly parent: number }
  | { readonly kind: "exec"; readonly pid: number }
  | { readonly kind: "exit"; readonly pid: number; readonly code: number }
  | { readonly kind: "uid"; readonly pid: number; readonly real: number; readonly effective: number }
  | { readonly kind: "gid"; readonly pid: number; readonly real: number; readonly effective: number }
  | { readonly kind: "session"; readonly pid: number }
  /** The kernel's queue overflowed: so many events were not seen. */
  | { readonly kind: "lost"; readonly count: number };
