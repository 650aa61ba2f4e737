import { percentile, type Spread, spread } from "../bench/statistics.ts";
import type { LabNews } from "./test-labs.ts";

/** What a run of all scripts came to: red and green by step, and times. */
export class Report {
  readonly #news: LabNews[] = [];

  add(news: LabNews): void {
    this.#news.push(news);
  }

  /** Nothing failed, and something was tried. */
  get ok(): boolean {
    return this.passed > 0 && this.failed === 0;
  }

  /** A row a step: how many of its solutions went green and of its wrong attempts stayed red, over all rounds. */
  table(): string {
    const rows = new Map<string, { solution: [number, number]; wrong: [number, number]; seconds: number; verdicts: number[] }>();
    for (const news of this.#news) {
      if (news.kind !== "result") continue;
      const { lab, step, kind, ok, seconds, verdictMs } = news.result;
      const key = `${lab} ${step}`;
      const row = rows.get(key) ?? { solution: [0, 0], wrong: [0, 0], seconds: 0, verdicts: [] };
      rows.set(key, row);
      row[kind][1]++;
      if (ok) row[kind][0]++;
      row.seconds += seconds;
      if (kind === "solution" && verdictMs !== undefined) row.verdicts.push(verdictMs);
    }
    const width = Math.max(4, ...[...rows.keys()].map((key) => key.length));
    const lines = [...rows].map(([key, { solution, wrong, seconds, verdicts }]) =>
      [
        key.padEnd(width),
        `${solution[0]}/${solution[1]}`.padStart(9),
        `${wrong[0]}/${wrong[1]}`.padStart(7),
        seconds.toFixed(1).padStart(8),
        `${Math.round(percentile(verdicts, 0.95))}`.padStart(10),
      ].join("  "),
    );
    const head = ["step".padEnd(width), "    green", "    red", "      s", "verdict ms"].join("  ");
    return [head, ...lines].join("\n");
  }

  /** Milliseconds from the end of a solution's output to its verdict. */
  get verdictMs(): Spread {
    const all = this.#news.flatMap((news) =>
      news.kind === "result" && news.result.kind === "solution" ? (news.result.verdictMs ?? []) : [],
    );
    return spread(all);
  }

  get passed(): number {
    return this.#news.filter((news) => news.kind === "result" && news.result.ok).length;
  }

  get failed(): number {
    return this.#news.length - this.passed;
  }
}
