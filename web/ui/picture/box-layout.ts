import type { HierarchyNode } from "d3-hierarchy";
import type { Process } from "../../kernel/snapshot.ts";
import { characterWidth, fitting } from "./fitting.ts";
import type { NamespaceNode } from "./namespace-tree.ts";

export interface Chip {
  readonly process: Process;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Box {
  readonly node: NamespaceNode;
  readonly depth: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly chips: readonly Chip[];
}

export interface BoxLayout {
  readonly boxes: readonly Box[];
  readonly width: number;
  readonly height: number;
}

export const chipHeight = 22;
export const headerHeight = 26;
const gap = 6;
const padding = 8;
const chipPadding = 14;
/** A box is not made narrower than this to put another beside it. */
const leastWidth = 230;

interface Measured {
  readonly height: number;
  readonly place: (x: number, y: number) => Box[];
}

/** Boxes within boxes, processes as chips in rows: all inside `width`, nothing overlapping. Pixels at the usual text size. */
export function layoutBoxes(root: HierarchyNode<NamespaceNode>, width: number): BoxLayout {
  const { height, place } = grid(root.children ?? [], width);
  return { boxes: place(0, 0), width, height };
}

/** Children beside each other as far as there is room, in rows. */
function grid(nodes: readonly HierarchyNode<NamespaceNode>[], width: number): Measured {
  const columns = Math.max(1, Math.min(nodes.length, Math.floor((width + gap) / (leastWidth + gap))));
  const cell = (width - gap * (columns - 1)) / columns;
  const measured = nodes.map((node) => box(node, cell));
  const rows = Array.from({ length: Math.ceil(nodes.length / columns) }, (_, row) =>
    measured.slice(row * columns, (row + 1) * columns),
  );
  const heights = rows.map((row) => Math.max(0, ...row.map(({ height }) => height)));
  return {
    height: heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, rows.length - 1),
    place(x, y) {
      let top = y;
      return rows.flatMap((row, r) => {
        const placed = row.flatMap(({ place }, column) => place(x + column * (cell + gap), top));
        top += (heights[r] ?? 0) + gap;
        return placed;
      });
    },
  };
}

function box(node: HierarchyNode<NamespaceNode>, width: number): Measured {
  const inner = width - 2 * padding;
  const { chips, height: chipsHeight } = flow(node.data.processes, inner);
  const inside = grid(node.children ?? [], inner);
  const between = chips.length > 0 && inside.height > 0 ? gap : 0;
  const height = headerHeight + Math.max(chipsHeight + between + inside.height, chipHeight) + padding;
  return {
    height,
    place: (x, y) => [
      {
        node: node.data,
        depth: node.depth,
        x,
        y,
        width,
        height,
        chips: chips.map((chip) => ({ ...chip, x: x + padding + chip.x, y: y + headerHeight + chip.y })),
      },
      ...inside.place(x + padding, y + headerHeight + chipsHeight + between),
    ],
  };
}

function flow(processes: readonly Process[], width: number): { chips: Chip[]; height: number } {
  const chips: Chip[] = [];
  let x = 0;
  let y = 0;
  for (const process of processes) {
    const label = `${process.pid} ${process.name}`;
    const wanted = label.length * characterWidth + chipPadding;
    const chipWidth = Math.min(width, wanted);
    if (x > 0 && x + chipWidth > width) {
      x = 0;
      y += chipHeight + gap;
    }
    chips.push({ process, label: wanted > width ? fitting(label, width - chipPadding) : label, x, y, width: chipWidth });
    x += chipWidth + gap;
  }
  return { chips, height: chips.length > 0 ? y + chipHeight : 0 };
}
