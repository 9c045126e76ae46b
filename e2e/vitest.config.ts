import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["e2e/**/*.journey.ts"],
    globalSetup: "e2e/setup.ts",
    // One registry and one browser stand for all journeys: they take their turns.
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
