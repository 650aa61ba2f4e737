/** What became of a shell, from its wait status (wait(2)). */
export function endOfShell(waitStatus: number): string {
  const signal = waitStatus & 0x7f;
  if (signal !== 0) return `The shell was killed by signal ${signal}${signal === 9 ? " (SIGKILL)" : ""}.`;
  const code = (waitStatus >> 8) & 0xff;
  return code === 0 ? "The shell ended." : `The shell ended with status ${code}.`;
}
