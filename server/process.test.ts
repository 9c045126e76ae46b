import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#registry/git/repository.fixture";
import { bundleProgram, run } from "#registry/process.fixture";
import { lockFolder } from "#registry/store/lock";
import { masqueFile, send } from "./test-registry";

const TOKEN = "sixteen letters!";
const FOUNDER = { token: TOKEN, handle: "ada", name: "Ada", password: "correct horse battery" };

test("a second server on a data folder is refused in one line that says what to do", async () => {
  const program = await bundleProgram(path.join(import.meta.dirname, "main.ts"));
  const home = temporaryFolder();
  const lock = lockFolder(home);
  const second = await run([process.execPath, program], { env: { MASQUE_HOME: home, PORT: "0" } }).ended;
  lock?.release();
  expect(second).toMatchObject({ code: 1, lines: [] });
  expect(second.errors).toBe(
    `Another process has the data folder ${home}. Stop it, or set MASQUE_HOME to another.\n`,
  );
});

test("a wrong setting stops the server with one line and no stack", async () => {
  const program = await bundleProgram(path.join(import.meta.dirname, "main.ts"));
  const env = { MASQUE_HOME: temporaryFolder(), PORT: "eighty" };
  const { code, lines, errors } = await run([process.execPath, program], { env }).ended;
  expect({ code, lines }).toEqual({ code: 1, lines: [] });
  expect(errors).toBe('PORT must be a whole number from 0 to 65535; it is "eighty".\n');
});

test("a start right after kill −9 works, keeps a third one out, and has all that was acknowledged", async () => {
  const program = await bundleProgram(path.join(import.meta.dirname, "process.fixture.ts"));
  const env = { MASQUE_HOME: temporaryFolder(), MASQUE_FOUNDING_TOKEN: TOKEN };
  const start = () => run([process.execPath, program], { env });
  const urlOf = async (server: ReturnType<typeof start>) =>
    `http://127.0.0.1:${(await server.line(/^ready/)).replace("ready ", "")}`;

  const first = start();
  const url = await urlOf(first);
  const founded = await send(url, { method: "POST", target: "/api/v1/found", body: FOUNDER, headers: {} });
  const headers = { authorization: `Bearer ${founded.json().token}` };
  const body = { source: masqueFile() };
  const published = await send(url, {
    method: "POST",
    target: "/api/v1/masques/homelab/versions",
    body,
    headers,
  });
  expect([founded.status, published.status]).toEqual([201, 201]);
  expect((await start().ended).errors).toContain("Another process has the data folder");

  first.child.kill("SIGKILL");
  await first.ended;
  const next = await urlOf(start());
  const pin = await send(next, { method: "GET", target: "/api/v1/resolve/homelab@1", headers });
  expect(pin.json()).toMatchObject({ version: "1.0.0", digest: published.json().digest });
});
