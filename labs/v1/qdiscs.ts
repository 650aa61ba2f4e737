import { type Findings, type Inquiry, neededProbe } from "../../web/lab/inquiry.ts";
import { Unseen } from "../../web/lab/verdict.ts";

/** What tc(8) says of a queueing discipline. */
export interface Qdisc {
  readonly kind: string;
  readonly handle: string;
  readonly dev: string;
  readonly parent?: string;
  readonly packets: number;
  readonly options: { readonly priomap?: readonly number[] };
}

/** Those of the host, with the ones that a classful one made for its bands. */
export const askQdiscs: Inquiry = { kind: "probe", key: "qdiscs", argv: ["tc", "-s", "-j", "qdisc", "show", "invisible"] };

export function qdiscsFound(found: Findings): Qdisc[] {
  const { output } = neededProbe(found, "qdiscs");
  try {
    return JSON.parse(output) as Qdisc[];
  } catch {
    throw new Unseen("The queueing disciplines could not be read just now.");
  }
}

/** What left through each band of a prio qdisc, the first band first. */
export function bandsOf({ dev, handle }: Qdisc, all: readonly Qdisc[]): number[] {
  return all
    .filter((other) => other.dev === dev && other.parent?.startsWith(handle))
    .toSorted(
      (one, other) =>
        Number.parseInt(one.parent?.slice(handle.length) ?? "", 16) -
        Number.parseInt(other.parent?.slice(handle.length) ?? "", 16),
    )
    .map(({ packets }) => packets);
}
