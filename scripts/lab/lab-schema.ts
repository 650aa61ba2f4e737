import * as z from "zod/mini";

// The mini edition comes without words.
z.config(z.locales.en());

const kebab = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens"));
const absolute = z.string().check(z.regex(/^\//, "must be an absolute path of the guest"));
const some = z.string().check(z.minLength(1, "must not be empty"));
const callable = z.custom<object>((value) => typeof value === "function", "must be a function");

const step = z.strictObject({
  id: kebab,
  title: some,
  mode: z.enum(["edge", "level"]),
  question: z.optional(z.strictObject({ label: some, example: z.optional(some) })),
  inquire: z.optional(callable),
  check: callable,
});

/** What `defineLab` takes, for whoever writes a lab without a compiler at hand. */
export const labSchema = z.strictObject({
  id: kebab,
  module: z.int().check(z.minimum(1), z.maximum(7)),
  place: z.optional(z.int().check(z.minimum(1))),
  title: some,
  goal: some,
  minutes: z.int().check(z.minimum(1), z.maximum(120)),
  image: z.literal("base"),
  slides: z.array(z.int()),
  needs: z.optional(z.array(kebab)),
  files: z.optional(
    z.array(
      z.strictObject({
        path: absolute,
        source: some,
        mode: z.optional(z.int()),
        owner: z.optional(z.strictObject({ uid: z.int(), gid: z.int() })),
      }),
    ),
  ),
  setup: z.optional(some),
  edit: z.optional(z.array(absolute)),
  steps: z.array(step).check(z.minLength(1, "must hold at least one step")),
});
