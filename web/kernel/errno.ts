/** The errno of Linux that mean something to a look (errno(3), asm-generic/errno.h); the same on every architecture we run. */
export const ENOENT = 2;
export const ESRCH = 3;
export const ENODEV = 19;
export const EINVAL = 22;
export const EOPNOTSUPP = 95;

const names: Readonly<Record<number, string>> = {
  1: "EPERM",
  2: "ENOENT",
  3: "ESRCH",
  4: "EINTR",
  5: "EIO",
  11: "EAGAIN",
  12: "ENOMEM",
  13: "EACCES",
  16: "EBUSY",
  19: "ENODEV",
  20: "ENOTDIR",
  22: "EINVAL",
  24: "EMFILE",
  36: "ENAMETOOLONG",
  40: "ELOOP",
  95: "EOPNOTSUPP",
};

export function errnoName(errno: number): string {
  return names[errno] ?? `errno ${errno}`;
}

/** What was looked at is gone: a process that ended, a file or directory that was removed. */
export function isGone(errno: number): boolean {
  return errno === ENOENT || errno === ESRCH;
}
