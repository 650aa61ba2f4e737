import { createContext, type KeyboardEvent, type SVGProps, use } from "react";
import type { Fact } from "./fact.ts";

/** Whoever says what is pointed at. */
export const ExplainContext = createContext<(fact: Fact) => void>(() => undefined);

/** Attributes of an element that explains itself when it is pointed at or has the focus. `act`: what Enter or a click does. */
export function useExplained(): (fact: Fact, act?: () => void) => SVGProps<SVGGElement> & { "data-item": boolean } {
  const explain = use(ExplainContext);
  return (fact, act) => ({
    "data-item": true,
    tabIndex: -1,
    role: act ? "button" : "img",
    "aria-label": `${fact.title}. ${fact.says}`,
    onPointerEnter: () => explain(fact),
    onFocus: () => explain(fact),
    ...(act
      ? {
          onClick: act,
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            act();
          },
        }
      : {}),
  });
}
