import type { CSSProperties } from "react";
import type { SessionPhase } from "../../session/state.ts";
import { Logo } from "../shell/logo.tsx";
import { text } from "../text.ts";
import styles from "./loading-view.module.css";
import { megabytes } from "./megabytes.ts";

type Loading = SessionPhase & { readonly kind: "loading" };

/** The machine is on its way: what it is at, and how many bytes of how many. */
export function LoadingView({ phase: { stage, loaded, total } }: { readonly phase: Loading }) {
  const share = total ? Math.min(1, loaded / total) : undefined;
  const bytes = total
    ? text.loading.bytes(megabytes(loaded), megabytes(total))
    : loaded > 0
      ? text.loading.bytesLoaded(megabytes(loaded))
      : "";
  return (
    <div className={styles["loading"]} data-testid="loading" data-stage={stage}>
      <div className={styles["mark"]}>
        <Logo size={44} />
      </div>
      <p className={styles["title"]}>{text.loading.title}</p>
      <div
        className={styles["track"]}
        role="progressbar"
        aria-label={text.loading[stage]}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === undefined ? {} : { "aria-valuenow": Math.round(share * 100), "aria-valuetext": bytes })}
        data-known={share !== undefined}
        style={{ "--done": share ?? 0 } as CSSProperties}
      />
      <p className={styles["stage"]}>
        <span>{text.loading[stage]}</span>
        <span className={styles["bytes"]}>{bytes}</span>
      </p>
      <p className={styles["note"]}>{text.loading.readOn}</p>
    </div>
  );
}
