import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { readStored, writeStored } from "../stored.ts";
import styles from "./split.module.css";

interface SplitProps {
  /** Under which the width is remembered. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** Share of the first part, in percent. */
  readonly usual: number;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

const least = 20;
const most = 75;
const step = 2;

/** Two parts beside each other with a bar between them that can be dragged, or moved by the keyboard. Parts nest, for a third. */
export function Split({ name, label, help, usual, first, second }: SplitProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => storedShare(name) ?? usual);
  const [dragging, setDragging] = useState(false);

  function move(next: number): void {
    const bounded = Math.round(Math.min(most, Math.max(least, next)) * 10) / 10;
    setShare(bounded);
    writeStored(`split.${name}`, bounded === usual ? undefined : String(bounded));
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    const box = frame.current?.getBoundingClientRect();
    if (dragging && box && box.width > 0) move(((event.clientX - box.left) / box.width) * 100);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const target = { ArrowLeft: share - step, ArrowRight: share + step, Home: least, End: most, Enter: usual }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    move(target);
  }

  return (
    <div className={styles["split"]} ref={frame} style={{ "--share": `${share}%` } as CSSProperties} data-dragging={dragging}>
      <div className={styles["first"]}>{first}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved; this is the separator of the ARIA practices. */}
      <div
        className={styles["bar"]}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={Math.round(share)}
        aria-valuemin={least}
        aria-valuemax={most}
        title={help}
        data-testid={`split-${name}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragging(true);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => setDragging(false)}
        onPointerCancel={() => setDragging(false)}
        onDoubleClick={() => move(usual)}
        onKeyDown={onKeyDown}
      />
      <div className={styles["second"]}>{second}</div>
    </div>
  );
}

function storedShare(name: string): number | undefined {
  const stored = Number(readStored(`split.${name}`));
  return stored >= least && stored <= most ? stored : undefined;
}
