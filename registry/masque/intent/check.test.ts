import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCases } from "./cases";
import { compileIntent } from "./compile";
import { inflections } from "./inflect";

const homelab = compileIntent({
  allowed: ["deploy *", "debug *", "investigate *"],
  denied: ["delete *", "destroy *"],
});

const sections = readCases(readFileSync(new URL("./intent-cases.md", import.meta.url), "utf8"));

test("the table of cases has more than 220 rows, none twice in a section", () => {
  expect(sections.flatMap(({ cases }) => cases).length).toBeGreaterThan(220);
  for (const { cases } of sections)
    expect(new Set(cases.map(({ intent }) => intent)).size).toBe(cases.length);
});

for (const { title, patterns, cases } of sections) {
  const check = compileIntent(patterns);
  test.each(cases)(`S74 S100 S110: ${title}: $intent`, ({ intent, allowed }) => {
    const answer = check(intent);
    expect({ allowed: answer.allowed, explain: answer.explain }).toEqual({
      allowed,
      explain: answer.explain,
    });
  });
}

test("the answer shows each clause with its pattern, and what fell away", () => {
  expect(homelab("Please d\u200beploy Grafana and debug DNS. Someone deleted the share.")).toEqual({
    allowed: true,
    clauses: [
      { text: "please deploy grafana", pattern: "deploy *", list: "allowed" },
      { text: "debug dns", pattern: "debug *", list: "allowed" },
      { text: "someone deleted the share", list: "detail" },
      { text: "deleted the share", pattern: "delete *", list: "mention" },
    ],
    explain: 'Allowed: "please deploy grafana" by "deploy *", "debug dns" by "debug *".',
    normalised: {
      text: "please deploy grafana and debug dns. someone deleted the share",
      removed: ["U+200B", "please"],
    },
  });
});

test("a denial names the words and the pattern of the denied list", () => {
  const { clauses, explain } = homelab("debug by deleting the cache");
  expect(clauses).toContainEqual({ text: "deleting the cache", pattern: "delete *", list: "denied" });
  expect(explain).toBe('"deleting the cache" is denied by the pattern "delete *".');
});

test("where nothing matched, the answer names the nearest allowed pattern", () => {
  expect(homelab("debgu the router")).toMatchObject({
    allowed: false,
    clauses: [{ text: "debgu the router", list: "none" }],
    nearest: "debug *",
    explain: 'No allowed pattern matches "debgu the router". The nearest is "debug *".',
  });
});

test("an empty intent is told that nothing was stated", () => {
  expect(homelab(" \u200b\n")).toMatchObject({
    allowed: false,
    clauses: [],
    explain: "No intent was stated.",
  });
});

test("a pattern of 10,000 characters with brackets and backslashes is literal", () => {
  const pattern = `deploy ${"([a-z]+)*\\".repeat(1000)}`.replaceAll("*", "x");
  const check = compileIntent({ allowed: [pattern], denied: [] });
  expect(check(pattern).allowed).toBe(true);
  expect(check(pattern.replace("[", "{")).allowed).toBe(false);
});

test("a thousand patterns are all tried", () => {
  const allowed = Array.from({ length: 1000 }, (_, index) => `deploy app${index} *`);
  const check = compileIntent({
    allowed,
    denied: allowed.map((pattern) => pattern.replace("deploy", "delete")),
  });
  expect(check("deploying app999 to node3").clauses[0]?.pattern).toBe("deploy app999 *");
  expect(check("deploying app999 to node3, deleting app998").allowed).toBe(false);
});

test.each([
  ["deploy", "deploys deployed deploying"],
  ["debug", "debugs debugged debugging"],
  ["delete", "deletes deleted deleting"],
  ["apply", "applies applied applying"],
  ["fix", "fixes fixed fixing"],
  ["patch", "patches patched patching"],
  ["rewrite", "rewrites rewrote rewritten rewriting"],
  ["set", "sets setting"],
  ["free", "frees freed"],
  ["die", "dies died dying"],
  ["panic", "panics panicked panicking"],
  ["organise", "organises organised organising organize organized organizing"],
  ["analyze", "analyzes analyzed analyzing analyse analysed analysing"],
])("S74: the inflections of %s include %s", (verb, forms) => {
  expect([...inflections(verb)]).toEqual(expect.arrayContaining(forms.split(" ")));
});

test("S110: whatever else an intent says, a denied verb at the head of a line refuses it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
      expect(homelab(`deploy ${before}\ndelete it\n${after}`).allowed).toBe(false);
    }),
  );
});

test("invisible characters, capitals and spaces change no answer", () => {
  const noise = fc.constantFrom("\u200b", "\u2060", "\u00ad", "\ufe0f", "\u{e0061}");
  const intents = fc.constantFrom(...(sections[0]?.cases.map(({ intent }) => intent) ?? []));
  fc.assert(
    fc.property(intents, noise, fc.nat(), (intent, hidden, seed) => {
      const at = seed % (intent.length + 1);
      const noisy = `${intent.slice(0, at)}${hidden}${intent.slice(at)}`.toUpperCase().replaceAll(" ", "  ");
      expect(homelab(noisy).allowed).toBe(homelab(intent).allowed);
    }),
  );
});

test("a star takes one or more characters, whatever they are", () => {
  const check = compileIntent({ allowed: ["deploy * to *"], denied: [] });
  const object = fc.stringMatching(/^[a-z0-9()[\]\\^$]{1,8}$/);
  fc.assert(
    fc.property(object, object, (what, where) => {
      expect(check(`deploy ${what} to ${where}`).allowed).toBe(true);
      expect(check(`deploy ${what} in ${where}`).allowed).toBe(false);
    }),
  );
});
