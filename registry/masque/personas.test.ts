import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { type Definition, readDefinition } from "./definition";
import { parseFileName } from "./file-name";
import { formatReference, parseReference } from "./reference";
import { RINGS } from "./ring";

const FOLDER = join(import.meta.dirname, "../../personas");
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((path) => path.includes(".masque"))
  .map((path) => path.split(sep).join("/"))
  .sort();

function load(path: string): Definition {
  const { definition, errors } = readDefinition(readFileSync(join(FOLDER, path)), { fileName: path });
  expect(errors).toEqual([]);
  return definition as Definition;
}

function pins(): string[] {
  return files.map((path) =>
    formatReference({
      name: parseFileName(path).name,
      selector: { kind: "pin", version: load(path).version },
    }),
  );
}

describe.each(files)("personas/%s", (path) => {
  test("S77, S78, S111: is valid and without warnings, and named after its path", () => {
    const { errors, warnings } = readDefinition(readFileSync(join(FOLDER, path)), { fileName: path });
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    expect(parseFileName(path).version ?? load(path).version).toBe(load(path).version);
  });

  test("has what a team would want to read before wearing it", () => {
    const { attributes, skills, intent, context, knowledge, lens } = load(path);
    expect(attributes.tagline).toEqual(expect.any(String));
    expect(context).toEqual(expect.any(String));
    expect(lens.length).toBeGreaterThan(400);
    expect([skills, intent.allowed, intent.denied, knowledge].every((list) => list.length > 0)).toBe(true);
  });
});

test("S54, S71: every masque that the usage examples name is there", () => {
  const named = [
    "masque:homelab@v2.3",
    "homelab@2.2",
    "codesmith@0.1.0",
    "engineer:backend@v1",
    "engineer:frontend@v1",
    "reviewer@v2",
    "reviewer@v1",
  ];
  expect(pins()).toEqual(
    expect.arrayContaining(named.map((reference) => formatReference(parseReference(reference)))),
  );
});

test("S65–S68: every position of a software and of a product team has its masque", () => {
  const positions = files.map((path) => load(path).attributes.position);
  expect(positions).toEqual(
    expect.arrayContaining(["orchestrator", "reviewer", "engineer", "pm", "architect"]),
  );
});

test("S20: every ring has a masque that its members may wear", () => {
  expect(new Set(files.map((path) => load(path).ring))).toEqual(new Set(RINGS));
});

test("only one file holds each version", () => {
  expect(new Set(pins()).size).toBe(files.length);
});

test("S108, S110: homelab states what the declarative example states", () => {
  const homelab = load("homelab.masque.yaml");
  expect(homelab).toMatchObject({ version: "2.3.0", declaredVersion: "2.3", ring: "player" });
  expect(homelab.intent).toEqual({
    allowed: ["deploy *", "debug *", "investigate *"],
    denied: ["delete *", "destroy *"],
  });
  expect(homelab.knowledge).toEqual([
    "mcp://homelab-inventory",
    "mcp://homelab-history",
    "mcp://homelab-runbooks",
  ]);
  expect(homelab.access).toMatchObject({ vault_role: "homelab-operator", ttl: "session" });
  expect(homelab.lens).toMatch(/^You're operating Chris's homelab/);
});
