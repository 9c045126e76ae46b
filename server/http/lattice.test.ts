import { expect, test } from "vitest";
import { RINGS, type Ring, rank } from "#registry/masque/ring";
import { operations } from "#registry/operations";
import type { Schema } from "#registry/schema-type";
import { masqueFile, openTestRegistry, type TestRegistry, type TestReply } from "../test-registry";
import { type Route, routes } from "./routes";

/** Operations that say of a name or handle that it is taken; that is the one thing that shows. */
const SAY_TAKEN = new Set(["masque.publish", "agent.create", "member.join", "community.found"]);

/** A value that fits a schema, well enough to get past its shape. */
function sample(schema: Schema, name = ""): unknown {
  const {
    type,
    properties = {},
    required = [],
    items,
    minProperties = 0,
  } = schema as {
    type?: string;
    enum?: unknown[];
    properties?: Record<string, Schema>;
    required?: string[];
    items?: Schema;
    minProperties?: number;
  };
  if (schema.enum) return (schema.enum as unknown[])[0];
  if (name === "source") return masqueFile({ ring: "outsider" });
  if (name === "from" || name === "to") return "1.0.0";
  if (type === "object") {
    const wanted = required.length > 0 ? required : Object.keys(properties).slice(0, minProperties);
    return Object.fromEntries(wanted.map((key) => [key, sample(properties[key] as Schema, key)]));
  }
  if (type === "array") return [sample(items ?? {})];
  if (type === "boolean") return true;
  return type === "integer" ? 1 : "some text that is long enough";
}

function bodyOf(route: Route): unknown {
  if (route.method === "GET") return undefined;
  const input = sample(operations[route.operation].input) as Record<string, unknown>;
  for (const [, parameter] of route.path.matchAll(/:(\w+)/g)) delete input[parameter as string];
  return input;
}

/** An address of a route, with everything in it named so. */
function targetOf({ path, operation }: Route, name: string): string {
  const filled = path
    .replace(":name", name)
    .replace(":handle", name)
    .replace(":reference", `${name}@1`)
    .replace(":version", "1.0.0")
    .replace(":id", name);
  const query: Partial<Record<Route["operation"], string>> = { "masque.diff": "?from=1.0.0&to=1.0.0" };
  const moving = operation === "masque.resolve" && path === "/resolve" ? `?ref=${name}@1` : "";
  return `/api/v1${filled}${query[operation] ?? moving}`;
}

/** An answer with the request's own echo taken out. */
function without({ comparable }: TestReply, name: string): string {
  return JSON.stringify(comparable()).replaceAll(name, "NAME");
}

async function hide(registry: TestRegistry, ring: Ring, name: string) {
  await registry.publish(name, masqueFile({ ring }));
  await registry.as(ring, name).invoke("me.show", {});
}

const naming = routes.filter(
  ({ path, operation }) => /:(name|handle|reference|id)|^\/resolve$/.test(path) && !SAY_TAKEN.has(operation),
);
const listing = routes.filter(
  ({ method, path }) => method === "GET" && !path.includes(":") && path !== "/resolve",
);

test.each(RINGS.slice(1))(
  "S34: to every ring below %s, what stands there is what never was, by every route and verb",
  async (above) => {
    const registry = await openTestRegistry();
    const viewers = RINGS.filter((ring) => rank(ring) < rank(above));
    for (const viewer of viewers)
      await registry
        .as(viewer, `viewer-${viewer}`)
        .invoke("me.show", {})
        .catch(() => {});
    await hide(registry, above, "hidden-one");
    // Who may see it does, or all below would prove nothing.
    const peer = registry.as(above, "a-peer");
    expect((await peer.http("GET", "/api/v1/masques/hidden-one")).status).toBe(200);
    expect((await peer.http("GET", "/api/v1/members/hidden-one")).status).toBe(200);
    for (const viewer of viewers) {
      const caller = registry.as(viewer, `viewer-${viewer}`);
      for (const route of naming) {
        const ask = (name: string) => caller.http(route.method, targetOf(route, name), bodyOf(route));
        const [hidden, absent] = [await ask("hidden-one"), await ask("absent-one")];
        const line = `${viewer}: ${route.method} ${route.path}`;
        expect([line, without(hidden, "hidden-one")]).toEqual([line, without(absent, "absent-one")]);
      }
    }
  },
);

test.each(RINGS.slice(1))(
  "S34: no list, count or chart below %s changes by what appears there",
  async (above) => {
    const registry = await openTestRegistry({ masques: { guide: { ring: "outsider" } } });
    const viewers = RINGS.filter((ring) => rank(ring) < rank(above));
    const look = async () => {
      const seen: [string, string][] = [];
      for (const viewer of viewers) {
        for (const route of listing) {
          const reply = await registry
            .as(viewer, `viewer-${viewer}`)
            .http(route.method, `/api/v1${route.path}`);
          seen.push([`${viewer}: ${route.path}`, JSON.stringify(reply.comparable())]);
        }
      }
      return seen;
    };
    for (const viewer of viewers) await registry.as(viewer, `viewer-${viewer}`).invoke("me.show", {});
    const before = await look();
    await hide(registry, above, "hidden-one");
    expect(await look()).toEqual(before);
  },
);

test("S25: the anonymous list and resolve the masques of ring outsider, and no others", async () => {
  const masques = Object.fromEntries(RINGS.map((ring) => [`for-${ring}`, { ring }]));
  const registry = await openTestRegistry({ masques });
  const nobody = registry.as("outsider");
  const { items } = await nobody.invoke("masque.list", {});
  expect(items.map(({ name }) => name)).toEqual(["for-outsider"]);
  const answers = await Promise.all(
    RINGS.map(async (ring) => (await nobody.http("GET", `/api/v1/resolve/for-${ring}@1`)).status),
  );
  expect(answers).toEqual([200, 404, 404, 404]);
});

test("S28: whatever becomes of its author's ring, a masque's bytes and digest stay", async () => {
  const registry = await openTestRegistry();
  const player = registry.as("player");
  await player.invoke("masque.publish", { name: "homelab", source: masqueFile() });
  const elder = registry.as("admin");
  const source = async () =>
    (await elder.http("GET", "/api/v1/masques/homelab/versions/1/source")).comparable();
  const before = await source();
  await elder.invoke("member.disapprove", { handle: "some-player", reason: "seen" });
  expect(await source()).toEqual(before);
  await elder.invoke("member.confirm-disapproval", { handle: "some-player", reason: "seen" });
  expect(await source()).toEqual(before);
});
