import fc from "fast-check";
import { expect, test } from "vitest";
import { checkProgram } from "./check";
import { evaluateProgram } from "./evaluate";

const input = {
  intent: "deploy x",
  context: "For Ada.",
  knowledge: ["mcp://a", "mcp://b"],
  lens: "Look first.",
};
const lens = (body: string) => `export function lens() { ${body} }`;
const evaluate = (source: string) => evaluateProgram({ source, input });

test("S105: a program answers by its exports, and is told the intent and what its file declares", async () => {
  const source = `
    export const validateIntent = (intent, { lens }) => ({ allowed: intent === "deploy x", explain: lens });
    export const context = ({ context }) => context.toUpperCase();
    export const knowledge = ({ knowledge }) => knowledge.slice(1);
    export const lens = ({ intent }) => "For " + intent;
  `;
  expect(await evaluate(source)).toEqual({
    ok: true,
    answer: {
      validateIntent: { allowed: true, explain: "Look first." },
      context: "FOR ADA.",
      knowledge: ["mcp://b"],
      lens: "For deploy x",
    },
  });
});

test("S105: true and false are answers, and an export that is missing answers nothing", async () => {
  expect(await evaluate("export const validateIntent = () => false;")).toEqual({
    ok: true,
    answer: { validateIntent: { allowed: false } },
  });
  expect(await evaluate("")).toEqual({ ok: true, answer: {} });
});

const hostile: [string, string, RegExp][] = [
  ["loops", lens("while (true) {}"), /ran longer than 50 milliseconds/],
  ["loops while it loads", "while (true) {}", /ran longer than 50 milliseconds/],
  [
    "catches its own interruption",
    lens("try { while (true) {} } finally { while (true) {} }"),
    /50 milliseconds/,
  ],
  ["lets a regular expression backtrack", lens("/(a+)+b/.test('a'.repeat(40))"), /50 milliseconds/],
  ["sorts for ever", lens("[2, 1].sort(() => { while (true) {} })"), /50 milliseconds/],
  ["keeps a built-in function busy", lens("return Array(1e7).join('abc')"), /50 milliseconds|16 MB/],
  ["allocates small things", lens("let o = {}; for (;;) o = { o }"), /50 milliseconds|16 MB/],
  ["allocates large things", lens("const a = []; for (;;) a.push(new Uint8Array(1e6))"), /16 MB/],
  ["doubles a text", lens("let s = 'x'; for (;;) s += s"), /too long|16 MB/],
  ["recurses", lens("const f = () => f(); f()"), /recursed too deeply/],
  [
    "recurses inside a built-in",
    lens("let o = {}; for (let i = 0; i < 1e5; i++) o = { o }; JSON.stringify(o)"),
    /deeply|50 milliseconds/,
  ],
  ["throws", lens("throw new Error('no such day')"), /It threw Error: no such day\./],
  ["throws nothing", lens("throw null"), /It threw/],
  ["throws a lie", lens("throw { get message() { while (true) {} } }"), /It threw|50 milliseconds/],
  ["throws a long text", lens("throw 'x'.repeat(1e6)"), /It threw a long text/],
  [
    "returns a promise",
    "export async function validateIntent() { return true; }",
    /validateIntent\(\) returned a promise/,
  ],
  ["returns a proxy", "export const validateIntent = () => new Proxy({}, {});", /no code made from text/],
  ["returns 10 MB", lens("return 'x'.repeat(1e7)"), /returned 10000000 characters, and at most 65536/],
  [
    "returns a million pointers",
    "export const knowledge = () => Array(1e6).fill('mcp://a');",
    /list of 1000000/,
  ],
  ["returns a number", "export const validateIntent = () => 1;", /must return true, false or/],
  [
    "returns a thenable getter",
    "export const validateIntent = () => ({ get allowed() { throw 1 } });",
    /must return true/,
  ],
  ["returns text for a list", "export const knowledge = () => 'mcp://a';", /must return a list of text/],
  ["returns a text object", lens("return new String('x')"), /must return text/],
  ["returns nothing", lens(""), /must return text/],
  ["imports", "import fs from 'node:fs';", /imports another module/],
  ["imports later", lens("return import('node:fs')"), /returned a promise/],
  ["fetches", lens("return fetch('http://localhost')"), /no I\/O/],
  ["reads the process", lens("return process.env.HOME"), /no I\/O/],
  ["requires", lens("return require('fs')"), /no I\/O/],
  ["uses the console", lens("console.log(1)"), /no I\/O/],
  ["asks the time", lens("return String(Date.now())"), /no clock/],
  ["rolls dice", lens("return String(Math.random())"), /It threw TypeError: not a function/],
  ["calls Function", lens("return Function('return 1')()"), /no code made from text/],
  ["calls Function by another name", lens("return (() => 1).constructor('return 1')()"), /not a function/],
  ["calls eval", lens("return eval('1')"), /no code made from text/],
  [
    "exports something else",
    "export const access = () => 'root';",
    /It exports access; a program exports validateIntent/,
  ],
  ["exports a value", "export const lens = 'x';", /export lens is not a function/],
  ["waits while it loads", "await 1;", /awaits something while it loads/],
  ["is no JavaScript", "export function lens( {", /It is not JavaScript/],
];

test.each(hostile)(
  "S107: a program that %s is refused with a plain reason",
  async (_what, source, reason) => {
    expect(await evaluate(source)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  },
);

test("what one program does to its world, the next does not see", async () => {
  const before =
    "Object.prototype.allowed = true; Array.isArray = () => true; String.prototype.trim = () => 'x'; globalThis.x = 1;";
  await evaluate(`${before} export const validateIntent = () => ({});`);
  const after = lens("return [typeof x, ({}).allowed === undefined, ' y '.trim()].join()");
  expect(await evaluate(after)).toEqual({ ok: true, answer: { lens: "undefined,true,y" } });
});

test("what one export does to its input, the next does not see", async () => {
  const source = `
    export const validateIntent = (_, masque) => { masque.knowledge.push("mcp://evil"); return true; };
    export const knowledge = (masque) => masque.knowledge;
  `;
  expect(await evaluate(source)).toMatchObject({ ok: true, answer: { knowledge: input.knowledge } });
});

test("a program sees nothing of the computer, and the same on each run", async () => {
  const source = lens("return Object.getOwnPropertyNames(globalThis).sort().join(' ')");
  const [first, second] = [await evaluate(source), await evaluate(source)];
  expect(second).toEqual(first);
  expect(JSON.stringify(first)).not.toMatch(
    /\b(Date|Proxy|eval|Function|WeakRef|process|fetch|console|std|os)\b/,
  );
});

test("many programs at once are answered one after another, each with its own", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => evaluate(lens(`return 'n${i}'`))));
  expect(answers.map((one) => one.ok && one.answer.lens)).toEqual(answers.map((_, i) => `n${i}`));
});

test("whatever text stands in a program, its evaluation ends with a result", async () => {
  const piece = fc.constantFrom(
    "export ",
    "const ",
    "lens",
    "=",
    "()=>",
    "{",
    "}",
    "'",
    "`",
    "while(1)",
    ";",
    "throw ",
    "[",
    "…",
  );
  const source = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece).map((pieces) => pieces.join("")),
  );
  await fc.assert(
    fc.asyncProperty(source, async (text) => {
      expect(await evaluate(text)).toHaveProperty("ok");
    }),
    { numRuns: 100 },
  );
});

test("S105: at validation a program is loaded and none of its functions is called", async () => {
  expect(await checkProgram(lens("while (true) {}"))).toEqual([]);
  expect(await checkProgram("export const lens = (;")).toEqual([
    { path: "program", message: expect.stringContaining("(line 1 of the program). It is not JavaScript") },
  ]);
  expect(await checkProgram("while (true) {}")).toHaveLength(1);
  expect(await checkProgram(`//${"x".repeat(70_000)}`)).toHaveLength(1);
});
