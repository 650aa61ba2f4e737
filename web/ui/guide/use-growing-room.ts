import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Keeps an element as high as it ever was: what is said in it may change several times a second, and must not move what is below.
 * Begins anew when `era` or the width changes.
 */
export function useGrowingRoom<T extends HTMLElement>(era: unknown): RefObject<T | null> {
  const element = useRef<T>(null);
  const seen = useRef<{ era: unknown; width: number; height: number }>({ era, width: 0, height: 0 });

  useLayoutEffect(() => {
    const room = element.current;
    if (!room) return;
    const { offsetHeight: height, offsetWidth: width } = room;
    const before = seen.current;
    if (before.era !== era || before.width !== width) {
      room.style.minHeight = "";
      seen.current = { era, width, height: room.offsetHeight };
    } else if (height > before.height) {
      before.height = height;
      room.style.minHeight = `${height}px`;
    }
  });
  return element;
}
