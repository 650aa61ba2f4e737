import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./drawing.module.css";

interface DrawingProps {
  readonly label: string;
  /** Draws for so much room: pixels at the usual text size, as everything scales with the text. */
  readonly children: (width: number) => { readonly height: number; readonly content: ReactNode };
}

const usualText = 16;
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What Tab finds of a drawing. */
const stop = { role: "group", tabIndex: 0 } as const;

/** An SVG as wide as its place. One stop for Tab; the arrow keys go through its things. */
export function Drawing({ label, children }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, scale: 1 });

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usualText;
      setRoom({ width: entry?.contentRect.width ?? 0, scale });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = [...(place.current?.querySelectorAll<SVGElement>("[data-item]") ?? [])];
    const at = items.indexOf(document.activeElement as SVGElement);
    const next = items[at < 0 ? 0 : Math.max(0, Math.min(items.length - 1, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  const width = Math.max(0, Math.floor(room.width / room.scale) - 2);
  const { height, content } = width > 0 ? children(width) : { height: 0, content: null };
  return (
    <div ref={place} className={styles["place"]}>
      <svg
        className={styles["drawing"]}
        {...stop}
        aria-label={label}
        width={width * room.scale}
        height={height * room.scale}
        viewBox={`-1 -1 ${width + 2} ${height + 2}`}
        onKeyDown={onKeyDown}
      >
        {content}
      </svg>
    </div>
  );
}
