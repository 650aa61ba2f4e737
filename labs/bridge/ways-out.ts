import { type Findings, type Inquiry, neededProbe } from "../../web/lab/inquiry.ts";
import { hasFurtherTables, routeTo } from "../../web/lab/routes.ts";
import type { Evidence } from "../../web/lab/verdict.ts";
import { type Container, gateway } from "./network.ts";

/** Somewhere in the world, of a range for documentation: nobody has a route just for it. */
export const anywhere = "198.51.100.1";

/** The route that packets of a container to anywhere take. */
export interface WayOut {
  readonly gateway: string | undefined;
  readonly evidence: Evidence;
}

/** Where somebody made further tables, the kernel has to tell which of them it asks. */
export function wayOutInquiries(containers: readonly Container[]): Inquiry[] {
  return containers
    .filter(({ network }) => hasFurtherTables(network))
    .map(({ network }) => ({
      kind: "probe",
      key: key(network),
      argv: ["nsenter", `--net=${network.readThrough}`, "ip", "-o", "route", "get", anywhere],
    }));
}

/** Undefined when packets to anywhere go nowhere. */
export function wayOutOf({ network, label }: Container, found: Findings): WayOut | undefined {
  if (hasFurtherTables(network)) {
    const { output } = neededProbe(found, key(network));
    const value = output.split(/ uid | *\\/)[0] as string;
    return value === ""
      ? undefined
      : { gateway: / via (\S+)/.exec(value)?.[1], evidence: { path: `ip route get, in ${label}`, value } };
  }
  const route = routeTo(network, anywhere);
  const value = `${route?.destination} via ${route?.gateway}`;
  return route && { gateway: route.gateway, evidence: { path: `ip route, in ${label}`, value } };
}

/** Whether packets to anywhere go to the bridge's address. */
export function hasWayOut(container: Container, found: Findings): boolean {
  return wayOutOf(container, found)?.gateway === gateway;
}

/** As far as a look can tell. */
export function mayHaveWayOut({ network }: Container): boolean {
  return hasFurtherTables(network) || routeTo(network, anywhere)?.gateway === gateway;
}

function key({ inode }: Container["network"]): string {
  return `way out of net:[${inode}]`;
}
