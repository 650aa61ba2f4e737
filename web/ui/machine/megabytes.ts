/** Bytes as megabytes with one digit: `6.2`. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
