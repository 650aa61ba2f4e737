import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { LabError } from "../../../web/core/errors.ts";
import { root } from "../../paths.ts";
import { labsFolder } from "../library.ts";

/** Makes a lab of one step, which `check` finds nothing to complain of and whose scripts pass. */
export async function create(id: string): Promise<number> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    throw new LabError("lab-broken", `"${id}" is no good id: lower-case words joined by hyphens, as in uts-time.`);
  const folder = path.join(labsFolder, id);
  if (await stat(folder).catch(() => undefined)) throw new LabError("lab-broken", `labs/${id} is there already.`);
  for (const [file, text] of Object.entries(template(id))) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  console.log(`Made ${path.relative(root, folder)}. Now:
  npm run lab -- check ${id}
  npm run lab -- test ${id}
  npm run lab -- dev ${id}`);
  return 0;
}

function template(id: string): Readonly<Record<string, string>> {
  return {
    "lab.ts": `import { defineLab } from "../../web/lab/lab.ts";
import { newUts } from "./checks/new-uts.ts";

export default defineLab({
  id: "${id}",
  module: 1,
  title: "${id[0]?.toUpperCase()}${id.slice(1).replaceAll("-", " ")}",
  goal: "Say in one sentence what the learner will be able to do.",
  minutes: 10,
  image: "base",
  slides: [],
  steps: [{ id: "new-uts", title: "A UTS namespace of your own", mode: "level", check: newUts }],
});
`,
    "checks/new-uts.ts": `import type { Check } from "../../../web/lab/lab.ts";
import { inNew, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** NEW(uts): a process in a UTS namespace that was not there when the step began. */
export const newUts: Check = (context) => {
  const { now, since } = context;
  const [inside] = inNew("uts", context);
  if (inside) return pass(...namespaceEvidence(now, inside, "uts"));
  if (now.hostname !== since.hostname) {
    return fail(
      \`You renamed the host: it was called \${since.hostname} and is now called \${now.hostname}.\`,
      \`Put it back with \\\`hostname \${since.hostname}\\\`, then start a shell in a namespace of its own.\`,
      [{ path: "/proc/sys/kernel/hostname", value: now.hostname }],
    );
  }
  return fail("Every process is in the host's UTS namespace.", undefined, [
    { path: "/proc/1/ns/uts", value: namespaceLink("uts", now.initial.uts), note: "the host's" },
  ]);
};
`,
    "guide/1-new-uts.md": `Say what to try, and why it matters for containers. One idea a screen.

\`\`\`sh
unshare --uts bash
\`\`\`

## Hints

- The manual page of [unshare](https://man7.org/linux/man-pages/man1/unshare.1.html) lists an option for each namespace.
`,
    "solution/1-new-uts.sh": "unshare --uts bash\n",
    "wrong/1-renames-the-host.sh": "#: hint: You renamed the host\nhostname red\n",
  };
}
