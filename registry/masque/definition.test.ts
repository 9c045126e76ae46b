import { expect, test } from "vitest";
import { readDefinition } from "./definition";

const bytes = (text: string) => new TextEncoder().encode(text);

const HOMELAB = `# masque/homelab.masque
version: 2.3
ring: player

intent:
  allowed_patterns: ["deploy *", "debug *", "investigate *"]
  denied_patterns: ["delete *", "destroy *"]

knowledge:
  - mcp://homelab-inventory
  - mcp://homelab-runbooks

access:
  vault_role: homelab-operator
  ttl: session

lens: |
  You're operating Chris's homelab...
`;

const CODESMITH = `name: Codesmith
index: 1
version: "0.1.0"
ring: player

skills:
  - uri: skill://programming/zig
    level: competent

intent:
  allowed: ["implement *", "test *"]
  denied: ["rush *"]

lens: |
  You are a methodical builder...
`;

const minimal = (more = "") =>
  `version: 1\nring: guest\nintent: { allowed: ["look *"] }\nlens: Look.\n${more}`;

test("S108, S109, S110: the declarative example loads as printed, and takes its name from its file", () => {
  expect(readDefinition(bytes(HOMELAB), { fileName: "masque/homelab.masque" })).toEqual({
    definition: {
      name: "homelab",
      version: "2.3.0",
      declaredVersion: "2.3",
      ring: "player",
      attributes: {},
      skills: [],
      intent: { allowed: ["deploy *", "debug *", "investigate *"], denied: ["delete *", "destroy *"] },
      context: null,
      knowledge: ["mcp://homelab-inventory", "mcp://homelab-runbooks"],
      access: {
        vault_role: "homelab-operator",
        ttl: "session",
        audience: "homelab-operator",
        elevations: {},
      },
      lens: "You're operating Chris's homelab...\n",
      program: null,
      extensions: {},
    },
    errors: [],
    warnings: [],
  });
});

test("S58, S129, S130: the quick example loads as printed, without context, knowledge and access", () => {
  const { definition, errors, warnings } = readDefinition(bytes(CODESMITH));
  expect([errors, warnings]).toEqual([[], []]);
  expect(definition).toMatchObject({
    name: "Codesmith",
    index: 1,
    version: "0.1.0",
    declaredVersion: "0.1.0",
    skills: [{ uri: "skill://programming/zig", level: "competent" }],
    intent: { allowed: ["implement *", "test *"], denied: ["rush *"] },
    context: null,
    knowledge: [],
    access: null,
  });
});

test.each([
  ["2.10", "2.10", "2.10.0"],
  ["2.3", "2.3", "2.3.0"],
  ["2", "2", "2.0.0"],
  ['"2.3"', "2.3", "2.3.0"],
  ["'0.1.0'", "0.1.0", "0.1.0"],
  ["0.1.0", "0.1.0", "0.1.0"],
  ["v2.3", "v2.3", "2.3.0"],
  ["2.30", "2.30", "2.30.0"],
  ["1.0", "1.0", "1.0.0"],
])("S58: version: %s is read as written, %s, and means %s", (written, declaredVersion, version) => {
  const { definition } = readDefinition(bytes(minimal().replace("version: 1", `version: ${written}`)));
  expect(definition).toMatchObject({ declaredVersion, version });
});

test.each([
  [{ name: "engineer:backend", fileName: "backend.masque.yaml" }, "engineer:backend"],
  [{ fileName: "personas/engineer/backend.masque.yaml" }, "backend"],
  [{ fileName: "backend@v1.masque.yaml" }, "backend"],
  [{}, "untitled"],
])("a file without a title is called after the registry's name or its own: %j is %s", (origin, title) => {
  expect(readDefinition(bytes(minimal()), origin).definition?.name).toBe(title);
});

test("a title in the file stands, whatever the file is called", () => {
  expect(readDefinition(bytes(minimal("name: Löwe 7\n")), { name: "lion" }).definition?.name).toBe("Löwe 7");
});

test("everything a definition may hold is kept as it was written", () => {
  const source = minimal(`index: 42
attributes: { tagline: Looks, seats: 4, open: true, owner: null }
context: ""
`).replace('context: ""', "context: |\n  Someone.\n\n  With two paragraphs.");
  const more = `
access:
  vault_role: team/looker
  ttl: PT1H30M
  provider: vault
  audience: https://vault.example
  scope: read:all write:notes
  elevations: { peek: { role: looker-plus, ttl: PT15M, approval: required } }
performance: { score: "*", history: [{ date: 2026-01-31, score: e, notes: Good. }] }
program: export function validateIntent() { return true; }
rubric: { sharp: Was it seen? }
spinnerVerbs: { mode: append, verbs: [Peering] }
x-team: { size: 3, nested: [1, [2, { three: null }]] }
`;
  const { definition, errors } = readDefinition(bytes(source + more));
  expect(errors).toEqual([]);
  expect(definition).toMatchObject({
    index: 42,
    attributes: { tagline: "Looks", seats: 4, open: true, owner: null },
    context: "Someone.\n\nWith two paragraphs.\n",
    access: {
      vault_role: "team/looker",
      ttl: "PT1H30M",
      provider: "vault",
      audience: "https://vault.example",
      scope: "read:all write:notes",
      elevations: { peek: { role: "looker-plus", ttl: "PT15M", approval: "required" } },
    },
    performance: { score: "*", history: [{ date: "2026-01-31", score: "e", notes: "Good." }] },
    program: "export function validateIntent() { return true; }",
    rubric: { sharp: "Was it seen?" },
    spinnerVerbs: { mode: "append", verbs: ["Peering"] },
    extensions: { "x-team": { size: 3, nested: [1, [2, { three: null }]] } },
  });
});

test("S129: components that are written down and left empty are absent", () => {
  const { definition } = readDefinition(bytes(minimal("context:\nknowledge:\naccess:\nprogram:\n")));
  expect(definition).toMatchObject({ context: null, knowledge: [], access: null, program: null });
});

test("S109: the two spellings of an intent mean the same, also mixed across the lists", () => {
  const intent = (written: string) =>
    readDefinition(bytes(minimal().replace('{ allowed: ["look *"] }', written))).definition?.intent;
  const meant = { allowed: ["look *"], denied: ["touch *"] };
  expect(intent('{ allowed: ["look *"], denied_patterns: ["touch *"] }')).toEqual(meant);
  expect(intent('{ allowed_patterns: ["look *"], denied: ["touch *"] }')).toEqual(meant);
});

test("S47: pointers may have a path or none, and comments are no part of them", () => {
  const { definition } = readDefinition(
    bytes(minimal("knowledge:\n  - mcp://homelab-inventory   # machines\n  - mcp://masque/design-docs\n")),
  );
  expect(definition?.knowledge).toEqual(["mcp://homelab-inventory", "mcp://masque/design-docs"]);
});

test("a file with Windows line ends says the same as one without", () => {
  const unix = readDefinition(bytes(HOMELAB), { name: "homelab" });
  expect(readDefinition(bytes(HOMELAB.replaceAll("\n", "\r\n")), { name: "homelab" })).toEqual(unix);
});

test("a definition written as JSON is the same language", () => {
  const json = JSON.stringify({
    version: "1",
    ring: "guest",
    intent: { allowed: ["look *"] },
    lens: "Look.",
  });
  expect(readDefinition(bytes(json)).definition).toEqual(readDefinition(bytes(minimal())).definition);
});

test("an author is warned of what is lawful and hardly meant, at its place", () => {
  const source = `version: 1
ring: outsider
intent:
  allowed: ["look *", "touch *"]
  denied: ["Touch  *"]
access: { vault_role: none }
lens: Look.
`;
  const { definition, warnings } = readDefinition(bytes(source));
  expect(definition).toBeDefined();
  expect(warnings).toEqual([
    { path: "access", line: 6, column: 1, message: expect.stringContaining("Outsiders get no credentials") },
    {
      path: "intent",
      line: 3,
      column: 1,
      message: expect.stringContaining('"touch *" is allowed and denied'),
    },
  ]);
});
