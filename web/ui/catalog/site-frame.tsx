import type { ReactNode } from "react";
import { SettingsButtons } from "../settings/settings-buttons.tsx";
import { Logo } from "../shell/logo.tsx";
import { text } from "../text.ts";
import { ThemeToggle } from "../theme/theme-toggle.tsx";
import styles from "./site-frame.module.css";

/** Header and column of the pages that are no lab. */
export function SiteFrame({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header className={styles["header"]}>
        <a className={styles["home"]} href="#/" aria-label={text.product.home}>
          <Logo />
          <span className={styles["product"]}>{text.product.name}</span>
        </a>
        <span className={styles["tagline"]}>{text.product.tagline}</span>
        <span className={styles["actions"]}>
          <SettingsButtons />
          <ThemeToggle />
        </span>
      </header>
      <main className={styles["main"]}>{children}</main>
    </>
  );
}
