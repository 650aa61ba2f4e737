import type { ReactNode } from "react";

const allowed = new Set(["http:", "https:", "mailto:"]);

/** A link out of a lab's text, in a new tab. An address of another kind (`javascript:`, a typing mistake) is shown as plain text. */
export function ExternalLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  if (!URL.canParse(href) || !allowed.has(new URL(href).protocol)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
