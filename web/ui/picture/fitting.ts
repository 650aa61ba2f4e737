/** The drawings' letters are all of one width; pixels at the usual text size. */
export const characterWidth = 6.8;

/** As much as there is room for. */
export function fitting(words: string, width: number): string {
  const room = Math.max(1, Math.floor(width / characterWidth));
  return words.length <= room ? words : `${words.slice(0, room - 1)}…`;
}
