import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { readStored, writeStored } from "../stored.ts";
import styles from "./split.module.css";

interface SplitProps {
  /** Under which the share is remembered. */
  readonly name: string;
  /** Beside each other, or one above the other. */
  readonly direction?: "columns" | "rows";
  readonly label: string;
  readonly help: string;
  /** Share of the first part, in percent. */
  readonly usual: number;
  readonly first: ReactNode;
  /** Null: the first has all the room. */
  readonly second: ReactNode;
}

const least = 20;
const most = 75;
const step = 2;

/** Two parts beside each other with a bar between them that can be dragged, or moved by the keyboard. Parts nest, for a third. */
export function Split({ name, direction = "columns", label, help, usual, first, second }: SplitProps) {
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
    if (!dragging || !box || box.width === 0 || box.height === 0) return;
    move(
      direction === "columns" ? ((event.clientX - box.left) / box.width) * 100 : ((event.clientY - box.top) / box.height) * 100,
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const [less, more] = direction === "columns" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const target = { [less]: share - step, [more]: share + step, Home: least, End: most, Enter: usual }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    move(target);
  }

  const alone = second === null;
  return (
    <div
      className={styles["split"]}
      ref={frame}
      style={{ "--share": `${share}%` } as CSSProperties}
      data-direction={direction}
      data-dragging={dragging}
      data-alone={alone}
    >
      <div className={styles["first"]}>{first}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved; this is the separator of the ARIA practices. */}
      <div
        className={styles["bar"]}
        role="separator"
        hidden={alone}
        tabIndex={0}
        aria-orientation={direction === "columns" ? "vertical" : "horizontal"}
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
      <div className={styles["second"]} hidden={alone}>
        {second}
      </div>
    </div>
  );
}

function storedShare(name: string): number | undefined {
  const stored = Number(readStored(`split.${name}`));
  return stored >= least && stored <= most ? stored : undefined;
}
