import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["web/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "test/*.test.ts"] } },
      {
        test: {
          name: "guest",
          include: ["test/guest/**/*.test.ts"],
          globalSetup: ["test/guest/support/prepare.ts"],
          // One machine at a time: each wants a core, and the tests' deadlines are for a machine that has one.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "page",
          include: ["test/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
