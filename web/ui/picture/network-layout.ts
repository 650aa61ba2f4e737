import type { Link, NamespaceInode, NetworkNamespace, Snapshot } from "../../kernel/snapshot.ts";
import { vethPeer } from "../../kernel/veth.ts";

export interface InterfaceCard {
  readonly namespace: NamespaceInode;
  readonly link: Link;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NetworkBox {
  readonly network: NetworkNamespace;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly cards: readonly InterfaceCard[];
}

/** From one card to another: a veth cable, or a port of a bridge. */
export interface Cable {
  readonly kind: "veth" | "port";
  readonly from: InterfaceCard;
  readonly to: InterfaceCard;
}

export interface NetworkLayout {
  readonly boxes: readonly NetworkBox[];
  readonly cables: readonly Cable[];
  readonly width: number;
  readonly height: number;
}

export const networkHeader = 26;
const padding = 10;
const cardGap = 8;
const line = 15;
const leastWidth = 210;
const mostWidth = 300;
/** Room between namespaces, for cables. */
const alley = 56;
const rowGap = 24;
const portIndent = 16;

/** Network namespaces as columns of interfaces, the host's first; bridges before their ports. Pixels at the usual text size. */
export function layoutNetworks(snapshot: Snapshot, width: number): NetworkLayout {
  const networks = [...snapshot.networks.values()].sort(
    (a, b) => Number(b.inode === snapshot.initial.net) - Number(a.inode === snapshot.initial.net) || a.inode - b.inode,
  );
  const columns = Math.max(1, Math.min(networks.length, Math.floor((width + alley) / (leastWidth + alley))));
  const boxWidth = Math.min(mostWidth, (width - alley * (columns - 1)) / columns);
  const boxes: NetworkBox[] = [];
  let top = 0;
  for (let row = 0; row * columns < networks.length; row++) {
    const inRow = networks
      .slice(row * columns, (row + 1) * columns)
      .map((network, column) => box(network, column * (boxWidth + alley), top, boxWidth));
    boxes.push(...inRow);
    top += Math.max(...inRow.map(({ height }) => height)) + rowGap;
  }
  return { boxes, cables: cablesBetween(snapshot, boxes), width, height: Math.max(0, top - rowGap) };
}

function box(network: NetworkNamespace, x: number, y: number, width: number): NetworkBox {
  const cards: InterfaceCard[] = [];
  let top = y + networkHeader;
  for (const { link, port } of ordered(network.links)) {
    const indent = port ? portIndent : 0;
    const height = 2 * line + 8 + line * Math.max(1, link.addresses.length);
    cards.push({ namespace: network.inode, link, x: x + padding + indent, y: top, width: width - 2 * padding - indent, height });
    top += height + cardGap;
  }
  return { network, x, y, width, height: Math.max(networkHeader + 40, top - y - cardGap + padding), cards };
}

function ordered(links: readonly Link[]): Array<{ link: Link; port: boolean }> {
  const isPort = (link: Link) => link.master !== undefined && links.some(({ index }) => index === link.master);
  return links
    .filter((link) => !isPort(link))
    .flatMap((link) => [
      { link, port: false },
      ...links.filter(({ master }) => master === link.index).map((port) => ({ link: port, port: true })),
    ]);
}

function cablesBetween(snapshot: Snapshot, boxes: readonly NetworkBox[]): Cable[] {
  const cards = boxes.flatMap((box) => box.cards);
  const cardOf = (namespace: NamespaceInode, index: number | undefined) =>
    cards.find((card) => card.namespace === namespace && card.link.index === index);
  return cards.flatMap((from): Cable[] => {
    const cables: Cable[] = [];
    const bridge = cardOf(from.namespace, from.link.master);
    if (bridge) cables.push({ kind: "port", from, to: bridge });
    const peer = from.link.kind === "veth" ? vethPeer(snapshot, { namespace: from.namespace, link: from.link }) : undefined;
    const to = peer && cardOf(peer.namespace, peer.link.index);
    // Each cable once, from the end that is drawn first.
    if (to && cards.indexOf(from) < cards.indexOf(to)) cables.push({ kind: "veth", from, to });
    return cables;
  });
}

/** An SVG path between the sides of two cards that face each other. */
export function cablePath({ from, to, kind }: Cable): string {
  const middle = ({ y, height }: InterfaceCard) => y + height / 2;
  if (kind === "port") {
    const x = to.x + portIndent / 2;
    return `M ${x} ${to.y + to.height} V ${middle(from)} H ${from.x}`;
  }
  if (from.x + from.width < to.x) return curve(from.x + from.width, middle(from), to.x, middle(to), 1);
  if (to.x + to.width < from.x) return curve(to.x + to.width, middle(to), from.x, middle(from), 1);
  // In the same column: around the right side.
  const right = Math.max(from.x + from.width, to.x + to.width);
  const out = right + alley / 2;
  return `M ${from.x + from.width} ${middle(from)} C ${out} ${middle(from)}, ${out} ${middle(to)}, ${to.x + to.width} ${middle(to)}`;
}

function curve(x1: number, y1: number, x2: number, y2: number, tension: number): string {
  const bend = ((x2 - x1) / 2) * tension;
  return `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
}
