import styles from "./drawing.module.css";
import { characterWidth, fitting } from "./fitting.ts";

interface BoxTitleProps {
  readonly x: number;
  readonly y: number;
  /** From `x` to where the box ends. */
  readonly width: number;
  readonly name: string;
  readonly notes: ReadonlyArray<string | undefined>;
}

const gap = 8;

/** What a box is called, and as much about it as fits behind. */
export function BoxTitle({ x, y, width, name, notes }: BoxTitleProps) {
  const shown = fitting(name, width);
  const note = notes.filter((part) => part !== undefined && part !== "").join(" · ");
  const left = width - shown.length * characterWidth - gap;
  return (
    <text x={x} y={y} className={styles["title"]}>
      {shown}
      {left > 4 * characterWidth ? (
        <tspan dx={gap} className={styles["note"]}>
          {fitting(note, left)}
        </tspan>
      ) : null}
    </text>
  );
}
