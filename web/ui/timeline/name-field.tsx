import { useEffect, useId, useRef } from "react";
import { text } from "../text.ts";
import styles from "./dialogs.module.css";

const longestName = 80;

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A checkpoint's name, ready to be typed over. */
export function NameField({ value, onChange }: NameFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <div className={styles["field"]}>
      <label htmlFor={id}>{text.timeline.name}</label>
      <input
        ref={input}
        id={id}
        value={value}
        maxLength={longestName}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        data-testid="checkpoint-name"
      />
    </div>
  );
}
