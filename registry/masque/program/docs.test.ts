import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readDefinition } from "../definition";
import { emitClaude } from "../emit/claude";
import { emitEnv } from "../emit/env";
import { emitJson } from "../emit/json";
import { emitMarkdown } from "../emit/markdown";
import { wornFrom } from "../emit/worn";
import { checkProgram } from "./check";
import { compileMasque } from "./compile";
import { decideIntent } from "./decide";

const page = readFileSync(new URL("../../../docs/programs.md", import.meta.url), "utf8");
const blocks = [...page.matchAll(/^(`{3,4})(\w+)(?: (\S+))?\n([\s\S]*?)^\1$/gm)].map(
  ([, , language = "", title = "", text = ""]) => ({ language, title, text }),
);
const block = (title: string): string => {
  const found = blocks.find((one) => one.title === title);
  if (!found) throw new Error(`docs/programs.md has no block named ${title}`);
  return found.text;
};

const read = (title: string) => {
  const source = Buffer.from(block(title));
  const { definition, errors } = readDefinition(source, { fileName: title });
  if (!definition) throw new Error(`${title}: ${errors[0]?.message}`);
  const digest = `sha256-${createHash("sha256").update(source).digest("base64")}`;
  return { definition, digest };
};
const { definition, digest } = read("homelab.masque");

const folder = mkdtempSync(join(tmpdir(), "masque-docs-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("S77 S105 S108: docs/programs.md shows a masque as file, and the module it compiles to answers as shown", () => {
  writeFileSync(join(folder, "homelab.mjs"), compileMasque(definition, { name: "homelab", digest }));
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", block("ask.mjs")], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(said).toBe(block("answers"));
});

test("S105: docs/programs.md shows a masque as code, which can be run and decides as the page says", async () => {
  const { definition: code } = read("night-watch.masque.yaml");
  expect(await checkProgram(code.program ?? "")).toEqual([]);
  const decisions = await Promise.all(
    block("decisions")
      .trim()
      .split("\n")
      .map(async (line) => {
        const [stated = ""] = line.split(" → ");
        const { intent, knowledge } = await decideIntent(code, stated);
        return `${stated} → ${intent.allowed ? `allowed, with ${knowledge.join(" and ")}` : intent.explain}`;
      }),
  );
  expect(`${decisions.join("\n")}\n`).toBe(block("decisions"));
});

test.each([
  ["markdown", emitMarkdown],
  ["claude", emitClaude],
  ["json", emitJson],
  ["env", emitEnv],
])("S75: what docs/programs.md shows for --emit %s is what is emitted", (format, emit) => {
  const servers = { "homelab-inventory": "https://inventory.lan/mcp" };
  const worn = wornFrom(definition, { name: "homelab", digest }, "deploying monitoring stack", servers);
  const [emitted, shown] = [emit(worn), block(format)];
  if (emitted.startsWith("{")) expect(JSON.parse(emitted)).toEqual(JSON.parse(shown));
  else expect(emitted).toBe(shown);
});
