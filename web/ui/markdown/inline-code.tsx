import { createElement, Fragment } from "react";

/** Reasons and hints: plain text in which `backticks` mark code, and nothing else is special (names of processes may hold anything). */
export function InlineCode({ text }: { readonly text: string }) {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return <>{text}</>;
  return createElement(
    Fragment,
    null,
    ...parts.map((part, index) => (index % 2 === 1 ? createElement("code", null, part) : part)),
  );
}
