import { bigDecimal } from "../numbers.ts";
import { nestedKeyed } from "./values.ts";

/** Share of time, in per cent over 10, 60 and 300 s, and microseconds in all, that tasks waited for the resource. */
export interface Pressure {
  readonly average10: number;
  readonly average60: number;
  readonly average300: number;
  readonly total: bigint;
}

/** `cpu.pressure`, `memory.pressure`, `io.pressure` (Documentation/accounting/psi.rst): `some` tasks waited, or all (`full`). */
export function parsePressure(text: string): Readonly<Partial<Record<"some" | "full", Pressure>>> {
  const lines = nestedKeyed(text);
  const pressure: Partial<Record<"some" | "full", Pressure>> = {};
  for (const key of ["some", "full"] as const) {
    const values = lines.get(key);
    const [average10, average60, average300] = ["avg10", "avg60", "avg300"].map((name) => percentage(values?.get(name)));
    const total = bigDecimal(values?.get("total"));
    if (average10 === undefined || average60 === undefined || average300 === undefined || total === undefined) continue;
    pressure[key] = { average10, average60, average300, total };
  }
  return pressure;
}

function percentage(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,3}\.\d\d$/.test(text) ? Number(text) : undefined;
}
