import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const PAGE = join(import.meta.dirname, "requirements.md");
const DEMANDS = Array.from({ length: 130 }, (_, index) => index + 1);

/** A test that cites a demand: where it stands and what it says, without the numbers. */
interface Holder {
  readonly file: string;
  readonly name: string;
}

/** Every test and browser journey of the repository, in order, wherever a person would have written one. */
function testFiles(folder = ROOT): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith(".") && !["node_modules", "dist", "data", "generated"].includes(name),
  );
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return testFiles(path);
      return /\.(test|journey)\.ts$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

/** The demands that a list such as `S54, S57 S65–S68` names. */
function numbersOf(list: string): number[] {
  return [...list.matchAll(/S(\d+)(?:\s*[–-]\s*S(\d+))?/g)].flatMap(([, first, last = first]) =>
    DEMANDS.filter((demand) => demand >= Number(first) && demand <= Number(last)),
  );
}

/** Which tests hold which demand: those whose name begins with its number. */
function findHolders(sources: readonly { file: string; source: string }[]): Map<number, Holder[]> {
  const holders = new Map<number, Holder[]>();
  const title = /(["'`])(?<list>S\d+(?:[\s,–-]+S\d+)*): (?<name>(?:\\.|(?!\1)[^\\\n])+)\1/g;
  for (const { file, source } of sources) {
    for (const { groups } of source.matchAll(title)) {
      for (const demand of numbersOf(groups?.list ?? "")) {
        const name = (groups?.name ?? "").replaceAll(/\\(["'`])/g, "$1");
        holders.set(demand, [...(holders.get(demand) ?? []), { file, name }]);
      }
    }
  }
  return holders;
}

/** The page with, below each demand, the tests that hold it now. */
function withHolders(page: string, holders: ReadonlyMap<number, Holder[]>): string {
  const written = page.replaceAll(/^\*\*S(\d+)\*\* (.+)\n\n(?:- .*\n)*/gm, (_, demand, text) => {
    const lines = holders
      .get(Number(demand))
      ?.map(({ file, name }) => `- \`${file} › ${name.replaceAll("`", "'")}\`\n`);
    return `**S${demand}** ${text}\n\n${lines?.join("") ?? "- — none yet —\n"}`;
  });
  return written.replace(/^Held by tests: .*$/m, `Held by tests: ${holders.size} of ${DEMANDS.length}.`);
}

test("the page names the tests that hold each demand (`npx vitest run docs/requirements.test.ts -u` writes them)", async () => {
  const sources = testFiles().map((path) => ({
    file: relative(ROOT, path),
    source: readFileSync(path, "utf8"),
  }));
  const page = withHolders(readFileSync(PAGE, "utf8"), findHolders(sources));
  await expect(page).toMatchFileSnapshot(PAGE);
});

test("the page has every demand, once, in order", () => {
  const found = [...readFileSync(PAGE, "utf8").matchAll(/^\*\*S(\d+)\*\* \S/gm)].map(([, demand]) =>
    Number(demand),
  );
  expect(found).toEqual(DEMANDS);
});

test("a test's name may cite one demand, several, or a row of them", () => {
  const source = [
    'test("#1: one", () => {});',
    "test.each([1])(`#2, #3 #5–#7: many \\`%s\\``, () => {});",
    'test("about #9 and #10: nothing", () => {});',
  ].join("\n");
  // With another sign in front, or this very test would be found to hold them.
  const holders = findHolders([{ file: "some.test.ts", source: source.replaceAll("#", "S") }]);
  expect([...holders.keys()]).toEqual([1, 2, 3, 5, 6, 7]);
  expect(holders.get(6)).toEqual([{ file: "some.test.ts", name: "many `%s`" }]);
});
