import { useMemo } from "react";
import type { NamespaceType, Process, Snapshot } from "../../kernel/snapshot.ts";
import { text } from "../text.ts";
import { type Box, type Chip, chipHeight, layoutBoxes } from "./box-layout.ts";
import { BoxTitle } from "./box-title.tsx";
import { namespaceFact, processFact } from "./describe.ts";
import styles from "./drawing.module.css";
import { Drawing } from "./drawing.tsx";
import { useExplained } from "./explained.tsx";
import type { Freshness } from "./freshness.ts";
import { namespaceTree } from "./namespace-tree.ts";

interface NamespacesViewProps {
  readonly snapshot: Snapshot;
  readonly fresh: Freshness;
  readonly type: NamespaceType;
  readonly onProcess: (process: Process) => void;
}

/** Processes inside the namespaces of one type that they are in: nested, or side by side. */
export function NamespacesView({ snapshot, fresh, type, onProcess }: NamespacesViewProps) {
  const tree = useMemo(() => namespaceTree(snapshot, type), [snapshot, type]);
  return (
    <Drawing label={text.picture.tableOf.namespaces(type)}>
      {(width) => {
        const { boxes, height } = layoutBoxes(tree, width);
        const content = boxes.map((box) => (
          <NamespaceBox key={box.node.namespace?.key} box={box} snapshot={snapshot} fresh={fresh} onProcess={onProcess} />
        ));
        return { height, content };
      }}
    </Drawing>
  );
}

interface NamespaceBoxProps extends Omit<NamespacesViewProps, "type"> {
  readonly box: Box;
}

function NamespaceBox({ box, snapshot, fresh, onProcess }: NamespaceBoxProps) {
  const explained = useExplained();
  const { namespace } = box.node;
  if (!namespace) return null;
  const isNew = fresh.namespace(namespace.key);
  return (
    <g data-testid={`ns-${namespace.key}`} data-new={isNew} data-initial={namespace.initial} data-depth={box.depth}>
      <g {...explained(namespaceFact(snapshot, namespace))} className={styles["namespace"]}>
        <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={8} />
        <BoxTitle
          x={box.x + 10}
          y={box.y + 17}
          width={box.width - 20}
          name={namespace.key}
          notes={[
            namespace.initial ? text.picture.host : undefined,
            namespace.hostname,
            box.node.processes.length === 0 ? text.picture.nobody : undefined,
            isNew ? text.picture.isNew : undefined,
          ]}
        />
      </g>
      {box.chips.map((chip) => (
        <ProcessChip key={chip.process.pid} chip={chip} isNew={fresh.process(chip.process)} onProcess={onProcess} />
      ))}
    </g>
  );
}

interface ProcessChipProps {
  readonly chip: Chip;
  readonly isNew: boolean;
  readonly onProcess: (process: Process) => void;
}

function ProcessChip({ chip: { process, label, x, y, width }, isNew, onProcess }: ProcessChipProps) {
  const explained = useExplained();
  return (
    <g
      {...explained(processFact(process), () => onProcess(process))}
      className={styles["process"]}
      data-new={isNew}
      data-testid={`process-${process.pid}`}
      transform={`translate(${x} ${y})`}
    >
      <rect width={width} height={chipHeight} rx={chipHeight / 2} />
      <text x={8} y={15}>
        {label}
      </text>
    </g>
  );
}
