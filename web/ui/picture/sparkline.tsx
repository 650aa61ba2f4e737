import "uplot/dist/uPlot.min.css";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import styles from "./sparkline.module.css";

export interface SparklineProps {
  readonly label: string;
  /** Seconds, ascending. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** Drawn as the top of the picture if it is more than all values. */
  readonly most: number;
}

const size = { width: 96, height: 22 };

/** A minute of one number. */
export function Sparkline({ label, times, values, most }: SparklineProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const top = useRef(most);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const colour = getComputedStyle(element).color;
    const created = new uPlot(
      {
        ...size,
        padding: [1, 0, 1, 0],
        legend: { show: false },
        cursor: { show: false },
        axes: [{ show: false }, { show: false }],
        scales: {
          x: { time: false, range: (_, __, last) => [last - 60, last] },
          y: { range: (_, __, high) => [0, Math.max(top.current, high) || 1] },
        },
        series: [{}, { stroke: colour, width: 1.25, points: { show: false } }],
      },
      [[], []],
      element,
    );
    plot.current = created;
    return () => created.destroy();
  }, []);

  useEffect(() => {
    top.current = most;
    plot.current?.setData([[...times], [...values]]);
  }, [times, values, most]);

  return <div ref={place} className={styles["spark"]} role="img" aria-label={label} />;
}
