/** What is said of a thing in the picture when it is pointed at. */
export interface Fact {
  readonly title: string;
  /** One or two sentences. */
  readonly says: string;
  /** Where the kernel shows it: under /proc or /sys. */
  readonly path: string;
  /** `pid_namespaces(7)` */
  readonly manual: string;
}

/** The page on man7.org; nothing of it is loaded before somebody follows the link. */
export function manualAddress(manual: string): string {
  const [, name, section] = /^([\w-]+)\((\d)\)$/.exec(manual) ?? [];
  return `https://man7.org/linux/man-pages/man${section}/${name}.${section}.html`;
}
