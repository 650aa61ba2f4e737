import type { StepState } from "../../checker/step-state.ts";
import type { Disposable } from "../../core/disposable.ts";
import { LabError, messageOf } from "../../core/errors.ts";
import type { StateStore, StoreReport } from "../../machine/store/store-api.ts";
import type { Checkpoints } from "../api.ts";
import { type CheckpointInfo, type CheckpointKind, type CheckpointsState, noCheckpoints } from "../state.ts";
import { type CheckpointLabel, infoOf, isAutomatic, labelOf } from "./label.ts";
import type { ResumePoint } from "./resume-point.ts";
import { parseSavedSession, type SavedSession } from "./saved-session.ts";

/** The session, as far as checkpoints are concerned. */
export interface CheckpointHost {
  readonly lab: string;
  /** The present machine and all that goes with it; undefined while there is none worth keeping. */
  capture(current: string | undefined): Promise<{ state: Uint8Array<ArrayBuffer>; saved: SavedSession } | undefined>;
  /** Puts that machine in place of the present one. Resolves when it runs. */
  revive(state: Uint8Array<ArrayBuffer>, saved: SavedSession): Promise<void>;
  completedSteps(): number;
  /** The list or what is going on has changed. */
  changed(): void;
}

/** The present is kept when nothing was printed for so long, or after so long when printing goes on. */
const quietMs = 1500;
const longestUnkeptMs = 10_000;

/** Decides when to save and what a saved machine is called; the store decides how. */
export class LiveCheckpoints implements Checkpoints, Disposable {
  readonly #host: CheckpointHost;
  readonly #store: StateStore;
  readonly #point: ResumePoint;
  #state: CheckpointsState = noCheckpoints;
  #disposed = false;
  /** Steps known to be done: undefined before a machine's first look. */
  #done: ReadonlySet<string> | undefined;
  #touchedAt: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(host: CheckpointHost, store: StateStore, point: ResumePoint) {
    this.#host = host;
    this.#store = store;
    this.#point = point;
  }

  get state(): CheckpointsState {
    return this.#state;
  }

  /** The machine to go on with after a reload; undefined to begin at the beginning. `problem` says why it could not be had. */
  async resumed(): Promise<{ state: Uint8Array<ArrayBuffer>; saved: SavedSession } | { problem: string } | undefined> {
    const id = this.#point.get(this.#host.lab);
    if (id === undefined) return undefined;
    try {
      return await this.#load(id);
    } catch (error) {
      this.#point.set(this.#host.lab, undefined);
      return { problem: error instanceof LabError ? error.userMessage : messageOf(error) };
    }
  }

  async save(name: string): Promise<void> {
    await this.#busy("saving", () => this.#keep("manual", name));
  }

  async restore(id: string): Promise<void> {
    await this.#busy("restoring", () => this.#goTo(id));
  }

  async fork(id: string): Promise<void> {
    await this.#busy("restoring", async () => {
      await this.#keepBefore();
      await this.#goTo(id);
    });
  }

  async rename(id: string, name: string): Promise<void> {
    const info = this.#info(id);
    const kind: CheckpointKind = isAutomatic(info.kind) ? "manual" : info.kind;
    // Who gives it a name wants to keep it.
    this.#show(await this.#store.relabel(id, { ...labelFrom(info), kind, name }, false));
  }

  async remove(id: string): Promise<void> {
    this.#show(await this.#store.remove(this.#host.lab, [id]));
    if (this.#point.get(this.#host.lab) === id) this.#point.set(this.#host.lab, undefined);
  }

  /** All of this lab's. */
  async removeAll(): Promise<void> {
    this.#point.set(this.#host.lab, undefined);
    this.#show(await this.#store.remove(this.#host.lab, "all"));
  }

  async exportFile(id: string): Promise<Blob> {
    return new Blob([await this.#store.exportFile(id)], { type: "application/octet-stream" });
  }

  async importFile(file: Blob): Promise<string> {
    return this.#busy("saving", async () => {
      const id = newId();
      const imported = await this.#store.importFile(this.#host.lab, new Uint8Array(await file.arrayBuffer()), id);
      const saved = parseSavedSession(imported.extra);
      const { name, completedSteps } = labelOf(imported.label);
      const label: CheckpointLabel = { kind: "import", name, completedSteps };
      const { state } = imported;
      const request = { id, lab: this.#host.lab, automatic: false, rolling: false, label, extra: saved, state };
      this.#show(await this.#store.save(request));
      return id;
    });
  }

  async flush(): Promise<void> {
    if (this.#touchedAt === undefined) return;
    await this.#inTurn(() => this.#keepPresent());
  }

  /** Lists what there is; not needed for a machine to start. */
  async list(): Promise<void> {
    try {
      this.#show(await this.#store.list(this.#host.lab));
    } catch (error) {
      this.#note(error);
    }
  }

  /** A machine of the image, or one that came back: what was done before it is no news. */
  begin(done: readonly StepState[], current: string | undefined): void {
    clearTimeout(this.#timer);
    this.#touchedAt = undefined;
    this.#done = done.some(({ completed }) => completed) || current !== undefined ? completedIds(done) : undefined;
    this.#set({ current });
  }

  /** The steps after a look at a running machine. */
  looked(steps: readonly StepState[]): void {
    const before = this.#done;
    this.#done = completedIds(steps);
    if (!before) {
      void this.#inBackground(() => this.#keepStart());
      return;
    }
    const news = steps.filter(({ id, completed }) => completed && !before.has(id)).at(-1);
    if (news) void this.#inBackground(() => this.#keep("step", news.title, news.id));
  }

  /** Something happened in the machine. */
  touched(): void {
    const now = performance.now();
    this.#touchedAt ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(quietMs, this.#touchedAt + longestUnkeptMs - now));
    this.#timer = setTimeout(() => void this.#inBackground(() => this.#keepPresent()), wait);
  }

  /** Before the machine is thrown away for a fresh one. Failing is no reason to refuse that. */
  async leaving(): Promise<void> {
    await this.#inTurn(() => this.#keepBefore()).catch(() => undefined);
    this.#point.set(this.#host.lab, undefined);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
  }

  async #goTo(id: string): Promise<void> {
    const { state, saved } = await this.#load(id);
    clearTimeout(this.#timer);
    this.#point.set(this.#host.lab, id);
    await this.#host.revive(state, saved);
  }

  async #load(id: string): Promise<{ state: Uint8Array<ArrayBuffer>; saved: SavedSession }> {
    const { state, extra } = await this.#store.load(id);
    const saved = parseSavedSession(extra);
    // The rolling one is no place in the tree: what comes of it goes on from where it came itself.
    return { state, saved: { ...saved, current: id === this.#rollingId ? saved.current : id } };
  }

  /** The lab's beginning is kept once. */
  async #keepStart(): Promise<void> {
    const report = await this.#store.list(this.#host.lab);
    this.#show(report);
    const start = this.#state.list.find(({ kind }) => kind === "start");
    if (start) this.#set({ current: start.id });
    else await this.#keep("start", "");
  }

  async #keepBefore(): Promise<void> {
    if (this.#touchedAt !== undefined) await this.#keep("before", "");
  }

  async #keepPresent(): Promise<void> {
    if (this.#touchedAt !== undefined) await this.#keep("resume", "");
  }

  async #keep(kind: CheckpointKind, name: string, step?: string): Promise<void> {
    clearTimeout(this.#timer);
    const parent = this.#state.current;
    const captured = await this.#host.capture(parent);
    if (!captured) {
      if (kind === "manual") throw new LabError("checkpoint-missing", "There is no running machine to keep. Wait until it runs.");
      return;
    }
    this.#touchedAt = undefined;
    const rolling = kind === "resume";
    const id = rolling ? this.#rollingId : newId();
    const label: CheckpointLabel = {
      kind,
      name,
      completedSteps: this.#host.completedSteps(),
      ...(parent === undefined ? {} : { parent }),
      ...(step === undefined ? {} : { step }),
    };
    const { state, saved } = captured;
    const extra = rolling ? saved : { ...saved, current: id };
    const report = await this.#store.save({
      id,
      lab: this.#host.lab,
      automatic: isAutomatic(kind),
      rolling,
      label,
      extra,
      state,
    });
    // Kept, but not where the learner is going.
    if (kind !== "before") this.#point.set(this.#host.lab, id);
    this.#show(report, rolling || kind === "before" ? {} : { current: id });
  }

  get #rollingId(): string {
    return `resume ${this.#host.lab}`;
  }

  #info(id: string): CheckpointInfo {
    const info = this.#state.list.find((candidate) => candidate.id === id);
    if (!info) throw new LabError("checkpoint-missing", "This checkpoint is not there any more. Choose another.");
    return info;
  }

  async #busy<T>(busy: "saving" | "restoring", run: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.#set({ busy });
      try {
        return await run();
      } finally {
        this.#set({ busy: undefined });
      }
    });
  }

  async #inBackground(run: () => Promise<void>): Promise<void> {
    try {
      await this.#inTurn(run);
    } catch (error) {
      if (error instanceof LabError && error.code === "disposed") return;
      this.#note(error);
    }
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(() => {
      if (this.#disposed) throw new LabError("disposed", "The lab was closed.");
      return run();
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #note(error: unknown): void {
    const why = error instanceof LabError ? error.userMessage : messageOf(error);
    this.#set({ notice: why });
  }

  #show({ kind, states, bytes, limit, nextToDrop, dropped }: StoreReport, change: Partial<CheckpointsState> = {}): void {
    const infos = states.map(infoOf);
    this.#set({
      list: infos.filter((info) => info.kind !== "resume"),
      last: infos.at(-1),
      store: { kind, bytes, limit, nextToDrop },
      notice:
        dropped.length === 0
          ? undefined
          : `To make room, the oldest automatic checkpoints were removed: ${dropped.length}. Name a checkpoint to keep it.`,
      ...change,
    });
  }

  #set(change: Partial<CheckpointsState>): void {
    if (this.#disposed) return;
    this.#state = { ...this.#state, ...change };
    this.#host.changed();
  }
}

function completedIds(steps: readonly StepState[]): ReadonlySet<string> {
  return new Set(steps.filter(({ completed }) => completed).map(({ id }) => id));
}

function labelFrom({ kind, name, parent, step, completedSteps }: CheckpointInfo): CheckpointLabel {
  return {
    kind,
    name,
    completedSteps,
    ...(parent === undefined ? {} : { parent }),
    ...(step === undefined ? {} : { step }),
  };
}

function newId(): string {
  // crypto.randomUUID is missing on pages served without TLS.
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
