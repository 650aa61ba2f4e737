import type { Snapshot } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "./events.ts";
import type { Findings, Inquiry } from "./inquiry.ts";
import type { Scene } from "./scene.ts";
import type { Verdict } from "./verdict.ts";

/** What a check is given. It is a pure function of this: no clock, no memory of its own. */
export interface CheckContext {
  /** The kernel now. */
  readonly now: Snapshot;
  /** The kernel when the step began: what was so then doesn't count. */
  readonly since: Snapshot;
  /** The look before this one: for an `edge` step about what has just ended. Undefined at the lab's first look. */
  readonly previous?: Snapshot | undefined;
  /** Other looks between `since` and `now` are not kept; what happened between looks is in the events. */
  readonly events: readonly ProcessEvent[];
  /** What the learner answered to the step's question; undefined before that. To be compared with the kernel, never with a constant. */
  readonly answer: string | undefined;
  /** Processes and facts that the lab's setup left. */
  readonly scene: Scene;
  /** Answers to the step's `inquire`. */
  readonly found: Findings;
}

/** What a step's further questions are made from. */
export type InquiryContext = Omit<CheckContext, "found">;

export type Check = (context: CheckContext) => Verdict;

/** A step may ask for a value that the learner reads from the kernel. */
export interface Question {
  /** "Which inode is it?" */
  readonly label: string;
  /** How an answer looks: "4026531838". */
  readonly example?: string;
}

export interface Step {
  /** Kebab-case, unique in its lab. The guide is `guide/<number>-<id>.md`. */
  readonly id: string;
  /** A few words, as in a table of contents. */
  readonly title: string;
  /** `edge`: done once seen. `level`: must hold; the verdict can flip back, the completion stays. */
  readonly mode: "edge" | "level";
  readonly question?: Question;
  /** What the check has to know beyond a look: probes, files, filters. Asked at every look that the step is judged by, so keep it cheap. */
  readonly inquire?: (context: InquiryContext) => readonly Inquiry[];
  readonly check: Check;
}

/** A file or directory that the lab puts into the guest before it starts. */
export interface LabFile {
  /** Absolute path in the guest. */
  readonly path: string;
  /** Path below the lab's `files/`. */
  readonly source: string;
  /** Octal as in chmod; 0o644 unless given. */
  readonly mode?: number;
  readonly owner?: { readonly uid: number; readonly gid: number };
}

export interface Lab {
  /** Kebab-case: the folder's name and the page's address. */
  readonly id: string;
  /** 1 … 6, as in the course. */
  readonly module: number;
  /** 1 … , within its module; labs without one come last. */
  readonly place?: number;
  readonly title: string;
  /** One sentence: what the learner will be able to do. */
  readonly goal: string;
  readonly minutes: number;
  /** Which machine image it needs. */
  readonly image: "base";
  /** Slides of the talk that it covers. */
  readonly slides: readonly number[];
  /** Ids of labs that should be done before. */
  readonly needs?: readonly string[];
  readonly files?: readonly LabFile[];
  /**
   * A shell script below `files/`, run as root before the lab's first look with `SEED` in its environment, a number that differs
   * from attempt to attempt. `plant NAME COMMAND …` starts a process that stays; `fact NAME VALUE` tells the checks something.
   */
  readonly setup?: string;
  /** Files of the guest that the editor offers, by absolute path. */
  readonly edit?: readonly string[];
  readonly steps: readonly Step[];
}

export function defineLab(lab: Lab): Lab {
  return lab;
}
