/** A box in a box with a prompt in it: what a container is. */
export function Logo({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <rect x="1.5" y="1.5" width="29" height="29" rx="7.5" stroke="currentColor" strokeWidth="2" opacity="0.35" />
      <rect x="6.5" y="6.5" width="19" height="19" rx="4.5" fill="var(--accent-fill)" />
      <path
        d="m11 12.5 3.5 3.5-3.5 3.5M16.8 19.8h4.4"
        stroke="var(--on-accent)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
