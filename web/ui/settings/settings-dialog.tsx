import { type ReactNode, useId } from "react";
import { Modal } from "../shell/modal.tsx";
import { text } from "../text.ts";
import { chooseTheme, themeChoices, useThemeChoice } from "../theme/theme.ts";
import styles from "./dialogs.module.css";
import { bells, changeSettings, motions, terminalFonts, terminalSizes, textSizes, useSettings } from "./settings.ts";

const words = text.settings;

/** What a learner sets for this browser; each takes effect at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const settings = useSettings();
  const theme = useThemeChoice();
  return (
    <Modal title={words.title} close={words.close} testId="settings" onClose={onClose}>
      <div className={styles["settings"]}>
        <Choice
          name="theme"
          label={words.theme}
          value={theme}
          options={themeChoices}
          nameOf={words.themes}
          onChange={chooseTheme}
        />
        <Size
          name="textSize"
          label={words.textSize}
          value={settings.textSize}
          range={textSizes}
          step={10}
          shown={words.percent}
          onChange={(textSize) => changeSettings({ textSize })}
        />
        <Size
          name="terminalSize"
          label={words.terminalSize}
          value={settings.terminalSize}
          range={terminalSizes}
          step={1}
          shown={words.pixels}
          onChange={(terminalSize) => changeSettings({ terminalSize })}
        />
        <Choice
          name="terminalFont"
          label={words.terminalFont}
          value={settings.terminalFont}
          options={terminalFonts}
          nameOf={words.fonts}
          onChange={(terminalFont) => changeSettings({ terminalFont })}
        />
        <Choice
          name="bell"
          label={words.bell}
          value={settings.bell}
          options={bells}
          nameOf={words.bells}
          onChange={(bell) => changeSettings({ bell })}
        />
        <Choice
          name="motion"
          label={words.motion}
          value={settings.motion}
          options={motions}
          nameOf={words.motions}
          onChange={(motion) => changeSettings({ motion })}
        />
        <label className={styles["check"]}>
          <input
            type="checkbox"
            checked={settings.screenReader}
            data-testid="setting-screenReader"
            onChange={(event) => changeSettings({ screenReader: event.target.checked })}
          />
          {words.screenReader}
        </label>
        <p className={styles["note"]}>{words.note}</p>
      </div>
    </Modal>
  );
}

function Row({ label, id, children }: { readonly label: string; readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles["row"]}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly nameOf: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ name, label, value, options, nameOf, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <Row label={label} id={id}>
      <select id={id} value={value} data-testid={`setting-${name}`} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf[option]}
          </option>
        ))}
      </select>
    </Row>
  );
}

interface SizeProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly range: { readonly least: number; readonly most: number };
  readonly step: number;
  readonly shown: (value: number) => string;
  readonly onChange: (value: number) => void;
}

function Size({ name, label, value, range, step, shown, onChange }: SizeProps) {
  const id = useId();
  return (
    <Row label={label} id={id}>
      <span className={styles["size"]}>
        <input
          id={id}
          type="range"
          min={range.least}
          max={range.most}
          step={step}
          value={value}
          aria-valuetext={shown(value)}
          data-testid={`setting-${name}`}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
        <output htmlFor={id}>{shown(value)}</output>
      </span>
    </Row>
  );
}
