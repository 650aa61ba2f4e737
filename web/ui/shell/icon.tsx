import type { ReactNode } from "react";

/** Line drawings on a 16 × 16 grid, in the colour of the text around them. Decoration only: what they say is always said in words too. */
const drawings = {
  check: <path d="m3.5 8.5 3 3 6-7" />,
  ring: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.2 2.1" />,
  dot: <circle cx="8" cy="8" r="2.5" fill="currentColor" stroke="none" />,
  alert: <path d="M8 2.2 14.3 13H1.7zM8 6.4v3.2m0 1.7v.1" />,
  eyeOff: (
    <path d="M2 2l12 12M6.3 3.9A7 7 0 0 1 8 3.7c4 0 6 4.3 6 4.3a10 10 0 0 1-1.6 2.1M4 5.3A9.6 9.6 0 0 0 2 8s2 4.3 6 4.3a6.5 6.5 0 0 0 2.6-.5M6.6 6.7a2 2 0 0 0 2.7 2.8" />
  ),
  undone: <path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.5 3.5l-3 3 3 3" />,
  bulb: <path d="M6 13.5h4M6.3 11.5c0-1.8-2-2.4-2-4.8a3.7 3.7 0 0 1 7.4 0c0 2.4-2 3-2 4.8z" />,
  pause: <path d="M5.5 3.5v9m5-9v9" />,
  play: <path d="M5 3.3v9.4L12.5 8z" fill="currentColor" />,
  copy: <path d="M5.5 5.5h7v8h-7zM3.5 10.5v-8h7" />,
  chevron: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  arrow: <path d="M2.5 8h11m-4.5-4.5L13.5 8 9 12.5" />,
  reset: <path d="M3 8a5 5 0 1 1 1.7 3.8M3 4.5V8h3.5" />,
  sun: (
    <path d="M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M8 1.5v1.3m0 10.4v1.3M1.5 8h1.3m10.4 0h1.3M3.4 3.4l.9.9m7.4 7.4.9.9m0-9.2-.9.9m-7.4 7.4-.9.9" />
  ),
  moon: <path d="M13.2 9.7A5.7 5.7 0 0 1 6.3 2.8a5.7 5.7 0 1 0 6.9 6.9z" />,
  display: <path d="M2 3h12v8H2zM5.5 13.5h5M8 11v2.5" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  terminal: <path d="M2 3h12v10H2zM4.5 6l2 2-2 2M8.5 10.5h3" />,
  book: <path d="M8 4.2C6.5 3 4.5 2.7 2 2.9v9.4c2.5-.2 4.5.1 6 1.3 1.5-1.2 3.5-1.5 6-1.3V2.9c-2.5-.2-4.5.1-6 1.3zm0 0v9.4" />,
  cpu: <path d="M4.5 4.5h7v7h-7zM6.5 4.5v-2m3 2v-2m-3 11v-2m3 2v-2m-5-5h-2m2 3h-2m11-3h-2m2 3h-2" />,
  lock: <path d="M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2" />,
  clock: <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11m0 2.5v3.2l2.2 1.3" />,
  layers: <path d="m8 2 6 3.2-6 3.2-6-3.2zM2 8.4l6 3.2 6-3.2M2 11.4l6 3.1 6-3.1" />,
  gear: (
    <path d="M8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4M8 1.8v1.7m0 9v1.7M1.8 8h1.7m9 0h1.7M3.6 3.6l1.2 1.2m6.4 6.4 1.2 1.2m0-8.8-1.2 1.2m-6.4 6.4-1.2 1.2" />
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  bookmark: <path d="M4 2.5h8v11L8 10.6 4 13.5z" />,
  search: <path d="M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4m3.1 7.3 3.4 3.4" />,
  more: <path d="M3.5 8v.1M8 8v.1m4.5-.1v.1" strokeWidth="2.2" />,
  download: <path d="M8 2.5v7.5m-3-3 3 3 3-3M3 13.5h10" />,
  upload: <path d="M8 10.5V3m-3 3 3-3 3 3M3 13.5h10" />,
  pencil: <path d="m3 13 .6-2.8 7-7 2.2 2.2-7 7z" />,
  trash: <path d="M3 4.5h10M6.5 4.5v-2h3v2m-5 0 .6 9h5.8l.6-9" />,
  split: <path d="M2 3h12v10H2zM8 3v10" />,
  file: <path d="M4 2h5l3 3v9H4zM9 2v3h3" />,
  keyboard: <path d="M1.5 4h13v8h-13zM4 6.7v.1m2.7-.1v.1m2.6-.1v.1m2.7-.1v.1M5 9.5h6" />,
  fork: (
    <path d="M4.5 5.5v5m0-3h4.2c1.6 0 2.8-.6 2.8-2M4.5 2.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3m0 8a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3m7-8a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3" />
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}
