import { type FormEvent, useId, useState } from "react";
import type { Question } from "../../lab/lab.ts";
import { text } from "../text.ts";
import styles from "./question-form.module.css";

interface QuestionFormProps {
  readonly question: Question;
  /** Undefined before the first. */
  readonly answered: string | undefined;
  readonly onAnswer: (value: string) => void;
}

/** A value that the learner reads from the kernel; the check compares it with the kernel's own. */
export function QuestionForm({ question: { label, example }, answered, onAnswer }: QuestionFormProps) {
  const id = useId();
  const [value, setValue] = useState(answered ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== "") onAnswer(value.trim());
  };
  return (
    <form className={styles["form"]} onSubmit={submit} data-testid="question">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        {...(example === undefined ? {} : { placeholder: text.guide.example(example) })}
        data-testid="question-answer"
        onChange={(event) => setValue(event.target.value)}
      />
      <button type="submit" data-testid="question-send">
        {text.guide.answer}
      </button>
      {answered === undefined ? null : <p role="status">{text.guide.answered(answered)}</p>}
    </form>
  );
}
