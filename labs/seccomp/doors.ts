import type { Door } from "../../web/lab/filters.ts";

/** System calls of i386 by number (arch/x86/entry/syscalls/syscall_32.tbl). */
export const chmod: Door = { name: "chmod", number: 15 };
export const fchmod: Door = { name: "fchmod", number: 94 };
export const fchmodat: Door = { name: "fchmodat", number: 306 };
export const fchmodat2: Door = { name: "fchmodat2", number: 452 };
/** socketcall(2) does what its first argument says, 1 is socket(2); since Linux 4.3 each has a number of its own as well. */
export const socketcall: Door = { name: "socketcall with 1, which is socket", number: 102, args: [1n] };
export const socket: Door = { name: "socket", number: 359 };
/** Two sockets that are connected with each other. */
export const oldPair: Door = { name: "socketcall with 8, which is socketpair", number: 102, args: [8n] };
export const socketpair: Door = { name: "socketpair", number: 360 };

/** An access control list is written by these, and the mode with it. */
export const accessLists: readonly Door[] = [
  { name: "setxattr", number: 226 },
  { name: "lsetxattr", number: 227 },
  { name: "fsetxattr", number: 228 },
];

/** A number that no system call has. */
export const nothing: Door = { name: "nothing", number: 4242 };

/** What the app cannot do without, once it runs. */
export const needed: readonly Door[] = [
  { name: "read", number: 3 },
  { name: "openat", number: 295 },
  { name: "write", number: 4 },
  { name: "close", number: 6 },
];
