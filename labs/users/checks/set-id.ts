import { type FileFacts, octalMode, setGroupId, setUserId, statsOf } from "../../../web/lab/file-facts.ts";
import { type Inquiry, neededFiles } from "../../../web/lab/inquiry.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

const app = "/srv/app";

export function findSetId(): Inquiry[] {
  const everything = [{ operation: "lstat", path: "*" }] as const;
  return [{ kind: "files", key: "app", queries: [{ directory: `${app}/**`, files: everything }] }];
}

/** The answer is how many set-ID files there are now. */
export const recipeDidNothing: Check = (context) => {
  const left = setIdFiles(context);
  const { answer } = context;
  if (answer === undefined) return fail("You have not said yet how many are left.", undefined, evidence(left));
  const numbers = answer.match(/\d+/g) ?? [];
  if (numbers.length !== 1) return fail(`"${answer}" is not one number.`, "Asked is how many such files there are.");
  const said = Number(numbers[0]);
  if (said === left.length) return pass(...evidence(left));
  if (said === 0) {
    return fail(
      `There are still ${left.length}, for example ${left[0]?.path} (mode ${octalMode(left[0] as FileFacts)}).`,
      "The recipe ends with 0 whatever happens: `|| true` hides that `find` refused to run. Leave it out, and read what find says.",
      evidence(left),
    );
  }
  return fail(
    `You said ${answer.trim()}; the kernel shows another number.`,
    "Count regular files below /srv/app that have the set-user-ID bit or the set-group-ID bit, however deep: `find /srv/app -type f -perm /6000 | wc -l`.",
  );
};

/** No regular file below /srv/app has either bit, and those that had one are still there, as is the app. */
export const stripped: Check = (context) => {
  const left = setIdFiles(context);
  const files = statsOf(neededFiles(context.found, "app"));
  if (!files.some(({ path }) => path === `${app}/bin/app`)) {
    return fail(
      `${app}/bin/app is gone: an app that does not run any more is safe, but of no use.`,
      "Take the bits away, not the files: `chmod a-s`. Start over, or go back to the checkpoint before.",
    );
  }
  const missing = setIdNames(context).find((name) => !files.some(({ path }) => path === `${app}/${name}`));
  if (missing !== undefined) {
    return fail(
      `${app}/${missing} is no longer there: whoever needs it misses it.`,
      "Take the bits away, not the files: `chmod a-s`. Put it back, or go back to the checkpoint before.",
    );
  }
  const [first] = left;
  if (!first) {
    return pass({ path: app, value: `${files.filter(({ isFile }) => isFile).length} files, none with mode /6000` });
  }
  return fail(
    `${left.length} set-ID ${left.length === 1 ? "file is" : "files are"} left: ${first.path} has mode ${octalMode(first)}.`,
    hintFor(left),
    evidence(left),
  );
};

function hintFor(left: readonly FileFacts[]): string | undefined {
  if (left.every(({ path }) => path.includes(" ")))
    return "Its name holds a space, which splits it in two on the way: let find run chmod itself (`-exec chmod a-s {} +`), or use `-print0` and `xargs -0`.";
  if (left.every(({ mode }) => (mode & setUserId) === 0)) return "That is the set-group-ID bit, octal 2000: it counts as well.";
  if (left.every(({ mode }) => (mode & setUserId) === 0 || (mode & setGroupId) === 0))
    return "Either bit is enough: `-perm /6000` finds files with one or the other, `-perm -6000` only those with both.";
  return undefined;
}

/** Which the lab's setup made, below the app's folder. */
function setIdNames({ scene }: CheckContext): string[] {
  return scene.facts.get("set-id")?.split("/ ") ?? [];
}

function setIdFiles({ found }: CheckContext): FileFacts[] {
  return statsOf(neededFiles(found, "app")).filter(({ isFile, mode }) => isFile && (mode & (setUserId | setGroupId)) !== 0);
}

function evidence(files: readonly FileFacts[]): Evidence[] {
  return files.map((file) => ({ path: file.path, value: `mode ${octalMode(file)}` }));
}
