import { expect, test } from "vitest";
import type { Definition } from "../definition";
import { parseVersion } from "../version";
import { decideIntent } from "./decide";

const base: Definition = {
  name: "Homelab",
  version: parseVersion("1"),
  declaredVersion: "1",
  ring: "player",
  attributes: {},
  skills: [],
  intent: { allowed: ["deploy *"], denied: ["delete *"] },
  context: "For Ada.",
  knowledge: ["mcp://a", "mcp://b"],
  access: null,
  lens: "Look first.",
  program: null,
  extensions: {},
};

const decide = (program: string | null, intent = "deploy x") => decideIntent({ ...base, program }, intent);

test("without code the patterns decide, and the file's own text is worn", async () => {
  const decision = await decide(null);
  expect(decision).toMatchObject({ intent: { allowed: true }, context: "For Ada.", lens: "Look first." });
  expect(decision.knowledge).toEqual(base.knowledge);
});

test("S105: code may refuse what the patterns allow, and says why", async () => {
  const program = "export const validateIntent = () => ({ allowed: false, explain: 'not on Fridays' });";
  expect((await decide(program)).intent).toMatchObject({
    allowed: false,
    explain: "The masque's program refuses this intent: not on Fridays",
    clauses: [{ list: "allowed" }],
  });
});

test("S105 S110: code that allows everything allows nothing that the patterns deny", async () => {
  const program = "export const validateIntent = () => true;";
  expect((await decide(program)).intent.allowed).toBe(true);
  for (const intent of ["delete x", "monitor x", "", "deploy x and delete y"]) {
    expect((await decide(program, intent)).intent.allowed, intent).toBe(false);
  }
});

test("S102: code chooses among the declared pointers", async () => {
  expect((await decide("export const knowledge = () => ['mcp://b'];")).knowledge).toEqual(["mcp://b"]);
  expect((await decide("export const knowledge = () => [];")).knowledge).toEqual([]);
});

test("S102: code that names another pointer refuses the intent", async () => {
  const { intent, knowledge } = await decide("export const knowledge = () => ['mcp://a', 'mcp://a/keys'];");
  expect(intent).toMatchObject({
    allowed: false,
    explain: expect.stringContaining('the pointer "mcp://a/keys"'),
  });
  expect(knowledge).toEqual(base.knowledge);
});

test("S101 S104: code writes context and lens", async () => {
  const program = "export const context = () => null; export const lens = ({ intent }) => 'For ' + intent;";
  expect(await decide(program)).toMatchObject({ context: null, lens: "For deploy x" });
});

test("code that fails refuses the intent, with the reason", async () => {
  expect((await decide("export const lens = () => { throw new Error('boo') };")).intent).toMatchObject({
    allowed: false,
    explain: "The masque's program failed. It threw Error: boo.",
  });
});
