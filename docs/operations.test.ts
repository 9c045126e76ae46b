import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const MESSAGE = /\blog\.(?:warn|error)\(\s*(?:[\w.]+|\{[^}]*\}),\s*"([^"]+)",?\s*\)/g;

test("the operator's page explains every warning and error that the log may hold", () => {
  const files = ["registry", "server"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      join(ROOT, folder, file),
    ),
  );
  const sources = files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(file, "utf8"));
  const messages = sources.flatMap((source) => [...source.matchAll(MESSAGE)].map(([, message]) => message));
  expect(messages.length).toBeGreaterThan(5);
  const page = readFileSync(join(ROOT, "docs/operations.md"), "utf8");
  expect(messages.filter((message) => !page.includes(`\`${message}\``))).toEqual([]);
});
