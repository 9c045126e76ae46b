import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "../test-registry";

const CASES = [
  "deploy grafana",
  "deploying x",
  "delete logs",
  "deploy then delete it",
  "",
  "monitor",
  "please deploy",
];

test("S99 S100: the program that is served decides as the registry does", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  const player = registry.as("player");
  const reply = await player.http("GET", "/api/v1/masques/homelab/versions/1.0.0/program");
  expect(reply.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(reply.text).not.toMatch(/^\s*import\b/m);
  const module = await import(`data:text/javascript,${encodeURIComponent(reply.text)}`);
  expect(module.ringRequired).toBe("player");
  for (const intent of CASES.filter((text) => text !== "")) {
    const { reference: _reference, ...served } = await player.invoke("intent.check", {
      masque: "homelab@1",
      intent,
    });
    expect(module.validateIntent(intent)).toEqual(served);
  }
});

test("S9: an intent that says nothing is refused before anything is matched", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  const reply = await registry
    .as("player")
    .http("POST", "/api/v1/intents/check", { masque: "homelab@1", intent: " \n" });
  expect(reply.status).toBe(422);
  expect(reply.json()).toMatchObject({ code: "unprocessable.intent_missing" });
});

test("S105: code narrows what the patterns allow, and says so", async () => {
  const registry = await openTestRegistry();
  const program =
    "program: |\n  export function validateIntent(intent) { return !intent.includes('friday'); }\n";
  await registry.publish("homelab", masqueFile({ more: program }));
  const ask = (intent: string) =>
    registry.as("player").invoke("intent.check", { masque: "homelab@1", intent });
  expect(await ask("deploy x on monday")).toMatchObject({ allowed: true });
  expect(await ask("deploy x on friday")).toMatchObject({
    allowed: false,
    explain: expect.stringContaining("program"),
  });
});

test("a program that cannot run is refused when it is published, and nothing is written", async () => {
  const registry = await openTestRegistry();
  const source = masqueFile({ more: "program: |\n  export function lens( {\n" });
  const reply = await registry.as("player").http("POST", "/api/v1/masques/broken/versions", { source });
  expect(reply.status).toBe(400);
  expect(reply.json()).toMatchObject({ errors: [{ path: "program" }] });
  expect((await registry.as("player").http("GET", "/api/v1/masques/broken")).status).toBe(404);
});

test("programs and intents of what one may not see are as absent", async () => {
  const registry = await openTestRegistry({ masques: { vault: { ring: "admin" } } });
  const player = registry.as("player");
  for (const name of ["vault", "never"]) {
    expect((await player.http("GET", `/api/v1/masques/${name}/versions/1/program`)).status).toBe(404);
    const check = await player.http("POST", "/api/v1/intents/check", {
      masque: `${name}@1`,
      intent: "deploy x",
    });
    expect(check.status).toBe(404);
  }
});
