import { LabError, messageOf } from "../web/core/errors.ts";
import { check } from "./lab/commands/check.ts";
import { coverage } from "./lab/commands/coverage.ts";
import { dev } from "./lab/commands/dev.ts";
import { mutate } from "./lab/commands/mutate.ts";
import { create } from "./lab/commands/new.ts";
import { test } from "./lab/commands/test.ts";
import { tryScript } from "./lab/commands/try.ts";

const usage = `usage:
  npm run lab -- new ID                      makes a lab of one step to begin with
  npm run lab -- check [ID …]                looks for what is missing or wrong in a lab's files
  npm run lab -- test [ID …] [--rounds=N] [--only=NAME] [--machines=N]
                                             types every solution and wrong attempt into real machines, twice unless told;
                                             NAME: only scripts whose name begins so; "main": the main solutions only;
                                             machines: how many at once
  npm run lab -- mutate [ID …]               weakens the checks one predicate at a time, on what \`test\` recorded
  npm run lab -- try ID FILE [--json]        types the lines of FILE into the lab's terminal and prints the verdicts
  npm run lab -- coverage [--check]          writes docs/COVERAGE.md: which slide is in which lab; or says whether it is stale
  npm run lab -- dev ID                      serves the lab from its sources and reloads it when a file is saved`;

/** The author's kit. Exit status: 0 fine, 1 something about a lab is wrong, 2 the call was. */
async function main([command, ...rest]: string[]): Promise<number> {
  const args = rest.filter((arg) => !arg.startsWith("--"));
  /** Undefined where it isn't given, "" where it has no value. */
  const option = (name: string) =>
    rest.find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
  /** 0 where it is none. */
  const count = (name: string) => {
    const value = option(name);
    if (value === undefined) return undefined;
    return /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 0;
  };
  const [id, file] = args;
  switch (command) {
    case "new":
      if (id) return create(id);
      break;
    case "check":
      return check(args);
    case "test": {
      const rounds = count("rounds") ?? 2;
      const machines = count("machines");
      if (rounds > 0 && machines !== 0) return test(args, rounds, { only: option("only"), machines });
      break;
    }
    case "mutate":
      return mutate(args);
    case "try":
      if (id && file) return tryScript(id, file, option("json") !== undefined);
      break;
    case "coverage":
      return coverage(option("check") !== undefined);
    case "dev":
      if (id) return dev(id);
      break;
    default:
  }
  console.error(usage);
  return 2;
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  console.error(messageOf(error));
  process.exit(error instanceof LabError && (error.code === "lab-unknown" || error.code === "lab-broken") ? 2 : 1);
}
