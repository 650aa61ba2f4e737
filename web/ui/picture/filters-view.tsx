import { useState } from "react";
import { LabError, messageOf } from "../../core/errors.ts";
import { disassemble } from "../../kernel/seccomp/disassemble.ts";
import type { Process } from "../../kernel/snapshot.ts";
import type { KernelWatch } from "../../session/api.ts";
import { text } from "../text.ts";
import styles from "./process-view.module.css";

/** The seccomp filters of a process, as the kernel runs them: read when asked for, as that stops the process for a moment. */
export function FiltersView({ kernel, process }: { readonly kernel: KernelWatch; readonly process: Process }) {
  const [shown, setShown] = useState<{ readonly programs: readonly Uint8Array[] } | { readonly problem: string }>();
  const words = text.picture.process;
  const read = () =>
    void kernel.seccompFilters(process.pid).then(
      (programs) => setShown({ programs }),
      (error: unknown) => setShown({ problem: error instanceof LabError ? error.userMessage : messageOf(error) }),
    );
  return (
    <div className={styles["filters"]} data-testid="seccomp-filters">
      <button type="button" onClick={read}>
        {words.readFilters(process.seccompFilters)}
      </button>
      {shown && "problem" in shown ? <p role="alert">{words.filtersRefused(shown.problem)}</p> : null}
      {shown && "programs" in shown
        ? numbered(shown.programs).map(({ number, program }) => (
            <figure key={number}>
              <figcaption>{words.filter(number, program.length / 8)}</figcaption>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to by keyboard */}
              <pre tabIndex={0}>{disassemble(program).join("\n")}</pre>
            </figure>
          ))
        : null}
    </div>
  );
}

/** The newest comes first. Filters are only ever added: counted from the oldest, each keeps its number. */
function numbered(programs: readonly Uint8Array[]): Array<{ readonly number: number; readonly program: Uint8Array }> {
  return programs.map((program, index) => ({ number: programs.length - index, program }));
}
