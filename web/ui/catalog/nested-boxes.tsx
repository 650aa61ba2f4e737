import styles from "./nested-boxes.module.css";

const layers = ["user", "pid", "net", "mnt", "uts"] as const;

/** Decoration: a process in the namespaces around it. */
export function NestedBoxes() {
  return (
    <svg className={styles["boxes"]} viewBox="0 0 360 240" fill="none" aria-hidden="true" focusable="false">
      {layers.map((name, depth) => {
        const inset = depth * 22;
        return (
          <g key={name}>
            <rect
              x={1 + inset}
              y={1 + inset}
              width={358 - inset * 2}
              height={238 - inset * 2}
              rx={16 - depth * 2}
              className={styles["box"]}
            />
            <text x={15 + inset} y={16 + inset} className={styles["name"]}>
              {name}
            </text>
          </g>
        );
      })}
      <g className={styles["process"]}>
        <rect x="118" y="110" width="124" height="30" rx="6" />
        <text x="180" y="129.5" textAnchor="middle">
          root@box:~#
        </text>
      </g>
    </svg>
  );
}
