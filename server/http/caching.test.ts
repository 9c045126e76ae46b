import { expect, test } from "vitest";
import { openTestRegistry, type TestRegistry } from "../test-registry";
import { routes } from "./routes";

const open = () =>
  openTestRegistry({ masques: { homelab: { versions: ["1.0.0", "2.0.0"] }, guide: { ring: "outsider" } } });

const get = (registry: TestRegistry, path: string, headers: Record<string, string> = {}, method = "GET") =>
  registry.as("player").http(method, `/api/v1${path}`, undefined, headers);

test.each(["/resolve/homelab@1", "/masques/homelab/versions/1", "/masques/homelab/versions/1/source"])(
  "what %s answers never changes: a year, its digest as tag, and not again to who has it",
  async (path) => {
    const registry = await open();
    const { digest } = await registry.as("player").invoke("masque.source", { name: "homelab", version: "1" });
    const whole = await get(registry, path);
    expect(whole.headers).toMatchObject({
      etag: `"${digest}"`,
      "cache-control": "private, max-age=31536000, immutable",
      vary: expect.stringContaining("Authorization"),
    });
    for (const asked of [`"${digest}"`, `W/"${digest}"`, `"other", "${digest}"`, "*"]) {
      const kept = await get(registry, path, { "if-none-match": asked });
      expect(kept, asked).toMatchObject({ status: 304, text: "" });
      expect(kept.headers, asked).toMatchObject({
        etag: `"${digest}"`,
        "cache-control": whole.headers["cache-control"],
      });
    }
    for (const asked of ['"other"', digest, ""])
      expect((await get(registry, path, { "if-none-match": asked })).status, asked).toBe(200);
  },
);

test("only what everybody may see is kept by caches that everybody shares", async () => {
  const registry = await open();
  for (const path of ["/resolve/guide@1", "/masques/guide/versions/1/source"])
    expect((await get(registry, path)).headers["cache-control"], path).toMatch(/^public, /);
  for (const path of ["/resolve/homelab@1", "/masques/homelab/versions/1/source"])
    expect((await get(registry, path)).headers["cache-control"], path).toMatch(/^private, /);
});

test("a moving reference has another tag than its pin, and is asked for again after a minute", async () => {
  const registry = await open();
  const [pin, moving] = [
    await get(registry, "/resolve/homelab@2"),
    await get(registry, "/resolve/homelab@latest"),
  ];
  expect(moving.headers.etag).not.toBe(pin.headers.etag);
  expect(moving.headers["cache-control"]).toBe("private, max-age=60");
  expect(
    (await get(registry, "/resolve/homelab@latest", { "if-none-match": pin.headers.etag ?? "" })).status,
  ).toBe(200);
  expect(
    (await get(registry, "/resolve/homelab", { "if-none-match": moving.headers.etag ?? "" })).status,
  ).toBe(304);
});

test("whether a version still stands is never kept by anybody", async () => {
  const registry = await open();
  expect((await get(registry, "/masques/homelab/versions/1/status")).headers["cache-control"]).toBe(
    "no-store",
  );
  for (const path of ["/resolve/never@1", "/masques/never", "/resolve/@"])
    expect((await get(registry, path)).headers["cache-control"], path).toBe("no-store");
});

test("HEAD answers every GET with the same status and headers, and no body", async () => {
  const registry = await open();
  for (const { path } of routes.filter(({ method }) => method === "GET")) {
    const target = path
      .replace(/:(name|handle|id)/, "homelab")
      .replace(":version", "1")
      .replace(":reference", "homelab@1")
      .concat(path.endsWith("/diff") ? "?from=1&to=2" : path === "/resolve" ? "?ref=homelab@1" : "");
    const [whole, head] = [await get(registry, target), await get(registry, target, {}, "HEAD")];
    expect(head, target).toMatchObject({ status: whole.status, text: "" });
    expect(head.comparable().headers, target).toEqual(whole.comparable().headers);
  }
});
