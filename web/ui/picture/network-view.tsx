import type { Snapshot } from "../../kernel/snapshot.ts";
import { namespaceKey } from "../../kernel/snapshot.ts";
import { text } from "../text.ts";
import { BoxTitle } from "./box-title.tsx";
import { linkAddresses, linkFact, linkKind, linkState, namespaceFact, packets } from "./describe.ts";
import styles from "./drawing.module.css";
import { Drawing } from "./drawing.tsx";
import { useExplained } from "./explained.tsx";
import type { Fact } from "./fact.ts";
import { fitting } from "./fitting.ts";
import type { Freshness } from "./freshness.ts";
import { type Cable, cablePath, type InterfaceCard, layoutNetworks, type NetworkBox } from "./network-layout.ts";

interface NetworkViewProps {
  readonly snapshot: Snapshot;
  readonly fresh: Freshness;
}

/** Network namespaces with their interfaces, and the cables between them. */
export function NetworkView({ snapshot, fresh }: NetworkViewProps) {
  return (
    <Drawing label={text.picture.tableOf.network}>
      {(width) => {
        const { boxes, cables, height } = layoutNetworks(snapshot, width);
        const content = (
          <>
            {boxes.map((box) => (
              <NetworkNamespaceBox key={box.network.inode} box={box} snapshot={snapshot} fresh={fresh} />
            ))}
            {cables.map((cable) => (
              <CableLine key={`${cable.kind} ${nameOf(cable.from)} ${nameOf(cable.to)}`} cable={cable} />
            ))}
          </>
        );
        return { height, content };
      }}
    </Drawing>
  );
}

function nameOf({ namespace, link }: InterfaceCard): string {
  return `${namespace} ${link.index}`;
}

function NetworkNamespaceBox({ box, snapshot, fresh }: NetworkViewProps & { readonly box: NetworkBox }) {
  const explained = useExplained();
  const { inode } = box.network;
  const key = namespaceKey("net", inode);
  const namespace = snapshot.namespaces.get(key);
  const isNew = fresh.namespace(key);
  const isHost = inode === snapshot.initial.net;
  const notes = [
    isHost ? text.picture.host : undefined,
    box.cards.every(({ link }) => !link.up) ? text.picture.emptyNetwork : undefined,
    isNew ? text.picture.isNew : undefined,
  ];
  return (
    <g data-testid={`net-${inode}`} data-new={isNew} data-initial={isHost}>
      <g className={styles["namespace"]} {...(namespace ? explained(namespaceFact(snapshot, namespace)) : {})}>
        <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={8} />
        <BoxTitle x={box.x + 10} y={box.y + 17} width={box.width - 20} name={key} notes={notes} />
      </g>
      {box.cards.map((card) => (
        <Interface
          key={card.link.index}
          card={card}
          isNew={fresh.link(inode, card.link)}
          fact={linkFact(snapshot, inode, card.link)}
        />
      ))}
    </g>
  );
}

interface InterfaceProps {
  readonly card: InterfaceCard;
  readonly isNew: boolean;
  readonly fact: Fact;
}

function Interface({ card: { link, x, y, width, height }, isNew, fact }: InterfaceProps) {
  const explained = useExplained();
  const addresses = linkAddresses(link);
  const count = packets(link);
  return (
    <g {...explained(fact)} className={styles["interface"]} data-new={isNew} data-up={link.up} data-testid={`link-${link.name}`}>
      <rect x={x} y={y} width={width} height={height} rx={5} />
      <BoxTitle
        x={x + 8}
        y={y + 15}
        width={width - 16}
        name={link.name}
        notes={[linkKind(link), linkState(link), isNew ? text.picture.isNew : undefined]}
      />
      {(addresses.length > 0 ? addresses : [text.picture.noAddress]).map((address, n) => (
        <text key={address} x={x + 8} y={y + 30 + 15 * n}>
          {fitting(address, width - 16)}
        </text>
      ))}
      <text key={count} x={x + 8} y={y + height - 7} className={styles["counter"]}>
        {count}
      </text>
    </g>
  );
}

function CableLine({ cable }: { readonly cable: Cable }) {
  const explained = useExplained();
  const { from, to, kind } = cable;
  const path = cablePath(cable);
  if (kind === "port") return <path d={path} className={styles["port"]} data-testid="port" />;
  const live = from.link.carrier && to.link.carrier;
  const fact: Fact = {
    title: `${from.link.name} – ${to.link.name}`,
    says: text.picture.cable(from.link.name, to.link.name),
    path: `/sys/class/net/${from.link.name}/iflink`,
    manual: "veth(4)",
  };
  return (
    <g {...explained(fact)} data-testid="cable">
      <path d={path} className={styles["cableRoom"]} />
      <path d={path} className={styles["cable"]} data-live={live} />
    </g>
  );
}
