import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, published } from "#server/test-registry";
import { REGISTRY } from "../actor";
import { durableFs } from "../git/durable-fs";
import { stockGit } from "../git/repository.fixture";
import { invoke } from "../operation";
import type { Runtime } from "../runtime";
import { publishMasque } from "./publish";

const draft = (number: number) => masqueFile({ version: "1", lens: `As racer ${number} sees it.` });

test.each([2, 20])("of %i publishers racing for one version, exactly one wins", async (racers) => {
  const registry = await openTestRegistry();
  const elder = registry.as("admin");
  const attempts = Array.from({ length: racers }, (_, number) =>
    elder.invoke("masque.publish", { name: "homelab", source: draft(number) }),
  );
  const settled = await Promise.allSettled(attempts);
  const won = settled.filter(({ status }) => status === "fulfilled");
  const lost = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(won).toHaveLength(1);
  expect(lost).toEqual(Array(racers - 1).fill("conflict.version"));
  const winner = settled.findIndex(({ status }) => status === "fulfilled");
  const { git } = stockGit(registry.runtime.repository.dir);
  expect(git(["tag", "--list"])).toBe("homelab@v1.0.0");
  expect(git(["show", "homelab@v1.0.0:personas/homelab.masque.yaml"])).toBe(draft(winner).trim());
  expect(await registry.runtime.store.reader.version.count()).toBe(1);
});

test("of twenty publishers racing over HTTP for one version, exactly one wins and the others are told", async () => {
  const registry = await openTestRegistry();
  const elders = Array.from({ length: 4 }, (_, number) => registry.as("admin", `elder-${number}`));
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      elders[number % 4]?.http("POST", "/api/v1/masques/homelab/versions", { source: draft(number) }),
    ),
  );
  const statuses = replies.map((reply) => reply?.status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(19);
  const served = await registry.as("admin").http("GET", "/api/v1/masques/homelab/versions/1/source");
  expect(served.text).toBe(draft(statuses.indexOf(201)));
});

test("of twenty members racing for one new name, one gets it and is its maintainer", async () => {
  const registry = await openTestRegistry();
  const racers = Array.from({ length: 20 }, (_, number) => registry.as("player", `racer-${number}`));
  const settled = await Promise.allSettled(
    racers.map((racer, number) => racer.invoke("masque.publish", { name: "homelab", source: draft(number) })),
  );
  const winners = settled.flatMap(({ status }, number) =>
    status === "fulfilled" ? [`racer-${number}`] : [],
  );
  expect(winners).toHaveLength(1);
  const { maintainers } = await registry.as("player").invoke("masque.show", { name: "homelab" });
  expect(maintainers).toEqual(winners);
});

test("identical bytes from twenty at once are one publication, and nobody is refused", async () => {
  const registry = await openTestRegistry();
  const elder = registry.as("admin");
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => elder.invoke("masque.publish", { name: "homelab", source: draft(0) })),
  );
  expect(outcomes.filter(({ outcome }) => outcome === "published")).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === "unchanged")).toHaveLength(19);
  expect(new Set(outcomes.map((outcome) => published(outcome).git.tagOid)).size).toBe(1);
});

test("two publishers of different masques do not wait for each other", async () => {
  const registry = await openTestRegistry();
  const gate = openGate();
  const slow = { ...registry.runtime, repository: stalled(registry.runtime, gate.opened) };
  const publish = (runtime: Runtime, name: string) =>
    invoke(runtime, publishMasque, REGISTRY, { name, source: masqueFile() });

  const first = publish(slow, "homelab");
  const sameName = publish(registry.runtime, "homelab");
  await expect(publish(registry.runtime, "other")).resolves.toMatchObject({ outcome: "published" });
  gate.open();
  expect([(await first).outcome, (await sameName).outcome]).toEqual(["published", "unchanged"]);
});

function openGate(): { open(): void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** The same repository on a disk that answers nothing until the gate opens. */
function stalled({ repository }: Runtime, opened: Promise<void>): Runtime["repository"] {
  const fs = durableFs(`${repository.dir}/masque-incoming`);
  const createFile: typeof fs.createFile = (...given) => opened.then(() => fs.createFile(...given));
  const writeFile: typeof fs.writeFile = (...given) => opened.then(() => fs.writeFile(...given));
  return { ...repository, fs: { ...fs, createFile, writeFile } };
}
