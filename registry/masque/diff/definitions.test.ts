import fc from "fast-check";
import { expect, test } from "vitest";
import type { Access, Definition } from "../definition";
import { RINGS } from "../ring";
import { parseVersion } from "../version";
import { diffDefinitions } from "./definitions";

const access: Access = { vault_role: "operator", ttl: "PT1H", audience: "operator", elevations: {} };

const base: Definition = {
  name: "Homelab",
  version: parseVersion("2.3"),
  declaredVersion: "2.3",
  ring: "player",
  attributes: {},
  skills: [],
  intent: { allowed: ["deploy *"], denied: ["delete *"] },
  context: null,
  knowledge: ["mcp://inventory/racks"],
  access,
  lens: "Look before you change.",
  program: null,
  extensions: {},
};

const diff = (before: Partial<Definition>, after: Partial<Definition>) =>
  diffDefinitions({ ...base, ...before }, { ...base, ...after });

const withAccess = (part: Partial<Access>): Partial<Definition> => ({ access: { ...access, ...part } });
const intent = (allowed: string[], denied: string[] = []): Partial<Definition> => ({
  intent: { allowed, denied },
});
const elevation = { role: "root", ttl: "PT5M", approval: "required" } as const;

const widening: [string, Partial<Definition>, Partial<Definition>][] = [
  ["a lower ring", { ring: "player" }, { ring: "guest" }],
  ["a pattern newly allowed", intent(["deploy *"]), intent(["deploy *", "debug *"])],
  ["a pattern no longer denied", intent(["a *"], ["delete *"]), intent(["a *"])],
  ["a narrower pattern made wider", intent(["deploy app *"]), intent(["deploy *"])],
  ["first keys", { access: null }, {}],
  ["longer keys", withAccess({ ttl: "PT1H" }), withAccess({ ttl: "PT2H" })],
  ["keys for the session instead of an hour", withAccess({ ttl: "PT1H" }), withAccess({ ttl: "session" })],
  ["a scope", withAccess({}), withAccess({ scope: "write" })],
  ["a wider scope", withAccess({ scope: "read" }), withAccess({ scope: "read write" })],
  ["an elevation", withAccess({}), withAccess({ elevations: { root: elevation } })],
  [
    "an elevation without approval",
    withAccess({ elevations: { root: elevation } }),
    withAccess({ elevations: { root: { ...elevation, approval: "none" } } }),
  ],
  [
    "a longer elevation",
    withAccess({ elevations: { root: elevation } }),
    withAccess({ elevations: { root: { ...elevation, ttl: "PT15M" } } }),
  ],
  ["a new server", { knowledge: [] }, { knowledge: ["mcp://inventory"] }],
  ["a whole server instead of a part", {}, { knowledge: ["mcp://inventory"] }],
  ["another part of a server", {}, { knowledge: ["mcp://inventory/racks", "mcp://inventory/keys"] }],
  [
    "a part whose name only begins alike",
    {},
    { knowledge: ["mcp://inventory/racks", "mcp://inventory/racks-all"] },
  ],
];

test.each(widening)("%s widens, and the other way round narrows", (_what, before, after) => {
  expect(effects(diff(before, after))).toContain("widening");
  expect(effects(diff(after, before))).toContain("narrowing");
  expect(effects(diff(after, before))).not.toContain("widening");
});

test.each<[string, Partial<Access>, Partial<Access>]>([
  ["role", { vault_role: "operator" }, { vault_role: "auditor" }],
  ["provider", {}, { provider: "vault" }],
  ["audience", {}, { audience: "cluster" }],
])(
  "another %s widens in both directions, because neither is known to be the smaller",
  (_what, before, after) => {
    expect(diff(withAccess(before), withAccess(after)).risk).toBe("widening");
    expect(diff(withAccess(after), withAccess(before)).risk).toBe("widening");
  },
);

const neutral: [string, Partial<Definition>, Partial<Definition>][] = [
  ["another order of patterns", intent(["a *", "b *"]), intent(["b *", "a *"])],
  ["a pattern spelled differently", intent(["deploy *"]), intent(["Deploy  *"])],
  ["a pattern inside one already allowed", intent(["deploy *"]), intent(["deploy *", "deploy app *"])],
  [
    "a denial inside one already there",
    intent(["a *"], ["delete *"]),
    intent(["a *"], ["delete *", "delete logs"]),
  ],
  [
    "a pointer inside one already there",
    {},
    { knowledge: ["mcp://inventory/racks", "mcp://inventory/racks/3"] },
  ],
  ["another order of pointers", { knowledge: ["mcp://a", "mcp://b"] }, { knowledge: ["mcp://b", "mcp://a"] }],
  ["a default spelled out", withAccess({}), withAccess({ provider: "oidc" })],
  ["the same time in other units", withAccess({ ttl: "PT12H" }), withAccess({ ttl: "session" })],
  ["a title", {}, { name: "Home lab" }],
  ["a skill", {}, { skills: [{ uri: "skill://ops/dns", level: "expert" }] }],
];

test.each(neutral)("%s neither widens nor narrows", (_what, before, after) => {
  expect(["neutral", "none"]).toContain(diff(before, after).risk);
  expect(["neutral", "none"]).toContain(diff(after, before).risk);
});

test.each<Partial<Definition>>([
  { lens: "Break things." },
  { context: "For Ada." },
  { program: "export {}" },
])("text is to be read and counts as no risk by itself: %j", (after) => {
  const { risk, changes } = diff({}, after);
  expect({ risk, effects: changes.map(({ effect }) => effect) }).toEqual({
    risk: "neutral",
    effects: ["read"],
  });
});

test("code taken away widens, because code only narrows", () => {
  expect(diff({ program: "export {}" }, {}).risk).toBe("widening");
});

test("a version number by itself is no change", () => {
  expect(diff({}, { version: parseVersion("9"), declaredVersion: "9", index: 4 })).toEqual({
    risk: "none",
    changes: [],
  });
});

test("what widens comes first, then what must be read, and giving while taking is mixed", () => {
  const { risk, changes } = diff({}, { ring: "guest", lens: "x", name: "y", knowledge: [] });
  expect(risk).toBe("mixed");
  expect(changes.map(({ effect }) => effect)).toEqual(["widening", "read", "narrowing", "neutral"]);
});

test("every change is explained in one sentence and says which side has what", () => {
  const { changes } = diff(intent(["deploy *"], ["delete *"]), intent(["deploy *", "debug *"]));
  expect(changes).toEqual([
    {
      path: "intent.allowed[1]",
      before: null,
      after: "debug *",
      effect: "widening",
      explain: 'Intents like "debug *" are newly allowed.',
    },
    {
      path: "intent.denied[0]",
      before: "delete *",
      after: null,
      effect: "widening",
      explain: 'Intents like "delete *" are no longer denied.',
    },
  ]);
});

test("a definition never differs from itself", () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      expect(diffDefinitions(definition, structuredClone(definition))).toEqual({ risk: "none", changes: [] });
    }),
  );
});

test("seen from the other side, whatever is given is taken", () => {
  const swap = { widening: "narrowing", narrowing: "widening", neutral: "neutral", read: "read" } as const;
  fc.assert(
    fc.property(definitions, definitions, (a, b) => {
      const structural = (from: Definition, to: Definition) =>
        diffDefinitions(from, to).changes.filter(({ path }) => !replaced.test(path) && path !== "program");
      const there = structural(a, b).map(({ path, before, after, effect }) => [path, before, after, effect]);
      const back = structural(b, a).map(({ path, before, after, effect }) => [
        path,
        after,
        before,
        swap[effect],
      ]);
      expect(new Set(back.map((row) => JSON.stringify(row)))).toEqual(
        new Set(there.map((row) => JSON.stringify(row))),
      );
    }),
  );
});

const replaced = /vault_role|provider|audience|role$/;

const patterns = fc.uniqueArray(
  fc.constantFrom(
    "*",
    "deploy *",
    "Deploy *",
    "deploy app *",
    "deploy app",
    "delete *",
    "delete",
    "delete*",
    "debug *",
  ),
);

const definitions: fc.Arbitrary<Definition> = fc.record({
  name: fc.constantFrom("A", "B"),
  version: fc.constant(base.version),
  declaredVersion: fc.constant("2.3"),
  ring: fc.constantFrom(...RINGS),
  attributes: fc.dictionary(fc.constantFrom("tagline", "owner"), fc.constantFrom("x", 1, null)),
  skills: fc.constant([]),
  intent: fc.record({ allowed: patterns, denied: patterns }),
  context: fc.constantFrom(null, "For Ada."),
  knowledge: fc.uniqueArray(fc.constantFrom("mcp://a", "mcp://a/x", "mcp://a/x/y", "mcp://ab", "mcp://b/x")),
  access: fc.option(
    fc.record({
      vault_role: fc.constantFrom("r", "s"),
      ttl: fc.constantFrom("session", "PT1H", "PT60M", "PT12H"),
      audience: fc.constantFrom("r", "s"),
      scope: fc.constantFrom(undefined, "read", "write read", "read write"),
      elevations: fc.dictionary(
        fc.constantFrom("root", "dba"),
        fc.record({
          role: fc.constantFrom("x", "y"),
          ttl: fc.constantFrom("PT5M", "PT15M"),
          approval: fc.constantFrom("none" as const, "required" as const),
        }),
      ),
    }),
  ),
  lens: fc.constantFrom("l", "m"),
  program: fc.constantFrom(null, "export {}"),
  extensions: fc.constant({}),
});

function effects({ changes }: ReturnType<typeof diffDefinitions>): string[] {
  return changes.map(({ effect }) => effect);
}
