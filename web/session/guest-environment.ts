/** Of the learner's shells, and of what PID 1 runs to try something. */
export const guestEnvironment: readonly string[] = [
  "HOME=/root",
  "USER=root",
  "LOGNAME=root",
  "SHELL=/bin/bash",
  "TERM=xterm-256color",
  "LANG=C.UTF-8",
  "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
];
