import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { type Actor, type Member, OUTSIDER, REGISTRY, SCOPES } from "#registry/actor";
import { type Published, publishMasque } from "#registry/catalog/publish";
import type { Config } from "#registry/config";
import { RINGS, type Ring, rank } from "#registry/masque/ring";
import { openRegistry, type Registry } from "#registry/open";
import { type InputOf, invoke, type Operation, type OutputOf } from "#registry/operation";
import { type OperationName, type Operations, operations } from "#registry/operations";
import { newToken } from "#registry/rings/issue-token";
import type { Log } from "#registry/runtime";
import { openStore, type Transaction } from "#registry/store/open";
import { createApi } from "./http/api";
import { createFront } from "./http/front";
import { createRateLimit } from "./http/rate-limit";
import { createMetrics } from "./metrics";

/** A clock that stands still until told otherwise. */
export interface TestClock {
  now(): Date;
  /** Moves on by so many milliseconds. */
  advance(milliseconds: number): void;
}

/** An answer over HTTP. `comparable` is all of it but what names the moment. */
export interface TestReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  json(): Record<string, never> & { [key: string]: unknown };
  comparable(): { status: number; headers: IncomingHttpHeaders; text: string };
}

/** Somebody who uses the registry: through the door, or over HTTP with a real token. */
export interface TestCaller {
  readonly actor: Actor;
  readonly token: string | undefined;
  invoke<Name extends OperationName>(
    name: Name,
    input: InputOf<Operations[Name]>,
  ): Promise<OutputOf<Operations[Name]>>;
  http(method: string, target: string, body?: unknown, headers?: Record<string, string>): Promise<TestReply>;
}

export interface TestRegistry extends Registry {
  readonly clock: TestClock;
  readonly url: string;
  /** What the registry logged, as `level message`. */
  readonly logged: string[];
  /** A member of that ring, with a token that carries all scopes; always the same for the same handle. */
  as(ring: Ring, handle?: string): TestCaller;
  /** Publishes by the registry itself. */
  publish(name: string, source: string): Promise<void>;
}

/** What a publication put there; a proposal put nothing there and fails the test. */
export function published(output: OutputOf<Operations["masque.publish"]>): Published {
  if (output.outcome === "proposed") throw new Error(`${output.name}@${output.version} was only proposed.`);
  return output;
}

/** A valid masque file, for tests that care for one thing in it. */
export function masqueFile(
  fields: { version?: string; ring?: Ring; lens?: string; more?: string } = {},
): string {
  const { version = "1.0.0", ring = "player", lens = "Look before you touch.", more = "" } = fields;
  return `version: "${version}"\nring: ${ring}\nintent:\n  allowed: ["deploy *"]\n  denied: ["delete *"]\nlens: ${lens}\n${more}`;
}

/** Opens a whole registry in a temporary folder, with real database, repository and HTTP; gone when the test ends. */
export async function openTestRegistry(
  given: {
    masques?: Record<string, { ring?: Ring; versions?: string[] }>;
    config?: Partial<Config>;
    /** An existing data folder, to see what a restart makes of it; it is left where it is. */
    home?: string;
    /** When the clock stands, in milliseconds; otherwise the same moment for every test. */
    time?: number;
  } = {},
): Promise<TestRegistry> {
  const home = given.home ?? (await newHome());
  let time = given.time ?? Date.parse("2026-01-05T10:00:00Z");
  const clock: TestClock = {
    now: () => new Date(time),
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
  const logged: string[] = [];
  const note = (level: string) => (_facts: object, message: string) =>
    void logged.push(`${level} ${message}`);
  const log: Log = { info: note("info"), warn: note("warn"), error: note("error") };
  const config: Config = {
    port: 0,
    host: "127.0.0.1",
    home,
    root: process.cwd(),
    url: "http://localhost:3000",
    foundingToken: "a founding token",
    secret: "a secret for tests",
    logLevel: "silent",
    ...given.config,
  };
  const registry = await openRegistry(config, { clock, log });
  const { runtime } = registry;
  const pages = Promise.resolve(
    async (_request: unknown, response: { writeHead(status: number): { end(): void } }) => {
      response.writeHead(404).end();
    },
  );
  const limit = createRateLimit(config.rateLimit);
  const api = createApi(runtime, limit);
  const front = createFront(runtime, {
    api,
    metrics: createMetrics(runtime),
    limit,
    pages: pages as never,
    dev: false,
  });
  front.setReady(true);
  const server = createServer(front.listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await registry.close();
  };
  onTestFinished(async () => {
    await close();
    if (!given.home) await rm(home, { recursive: true, force: true });
  });

  const callers = new Map<string, TestCaller>();
  const test: TestRegistry = {
    ...registry,
    clock,
    url,
    logged,
    close,
    as(ring, handle = `some-${ring}`) {
      const known = callers.get(handle) ?? caller(test, ring, handle);
      callers.set(handle, known);
      return known;
    },
    async publish(name, source) {
      await invoke(runtime, publishMasque, REGISTRY, { name, source });
    },
  };
  for (const [name, { ring, versions = ["1.0.0"] }] of Object.entries(given.masques ?? {})) {
    for (const version of versions) await test.publish(name, masqueFile({ ring, version }));
  }
  return test;
}

let migrated: Promise<string> | undefined;

/** A data folder with a database that is migrated already: doing it once for all tests of a file saves half of their time. */
async function newHome(): Promise<string> {
  migrated ??= (async () => {
    const file = path.join(await mkdtemp(path.join(os.tmpdir(), "masque-migrated-")), "masque.db");
    await (await openStore(file, path.resolve("prisma/migrations"))).close();
    return file;
  })();
  const home = await mkdtemp(path.join(os.tmpdir(), "masque-"));
  await copyFile(await migrated, path.join(home, "masque.db"));
  return home;
}

function caller({ runtime, url }: TestRegistry, ring: Ring, handle: string): TestCaller {
  const member: Member = {
    id: `id-of-${handle}`,
    handle,
    name: handle,
    ring,
    kind: "person",
    createdAt: runtime.clock.now(),
  };
  const decidesUntil = new Date("2100-01-01");
  const now = runtime.clock.now();
  const issued = newToken({ memberId: member.id, label: "test", scopes: SCOPES, now, decidesUntil });
  const isNobody = ring === "outsider" && handle === "some-outsider";
  const ready = isNobody
    ? Promise.resolve()
    : runtime.store.transact(async (tx) => {
        const sponsorId = ring === "guest" ? `id-of-sponsor-of-${handle}` : undefined;
        if (sponsorId) {
          const sponsor = { ...member, id: sponsorId, handle: `sponsor-of-${handle}`, name: "Sponsor" };
          await admit(runtime, tx, { ...sponsor, ring: "player" });
        }
        await admit(runtime, tx, member);
        await issued.write(tx);
        runtime.people.putToken(issued.facts);
        if (!sponsorId) return;
        const until = new Date(now.getTime() + 30 * 86_400_000);
        await tx.member.update({ where: { id: member.id }, data: { sponsorId, guestUntil: until } });
        runtime.society.change(member.id, { sponsorId, until });
      });
  const token = isNobody ? undefined : issued.secret;
  const credential = { kind: "token" as const, id: issued.facts.id };
  const actor: Actor = isNobody ? OUTSIDER : { kind: "member", member, scopes: new Set(SCOPES), credential };
  return {
    actor,
    token,
    async invoke(name, input) {
      await ready;
      return invoke(runtime, operations[name] as unknown as Operation<typeof input, never>, actor, input);
    },
    async http(method, target, body, headers = {}) {
      await ready;
      return send(url, {
        method,
        target,
        body,
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      });
    },
  };
}

/** Writes a member down in its ring, climbing as everybody must. */
async function admit({ people }: TestRegistry["runtime"], tx: Transaction, member: Member): Promise<void> {
  await tx.member.create({ data: { ...member, ring: "outsider" } });
  for (const ring of RINGS.slice(1, rank(member.ring) + 1)) {
    await tx.member.update({ where: { id: member.id }, data: { ring } });
  }
  people.putMember(member);
}

/** Sends a request byte for byte as given (`fetch` would tidy the address up). Objects go as JSON, text as it stands. */
export function send(
  url: string,
  {
    method,
    target,
    body,
    headers,
  }: { method: string; target: string; body?: unknown; headers: Record<string, string> },
): Promise<TestReply> {
  const isRaw = body === undefined || typeof body === "string" || Buffer.isBuffer(body);
  const payload = isRaw ? (body as string | Buffer | undefined) : JSON.stringify(body);
  const type = isRaw ? {} : { "content-type": "application/json" };
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { hostname, port, method, path: target, headers: { ...type, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          const status = response.statusCode ?? 0;
          const { date: _date, ...kept } = response.headers;
          resolve({
            status,
            headers: response.headers,
            text,
            json: () => JSON.parse(text),
            comparable: () => ({ status, headers: kept, text }),
          });
        });
      },
    );
    request.on("error", reject);
    request.end(payload);
  });
}
