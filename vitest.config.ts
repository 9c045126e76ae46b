import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,bench,cli,client,registry,schemas,server,docs}/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: tests open real repositories and databases, and more workers only wait for each other.
    maxWorkers: 2,
  },
});
