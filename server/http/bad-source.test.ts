import { createConnection } from "node:net";
import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, send, type TestRegistry } from "../test-registry";

const deep = (depth: number) => `x-deep: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
const bomb = `x-a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
  .split("")
  .map((key, index) => `x-${key}: &${key} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(",")}]\n`)
  .join("")}`;

/** What is wrong with a file, and where its first error says that it is. */
const SOURCES: [what: string, source: string | Buffer, place: { line?: number; path?: string }][] = [
  ["a YAML bomb", masqueFile({ more: bomb }), { line: 7 }],
  ["a hundred levels", masqueFile({ more: deep(100) }), { line: 7 }],
  ["ten thousand levels", masqueFile({ more: deep(10_000) }), { line: 7 }],
  ["a key given twice", masqueFile({ more: "lens: Another.\n" }), { line: 7 }],
  ["an anchor", masqueFile({ more: "context: &here text\n" }), { line: 7 }],
  ["a merge", masqueFile({ more: "x-a: { <<: { b: 1 } }\n" }), { line: 7 }],
  ["a tag", masqueFile({ more: "context: !!js/function x\n" }), { line: 7 }],
  ["tabs for indentation", masqueFile({ more: "attributes:\n\ttagline: x\n" }), { line: 8 }],
  ["a byte order mark", `\ufeff${masqueFile()}`, { line: 1 }],
  ["NUL", masqueFile({ more: "context: a\0b\n" }), { line: 7 }],
  ["an escape character", masqueFile({ more: "context: a\x1b[31mb\n" }), { line: 7 }],
  ["a lone carriage return", masqueFile({ more: "context: a\rb\n" }), { line: 7 }],
  [
    "bytes that are no UTF-8",
    Buffer.concat([Buffer.from(masqueFile({ more: "context: a" })), Buffer.of(0xc3, 0x28)]),
    { line: 7 },
  ],
  ["UTF-16", Buffer.from(masqueFile(), "utf16le"), { line: 1 }],
  ["more than 64 KiB", masqueFile({ more: `context: ${"x".repeat(65_536)}\n` }), {}],
  ["two documents", `${masqueFile()}---\nversion: 2\n`, {}],
  ["nothing", "\n", {}],
  ["a list", "- version: 1\n", { line: 1 }],
  ["a version of four numbers", masqueFile({ version: "v1.2.3.4" }), { path: "version", line: 1 }],
  ["a version with a leading zero", masqueFile({ version: "01.2" }), { path: "version", line: 1 }],
  ["a version in scientific notation", masqueFile().replace('"1.0.0"', "1e3"), { path: "version", line: 1 }],
  ["a version beyond all counting", masqueFile({ version: "99999999999" }), { path: "version", line: 1 }],
  ["a negative version", masqueFile().replace('"1.0.0"', "-1"), { path: "version", line: 1 }],
  ["a ring that is none", masqueFile().replace("ring: player", "ring: king"), { path: "ring", line: 2 }],
];

const PUBLISH = "/api/v1/masques/homelab/versions";

async function expectNothingWritten({ runtime }: TestRegistry): Promise<void> {
  const { reader } = runtime.store;
  expect([await reader.masque.count(), await reader.version.count(), runtime.shelf.size]).toEqual([0, 0, 0]);
}

test("a broken file is refused with the place where it is broken, as YAML and in JSON, and nothing is written", async () => {
  const registry = await openTestRegistry();
  const player = registry.as("player");
  const yaml = { "content-type": "application/yaml" };
  for (const [what, source, place] of SOURCES) {
    const published = (await player.http("POST", PUBLISH, source, yaml)).json();
    expect(published, what).toMatchObject({ status: 400, code: "invalid" });
    expect(published.errors, what).toMatchObject({ 0: { ...place, message: expect.any(String) } });

    const checked = await player.http("POST", "/api/v1/validate", source, yaml);
    if (checked.status === 200) expect(checked.json(), what).toMatchObject({ valid: false });
    expect(checked.json().errors, what).toEqual(published.errors);
    if (typeof source === "string")
      expect((await player.http("POST", PUBLISH, { source })).json().errors, what).toEqual(published.errors);
  }
  await expectNothingWritten(registry);
}, 120_000);

test("half a character, which only JSON can carry, is refused where it stands", async () => {
  const registry = await openTestRegistry();
  const source = masqueFile({ more: "context: a" });
  const body = JSON.stringify({ source }).replace(/"}$/, '\\ud800b\\n"}');
  const reply = await registry
    .as("player")
    .http("POST", "/api/v1/masques/homelab/versions", body, { "content-type": "application/json" });
  expect(reply.json()).toMatchObject({ status: 400, code: "invalid", errors: [{ line: 7, column: 11 }] });
  await expectNothingWritten(registry);
});

test("line ends of Windows and any script of the world are what they are, to the byte", async () => {
  const registry = await openTestRegistry();
  const source = masqueFile({ more: "context: Grüße, 世界, שלום, 👩‍🚒\n" }).replaceAll("\n", "\r\n");
  const yaml = { "content-type": "text/yaml" };
  const publish = await registry.as("player").http("POST", "/api/v1/masques/homelab/versions", source, yaml);
  expect(publish.status).toBe(201);
  expect((await registry.as("player").http("GET", "/api/v1/masques/homelab/versions/1/source")).text).toBe(
    source,
  );
});

test("a body that is no JSON object is refused as broken", async () => {
  const registry = await openTestRegistry();
  for (const [body, type] of [
    ["{", "application/json"],
    ["[]", "application/json"],
    ["null", "application/json"],
    ['"text"', "application/json"],
    ["version: 1", "text/plain"],
    ["a=b", "application/x-www-form-urlencoded"],
  ] as const) {
    const reply = await registry.as("player").http("POST", PUBLISH, body, { "content-type": type });
    expect(reply.json(), body).toMatchObject({ status: 400, code: "invalid" });
  }
});

test("S48: a body of ten megabytes is refused before it is read, and the connection ended", async () => {
  const registry = await openTestRegistry();
  const { token } = registry.as("player");
  await registry.as("player").http("GET", "/api/v1/me");
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = createConnection(Number(new URL(registry.url).port), "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" || error.code === "EPIPE" ? undefined : reject(error),
    );
    socket.on("close", () => resolve(text));
    const size = 10 * 2 ** 20;
    socket.write(
      `POST /api/v1/masques/homelab/versions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/yaml\r\nContent-Length: ${size}\r\n\r\n`,
    );
    socket.write(Buffer.alloc(600 * 1024, "x"));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer.toLowerCase()).toContain("connection: close");
  expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")))).toMatchObject({
    status: 413,
    code: "too_large",
  });
  await expectNothingWritten(registry);
});

test("S48: a masque is at most 64 KiB, to the byte", async () => {
  const registry = await openTestRegistry();
  const fill = (size: number) => {
    const start = masqueFile({ more: "context: " });
    return `${start}${"x".repeat(size - start.length - 1)}\n`;
  };
  const publish = (size: number) =>
    registry.as("player").http("POST", "/api/v1/masques/homelab/versions", { source: fill(size) });
  const tooLarge = await publish(65_537);
  expect(tooLarge.json()).toMatchObject({ status: 400, code: "invalid" });
  expect((tooLarge.json().errors as unknown as { message: string }[])[0]?.message).toContain("65537 bytes");
  expect((await publish(65_536)).status).toBe(201);
});

test("S48, S82: what a definition points to is named by address; content in its place is refused", async () => {
  const registry = await openTestRegistry();
  const publish = (pointer: string) =>
    registry.as("player").http("POST", "/api/v1/masques/homelab/versions", {
      source: masqueFile({ more: `knowledge: [${pointer}]\n` }),
    });
  for (const pointer of [
    '"The router is 10.0.0.1."',
    '"data:text/plain,x"',
    '"https://wiki.example/page"',
    "{ text: x }",
    "|",
  ])
    expect((await publish(pointer)).status, pointer).toBe(400);
  expect((await publish("mcp://homelab-inventory")).status).toBe(201);
  const { text } = await registry.as("player").http("GET", "/api/v1/resolve/homelab@1");
  expect(JSON.parse(text).knowledge).toEqual(["mcp://homelab-inventory"]);
});

test("two hundred broken files at once harm nobody", async () => {
  const registry = await openTestRegistry({ masques: { good: {} } });
  const replies = await Promise.all(
    Array.from({ length: 200 }, (_, number) =>
      registry.as("player").http("POST", "/api/v1/validate", SOURCES[number % SOURCES.length]?.[1], {
        "content-type": "application/yaml",
      }),
    ),
  );
  for (const { status } of replies) expect([200, 400]).toContain(status);
  const good = await send(registry.url, { method: "GET", target: "/healthz", headers: {} });
  expect(good.status).toBe(200);
});
