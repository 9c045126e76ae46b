import { existsSync, readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { chromium } from "playwright-core";
import { getQuickJS } from "quickjs-emscripten";
import { expect, test } from "vitest";
import { type Definition, readDefinition } from "../definition";
import { readCases } from "../intent/cases";
import { compileIntent } from "../intent/compile";
import { compileMasque } from "./compile";
import { intent, patterns } from "./fixtures/generated-intents";
import type { AccessRequest } from "./runtime";
import { RUNTIME } from "./runtime.generated";

type Exports = typeof import("./runtime") & Record<"name" | "version" | "digest" | "ringRequired", string>;

const { definition } = readDefinition(
  readFileSync(new URL("../../../personas/homelab.masque.yaml", import.meta.url)),
  { fileName: "homelab.masque.yaml" },
);
if (!definition) throw new Error("the shipped homelab cannot be read");
const homelab: Definition = definition;
const identity = { name: "homelab", digest: "sha256-dGVzdA==" };
const compiled = compileMasque(homelab, identity);

const table = readCases(readFileSync(new URL("../intent/intent-cases.md", import.meta.url), "utf8"));
const intents = table.flatMap(({ cases }) => cases.map(({ intent }) => intent));
const check = compileIntent(homelab.intent);
const expected = JSON.stringify(intents.map(check));

// A module, once imported, is never freed, and ten thousand would be too many: this runs the same text as a function.
const runtime: (declared: unknown) => Exports = runInThisContext(
  `(DECLARED) => {${RUNTIME.replace(/export\{(.*)\};?$/, (_all, list: string) => `return {${list.replaceAll(/(\w+) as (\w+)/g, "$2:$1")}}`)}}`,
);

function instance(text: string): Exports {
  const head = text.slice(0, -RUNTIME.length - 1);
  expect(text).toBe(`${head}${RUNTIME}\n`);
  return runtime(runInThisContext(`(() => {${head.replaceAll(/^export /gm, "")} return DECLARED})()`));
}

test("S98 S99: a definition compiles to one module without imports, six kilobytes and its own text", () => {
  expect(compiled).not.toMatch(/\bimport\b/);
  expect(compiled).not.toMatch(/allowed_patterns/);
  const own = compileMasque(
    { ...homelab, context: null, lens: "", intent: { allowed: [], denied: [] } },
    identity,
  );
  expect(Buffer.byteLength(own)).toBeLessThan(Buffer.byteLength(RUNTIME) + 700);
});

test("S99: compiling twice gives the same bytes, with the source's digest inside", () => {
  expect(compileMasque(structuredClone(homelab), identity)).toBe(compiled);
  expect(compiled).toContain(`export const digest = "${identity.digest}";`);
});

test("S100 S101 S102 S104 S105: in Node the module says what its file says", async () => {
  const module: Exports = await import(`data:text/javascript,${encodeURIComponent(compiled)}`);
  expect(module).toMatchObject({ name: "homelab", version: "2.3.0", ringRequired: "player", program: null });
  expect(module.context()).toBe(homelab.context);
  expect(module.knowledge()).toEqual(homelab.knowledge);
  expect(module.lens()).toBe(homelab.lens);
  expect(JSON.stringify(intents.map(module.validateIntent))).toBe(expected);
});

test("S99 S107: in a browser page the same module gives the same answers", async () => {
  const executablePath = [
    process.env.CHROMIUM_PATH ?? "",
    "/usr/bin/chromium",
    chromium.executablePath(),
  ].find(existsSync);
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync".split(
      " ",
    ),
  });
  try {
    const page = await browser.newPage();
    const said = await page.evaluate(`(async () => {
      const blob = new Blob([${JSON.stringify(compiled)}], { type: "text/javascript" });
      const module = await import(URL.createObjectURL(blob));
      return { answers: JSON.stringify(${JSON.stringify(intents)}.map(module.validateIntent)), lens: module.lens() };
    })()`);
    expect(said).toEqual({ answers: expected, lens: homelab.lens });
  } finally {
    await browser.close();
  }
});

test("S99 S107: in QuickJS the same module gives the same answers", async () => {
  const quickjs = await getQuickJS();
  const vm = quickjs.newContext();
  const module = vm.unwrapResult(vm.evalCode(compiled, "masque", { type: "module" }));
  vm.setProp(vm.global, "masque", module);
  const said = vm.unwrapResult(
    vm.evalCode(`JSON.stringify(${JSON.stringify(intents)}.map(masque.validateIntent))`),
  );
  expect(vm.getString(said)).toBe(expected);
  for (const handle of [said, module, vm]) handle.dispose();
});

test("S74 S107: ten thousand generated pattern sets and intents meet one answer in program and server", () => {
  fc.assert(
    fc.property(patterns, patterns, intent, (allowed, denied, stated) => {
      const program = instance(compileMasque({ ...homelab, intent: { allowed, denied } }, identity));
      const [there, here] = [program.validateIntent(stated), compileIntent({ allowed, denied })(stated)];
      if (JSON.stringify(there) !== JSON.stringify(here)) expect(there).toEqual(here);
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

const withAccess = (access: Partial<NonNullable<Definition["access"]>>): Exports =>
  instance(
    compileMasque(
      { ...homelab, access: { vault_role: "r", ttl: "session", audience: "r", elevations: {}, ...access } },
      identity,
    ),
  );

test("S103: keys are minted by the registry, or fetched where the file says vault", () => {
  const session = { duration: 600 };
  expect(withAccess({}).access(session)).toEqual<AccessRequest>({
    action: "mint",
    provider: "oidc",
    role: "r",
    audience: "r",
    scope: null,
    ttl: 600,
    elevations: {},
  });
  expect(withAccess({ provider: "vault" }).access(session)?.action).toBe("fetch");
  expect(instance(compileMasque({ ...homelab, access: null }, identity)).access(session)).toBeNull();
});

test("S106 S110: no key outlives the session, and ttl: session is what is left of it", () => {
  const elevations = { root: { role: "root", ttl: "PT10M", approval: "required" as const } };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 43_200 }), (duration) => {
      const hour = withAccess({ ttl: "PT1H", elevations }).access({ duration });
      expect(hour?.ttl).toBe(Math.min(3600, duration));
      expect(hour?.elevations.root?.ttl).toBe(Math.min(600, duration));
      expect(withAccess({}).access({ duration })?.ttl).toBe(duration);
    }),
    { numRuns: 20 },
  );
  expect(() => withAccess({}).access({ duration: 0 })).toThrow("duration in seconds");
});

test("a definition's text can neither break out of the module nor out of a page's script", () => {
  const nasty = "`$" + "{1}\\\"'\u2028</script><!--\n*/ export const name = 'x'";
  const program = compileMasque({ ...homelab, lens: nasty, context: nasty }, identity);
  expect(program).not.toMatch(/<\/script|<!--/);
  expect([instance(program).lens(), instance(program).context()]).toEqual([nasty, nasty]);
});

test("code is carried as text, and is not run by importing the module", () => {
  const program = "globalThis.ran = true; export function lens() { return 'x'; }";
  const text = compileMasque({ ...homelab, program }, identity);
  expect(instance(text).lens()).toBe(homelab.lens);
  expect(globalThis).not.toHaveProperty("ran");
  expect(text).toContain(JSON.stringify(program));
});

test("S108 S109: the seed's own .masque compiles, under either spelling of its lists", () => {
  const seed = (allowed: string, denied: string) => `version: 2.3
ring: player
intent:
  ${allowed}: ["deploy *", "debug *", "investigate *"]
  ${denied}: ["delete *", "destroy *"]
lens: |
  You're operating Chris's homelab...
`;
  const programs = [seed("allowed_patterns", "denied_patterns"), seed("allowed", "denied")].map((source) => {
    const { definition: read } = readDefinition(Buffer.from(source), { fileName: "homelab.masque" });
    return read && compileMasque(read, identity);
  });
  expect(programs[0]).toBe(programs[1]);
  expect(instance(programs[0] ?? "").validateIntent("deploying monitoring stack").allowed).toBe(true);
});
