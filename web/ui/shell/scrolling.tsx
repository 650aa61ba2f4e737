import type { ReactNode } from "react";

/** Something that may be too large for its place. It takes the focus, so that the arrow keys can scroll it. */
export function Scrolling({ className, children }: { readonly className: string | undefined; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
    <div className={className} tabIndex={0}>
      {children}
    </div>
  );
}
