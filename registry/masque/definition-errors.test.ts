import { expect, test } from "vitest";
import { readDefinition } from "./definition";

const bytes = (text: string) => new TextEncoder().encode(text);
const BASE = 'version: 1\nring: guest\nintent: { allowed: ["look *"] }\nlens: Look.\n';

/** The errors of a file that is right but for what replaces one of its fields, or is added to them. */
function errorsOf(field: string, origin = {}) {
  const key = field.split(":", 1)[0];
  const kept = BASE.split("\n").filter((line) => !line.startsWith(`${key}:`));
  const { definition, errors } = readDefinition(bytes([...kept, field].join("\n")), origin);
  expect(definition).toBeUndefined();
  return errors;
}

test.each([
  // what is written                               path                     what the author is told
  ["version: v1.2.3.4", "version", '"v1.2.3.4" does not fit'],
  ["version: 01.2", "version", '"01.2" does not fit'],
  ["version: 1e3", "version", '"1e3" does not fit'],
  ["version: -1", "version", '"-1" does not fit'],
  ["version: 0x10", "version", '"0x10" does not fit'],
  ["version: .inf", "version", '".inf" does not fit'],
  ["version: 1.2-beta", "version", '"1.2-beta" does not fit'],
  ["version: latest", "version", '"latest" does not fit'],
  ["version: 2147483648", "version", "a number above 2147483647"],
  ["version: true", "version", "Here stands true"],
  ["version:", "version", "Nothing is written here"],
  ["version: [1]", "version", "Here stands a list"],
  ["ring: plaier", "ring", "Did you mean `player`?"],
  ["ring: Player", "ring", "Did you mean `player`?"],
  ["ring: 3", "ring", "found 3"],
  ["ring: [player]", "ring", "found a list"],
  ["lens: ''", "lens", "This is empty"],
  ['lens: " \\n "', "lens", "This is empty"],
  ["lens:", "lens", "Nothing is written here"],
  ["lens: { a: b }", "lens", "Expected text, found a mapping"],
  ["name: ''", "name", "This is empty"],
  ['name: "two\\nlines"', "name", "does not fit"],
  ['name: "\\u202Eevil"', "name", '"\\u{202e}evil" does not fit'],
  [`name: ${"x".repeat(81)}`, "name", "81 characters, at most 80"],
  ["index: 0", "index", "a whole number from 1"],
  ["index: 1.5", "index", "Expected a whole number, found 1.5"],
  ['index: "1"', "index", "Expected a whole number, found text"],
  ["attributes: [a]", "attributes", "Expected a mapping"],
  ["attributes: { tags: [a] }", "attributes.tags", "Here stands a list"],
  ["attributes: { '1st': a }", "attributes.1st", '"1st" cannot be a name here'],
  ["attributes: { id: 007 }", "attributes.id", "Put it in quotes"],
  ["attributes: { id: 12345678901234567890 }", "attributes.id", "Put it in quotes"],
  ["attributes: { id: .nan }", "attributes.id", "Put it in quotes"],
  ["skills: { uri: skill://a/b, level: expert }", "skills", "Expected a list, found a mapping"],
  ["skills: [skill://a/b]", "skills[0]", "Expected a mapping (key: value), found text"],
  ["skills: [{ uri: skill://a/b }]", "skills[0].level", "`level` is missing"],
  ["skills: [{ uri: skill://a/b, level: exprt }]", "skills[0].level", "Did you mean `expert`?"],
  ["skills: [{ uri: 'https://a/b', level: expert }]", "skills[0].uri", "skill://domain/name"],
  ["skills: [{ uri: skill://a, level: expert }]", "skills[0].uri", "skill://domain/name"],
  ["skills: [{ uri: skill://a/b/c, level: expert }]", "skills[0].uri", "skill://domain/name"],
  ["skills: [{ uri: skill://a/B, level: expert }]", "skills[0].uri", "skill://domain/name"],
  [
    "skills: [{ uri: skill://a/b, level: expert }, { uri: skill://a/b, level: novice }]",
    "skills[1].uri",
    "claimed twice",
  ],
  ["intent: look *", "intent", "Expected a mapping"],
  ["intent: {}", "intent.allowed", "`allowed` is missing"],
  ["intent: { denied: ['x *'] }", "intent.allowed", "`allowed` is missing"],
  ["intent: { allowed: [] }", "intent.allowed", "allows nothing"],
  ["intent: { allowed: 'look *' }", "intent.allowed", "Expected a list, found text"],
  ["intent: { allowed: ['*'] }", "intent.allowed[0]", "begins with a verb"],
  ["intent: { allowed: ['**'] }", "intent.allowed[0]", "begins with a verb"],
  ["intent: { allowed: [' '] }", "intent.allowed[0]", "This is empty"],
  ["intent: { allowed: ['de* x'] }", "intent.allowed[0]", "begins with a verb"],
  ['intent: { allowed: ["look\\n*"] }', "intent.allowed[0]", "one line"],
  ['intent: { allowed: ["l\\u200book *"] }', "intent.allowed[0]", "nothing invisible"],
  [`intent: { allowed: [${"x".repeat(201)}] }`, "intent.allowed[0]", "201 characters, at most 200"],
  [
    `intent: { allowed: [${Array.from({ length: 201 }, (_, i) => `v${i}`).join()}] }`,
    "intent.allowed",
    "at most 200",
  ],
  ["intent: { allowed: ['look *', 'look *'] }", "intent.allowed[1]", "given twice"],
  [
    "intent: { allowed: ['look *'], allowed_patterns: ['look *'] }",
    "intent.allowed",
    "two spellings of one list",
  ],
  [
    "intent: { allowed: ['look *'], denied: [], denied_patterns: [] }",
    "intent.denied",
    "two spellings of one list",
  ],
  ["intent: { allowed: ['look *'], denied: ['LOOK  *'] }", "intent", "allows nothing"],
  ["context: 3", "context", "Expected text, found 3"],
  ["context: ''", "context", "This is empty"],
  ["knowledge: mcp://a", "knowledge", "Expected a list, found text"],
  ["knowledge: [The lab has three machines.]", "knowledge[0]", "looked up, not contained"],
  ["knowledge: ['data:text/plain,x']", "knowledge[0]", "looked up, not contained"],
  ["knowledge: ['http://a']", "knowledge[0]", "looked up, not contained"],
  ["knowledge: ['file:///etc/passwd']", "knowledge[0]", "looked up, not contained"],
  ["knowledge: ['MCP://a']", "knowledge[0]", "looked up, not contained"],
  ["knowledge: [{ uri: mcp://a, content: all of it }]", "knowledge[0]", "Expected text, found a mapping"],
  ["knowledge: ['mcp://']", "knowledge[0]", "mcp://server"],
  ["knowledge: ['mcp://a/../b']", "knowledge[0]", "mcp://server"],
  ["knowledge: ['mcp://a/%2e%2e/b']", "knowledge[0]", "mcp://server"],
  ["knowledge: ['mcp://a//b']", "knowledge[0]", "mcp://server"],
  ["knowledge: ['mcp://a?x=1']", "knowledge[0]", "mcp://server"],
  ["knowledge: ['mcp://a/b c']", "knowledge[0]", "mcp://server"],
  ["knowledge: ['mcp://user@host/x']", "knowledge[0]", "mcp://server"],
  ["knowledge: ['mcp://hоst']", "knowledge[0]", "mcp://server"],
  ["knowledge: ['mcp://a', 'mcp://a']", "knowledge[1]", "given twice"],
  ["access: all", "access", "Expected a mapping"],
  ["access: {}", "access.vault_role", "`vault_role` is missing"],
  ["access: { vault_role: '../root' }", "access.vault_role", "begins with a letter or digit"],
  ["access: { vault_role: a b }", "access.vault_role", '"a b" does not fit'],
  ["access: { vault_role: a, ttl: forever }", "access.ttl", "ISO 8601 duration"],
  ["access: { vault_role: a, ttl: 3600 }", "access.ttl", "Expected text, found 3600"],
  ["access: { vault_role: a, ttl: P1Y }", "access.ttl", "ISO 8601 duration"],
  ["access: { vault_role: a, ttl: PT0S }", "access.ttl", "no time at all"],
  ["access: { vault_role: a, provider: aws }", "access.provider", "none of oidc, vault"],
  ["access: { vault_role: a, vaultRole: b }", "access.vaultRole", "Did you mean `vault_role`?"],
  [
    "access: { vault_role: a, elevations: { Root: { role: a, ttl: PT1M, approval: none } } }",
    "access.elevations.Root",
    "cannot be a name here",
  ],
  [
    "access: { vault_role: a, elevations: { root: { role: a, ttl: PT16M, approval: none } } }",
    "access.elevations.root.ttl",
    "15 minutes",
  ],
  [
    "access: { vault_role: a, elevations: { root: { role: a, ttl: PT0S, approval: none } } }",
    "access.elevations.root.ttl",
    "15 minutes",
  ],
  [
    "access: { vault_role: a, elevations: { root: { role: a, ttl: session, approval: none } } }",
    "access.elevations.root.ttl",
    "15 minutes",
  ],
  [
    "access: { vault_role: a, elevations: { root: { role: a, ttl: PT1M } } }",
    "access.elevations.root.approval",
    "`approval` is missing",
  ],
  ["performance: { score: 5 }", "performance.score", "Here stands 5"],
  ["performance: { score: x }", "performance.score", '"x" does not fit'],
  [
    "performance: { history: [{ date: 2026-02-30, score: '+' }] }",
    "performance.history[0].date",
    "no day 2026-02-30",
  ],
  [
    "performance: { history: [{ date: yesterday, score: '+' }] }",
    "performance.history[0].date",
    "such as 2026-01-31",
  ],
  [
    "performance: { history: [{ date: 2026-01-31, score: null }] }",
    "performance.history[0].score",
    "Nothing is written here",
  ],
  ["program: 3", "program", "Expected text, found 3"],
  ["rubric: {}", "rubric", "This is empty"],
  ["rubric: { a: 3 }", "rubric.a", "Expected text, found 3"],
  ["spinnerVerbs: { mode: shuffle, verbs: [a] }", "spinnerVerbs.mode", "none of replace, append, prepend"],
  ["spinnerVerbs: { mode: append, verbs: [] }", "spinnerVerbs.verbs", "This is empty"],
  ["spinner_verbs: {}", "spinner_verbs", "Did you mean `spinnerVerbs`?"],
  ["colour: red", "colour", 'There is no field "colour" here. Known here: name, index'],
  ["X-team: a", "X-team", "There is no field"],
  ["x-: a", "x-", "There is no field"],
])("S44, S109, S128, S130: %s is refused at %s", (field, path, told) => {
  const errors = errorsOf(field);
  expect(errors.map((error) => error.path)).toEqual([path]);
  expect(errors[0]?.message).toContain(told);
  expect(errors[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
});

test.each(["version", "ring", "intent", "lens"])("S50: a file without %s is refused", (field) => {
  const source = BASE.split("\n")
    .filter((line) => !line.startsWith(field))
    .join("\n");
  const { errors } = readDefinition(bytes(source));
  expect(errors).toEqual([
    { path: field, line: 1, column: 1, message: expect.stringContaining(`\`${field}\` is missing`) },
  ]);
});

test.each([
  ["allow", "allowed"],
  ["allowed-patterns", "allowed_patterns"],
  ["Denied", "denied"],
])("S109: an intent list spelled %s is never silently ignored", (written, meant) => {
  expect(errorsOf(`intent: { ${written}: ['look *'] }`)).toContainEqual({
    path: `intent.${written}`,
    line: 5,
    column: 11,
    message: `There is no field "${written}" here. Did you mean \`${meant}\`?`,
  });
});

test("all errors are told at once, those of meaning too, each with its line and column", () => {
  const source = `# a comment
version: 1e3
ring: gest
lense: Look.
skills:
  - uri: skill://a/b
    level: expert
  - uri: skill://a/b
    level: expert
knowledge: [mcp://a, "ftp://b"]
`;
  const { errors } = readDefinition(bytes(source));
  expect(errors.map(({ path, line, column }) => `${path} ${line}:${column}`).sort()).toEqual([
    "intent 2:1",
    "knowledge[1] 10:22",
    "lens 2:1",
    "lense 4:1",
    "ring 3:7",
    "skills[1].uri 8:10",
    "version 2:10",
  ]);
});

test("more than a hundred errors are cut short, and the author is told how many follow", () => {
  const { errors } = readDefinition(
    bytes(`${BASE}${Array.from({ length: 150 }, (_, i) => `k${i}: 1\n`).join("")}`),
  );
  expect(errors).toHaveLength(101);
  expect(errors.at(-1)).toEqual({ path: "", message: "There are 50 more errors. Mend these first." });
});

test.each(["README.md", "homelab.masque.md"])(
  "S98: %s is documentation, whatever stands in it",
  (fileName) => {
    expect(readDefinition(bytes(BASE), { fileName }).errors).toEqual([
      { path: "", message: expect.stringContaining("is documentation, and a masque is a program") },
    ]);
  },
);

test("a file named after one version and holding another is refused", () => {
  expect(readDefinition(bytes(BASE), { fileName: "x@v1.masque.yaml" }).errors).toEqual([]);
  expect(readDefinition(bytes(BASE), { fileName: "x@v2.masque.yaml" }).errors).toEqual([
    {
      path: "version",
      line: 1,
      column: 10,
      message: 'The file\'s name says "v2" and its version is 1. Make them agree.',
    },
  ]);
});

test.each([
  ["- a\n- b\n", "found a list"],
  ["hello\n", "found text"],
  ["42\n", "found 42"],
])("a file that is no mapping is refused for that alone: %j", (source, told) => {
  const { errors } = readDefinition(bytes(source));
  expect(errors).toEqual([{ path: "", line: 1, column: 1, message: expect.stringContaining(told) }]);
});
