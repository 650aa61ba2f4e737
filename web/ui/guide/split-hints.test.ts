import { expect, test } from "vitest";
import { parseMarkdown } from "../markdown/parse.ts";
import { commandsOf, splitHints } from "./split-hints.ts";

const guide =
  "Do it.\n\n```sh\nunshare --uts bash\n```\n\n## Hints\n\n- Look at `lsns`.\n- Use `unshare`:\n\n  ```sh\n  hostname box\n  ```\n\nAfterwards.\n";

test("hints are taken out of the text, in their order", () => {
  const { body, hints } = splitHints(parseMarkdown(guide));
  expect(hints).toHaveLength(2);
  expect(JSON.stringify(body)).not.toContain("lsns");
  expect(JSON.stringify(body)).toContain("Afterwards");
  expect(hints.map((hint) => commandsOf(hint))).toEqual([[], ["hostname box"]]);
  expect(commandsOf(body)).toEqual(["unshare --uts bash"]);
});

test.each(["No hints here.", "## Hints\n\nA paragraph, no list.", "### Hints\n\n- deeper"])(
  "%j has none and stays whole",
  (text) => {
    const root = parseMarkdown(text);
    expect(splitHints(root)).toEqual({ body: root, hints: [] });
  },
);
