import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "#server/config";
import { FOUNDING_TOKEN, type RunningRegistry, startRegistry } from "../e2e/start-registry";

const ROOT = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** The pages whose blocks ```sh run are commands that must work, in the order of the page. */
const RUNNABLE = ["README.md", "docs/api.md", "docs/operations.md"];
const BLOCK = /^```sh run\n(?<command>[\s\S]*?)^```\n(?:\n```(?:json|text)\n(?<answer>[\s\S]*?)\n```)?/gm;

/** A command, and what the page says that it answers; `…` stands for anything. */
interface Example {
  readonly at: string;
  readonly command: string;
  readonly answer: string;
}

function examplesOf(file: string): Example[] {
  const page = read(file);
  return [...page.matchAll(BLOCK)].map(({ index, groups }) => ({
    at: `${file}:${page.slice(0, index).split("\n").length}`,
    command: groups?.command ?? "",
    answer: groups?.answer ?? "",
  }));
}

/** What the answer must be, but for white space: pages are laid out for people. */
function patternOf(answer: string): RegExp {
  const parts = answer.split("…").map((part) => dense(part).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*?")}$`);
}

function dense(text: string): string {
  return text.replaceAll(/\s/g, "");
}

const tools = ["curl", "git"];
const found = (process.env.PATH ?? "")
  .split(":")
  .flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
/** `npm test` builds before it tests; who runs one test in a fresh clone has no server, and a bare machine may have no curl. */
const able = existsSync(join(ROOT, "dist/server.js")) && tools.every((tool) => found.includes(tool));

describe.skipIf(!able)("what the pages tell one to type works as they say", () => {
  let registry: RunningRegistry;
  let token = "";

  beforeAll(async () => {
    registry = await startRegistry();
    const person = { handle: "ada", name: "Ada", password: "the one who reads the readme" };
    const reply = await fetch(`${registry.url}/api/v1/found`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: FOUNDING_TOKEN, ...person }),
    });
    token = ((await reply.json()) as { token: string }).token;
  });
  afterAll(() => registry?.stop());

  test.each(RUNNABLE.flatMap(examplesOf))("$at", async ({ command, answer }) => {
    const here = command
      .replaceAll("http://localhost:3000", registry.url)
      .replaceAll("data/", `${registry.home}/`);
    const env = { ...process.env, MASQUE_TOKEN: token };
    const { stdout } = await promisify(execFile)("sh", ["-euc", here], { cwd: ROOT, env });
    expect(dense(stdout)).toMatch(patternOf(answer));
  });
});

test("S77: every file that a page names is there", () => {
  const pages = [
    "README.md",
    ...readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).map((file) => `docs/${file}`),
  ];
  const dead = pages
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].flatMap(([, target = ""]) =>
        existsSync(join(ROOT, dirname(file), target)) ? [] : [`${file} → ${target}`],
      ),
    );
  expect(dead).toEqual([]);
});

test("the README's table has every setting that the server reads, and no other", () => {
  const asked = new Set<string>();
  const environment = new Proxy<Record<string, string>>(
    { MASQUE_HOME: "unused", NEXTAUTH_SECRET: "given, so that none is made" },
    {
      get(target, name) {
        asked.add(String(name));
        return target[String(name)];
      },
    },
  );
  readConfig(environment, ROOT);
  const rows = read("README.md").match(/^\| `[A-Z].*$/gm) ?? [];
  const named = rows.flatMap((row) => row.split("|")[1]?.match(/[A-Z_]{4,}/g) ?? []);
  expect(named.sort()).toEqual([...asked].sort());
});
