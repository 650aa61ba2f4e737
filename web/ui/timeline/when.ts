const sameDay = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const anotherDay = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** The time of day, with the date when it wasn't today. Milliseconds since the epoch. */
export function whenText(time: number, now = Date.now()): string {
  const format = new Date(time).toDateString() === new Date(now).toDateString() ? sameDay : anotherDay;
  return format.format(time);
}

/** Bytes as megabytes with one decimal, never "0.0". */
export function megabytes(bytes: number): string {
  const value = bytes / 1e6;
  return value > 0 && value < 0.1 ? "< 0.1" : value.toFixed(1);
}
