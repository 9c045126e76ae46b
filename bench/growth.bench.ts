import { ask } from "./ask";
import { type Benchmark, inProportion, type Row } from "./benchmark";
import { type Extent, nameAt, sourceMaker, versionAt } from "./generate";
import { homeOf } from "./homes";
import { load } from "./load";
import { median } from "./percentile";
import { type ServerProcess, startServer } from "./server-process";

/** Does it cost more where there is more? The same work at 20,000 versions and at 200, in turns. */
export const benchmark: Benchmark = {
  name: "Growth: 20,000 versions against 200",
  async run(size) {
    const full = size === "full";
    const [few, many]: [Extent, Extent] = full
      ? [
          { masques: 20, versions: 10 },
          { masques: 2000, versions: 10 },
        ]
      : [
          { masques: 2, versions: 2 },
          { masques: 8, versions: 2 },
        ];
    const small = await startServer((await homeOf(few)).folder);
    const large = await startServer((await homeOf(many)).folder);
    try {
      return [
        await resolveOften(small, large, full ? 5 : 1, full ? 2 : 1),
        await resolveFirst(small, large, few),
        await publish(small, large, few, full ? 60 : 2),
      ];
    } finally {
      await Promise.all([small.stop(), large.stop()]);
    }
  },
};

async function resolveOften(
  small: ServerProcess,
  large: ServerProcess,
  rounds: number,
  seconds: number,
): Promise<Row> {
  const target = `/api/v1/resolve/${nameAt(1)}@${versionAt(1)}`;
  const each = async ({ url, token }: ServerProcess) =>
    1000 / (await load(url + target, token, seconds)).rate;
  return compare(
    "resolve a pin, 64 connections",
    1.3,
    await inTurns(rounds, [() => each(small), () => each(large)]),
  );
}

/** A pin that nobody asked for since the start comes from the database. */
async function resolveFirst(
  small: ServerProcess,
  large: ServerProcess,
  { masques, versions }: Extent,
): Promise<Row> {
  const each = async (server: ServerProcess, round: number) => {
    const target = `/api/v1/resolve/${nameAt(Math.floor(round / versions))}@${versionAt(round % versions)}`;
    return (await ask(server, target)).ms;
  };
  return compare(
    "resolve a pin for the first time",
    undefined,
    await inTurns(masques * versions, [(round) => each(small, round), (round) => each(large, round)]),
  );
}

async function publish(
  small: ServerProcess,
  large: ServerProcess,
  { masques, versions }: Extent,
  rounds: number,
): Promise<Row> {
  const sourceOf = await sourceMaker();
  const each = async (server: ServerProcess, round: number) => {
    const masque = round % masques;
    const body = { source: sourceOf(masque, versions + Math.floor(round / masques)) };
    return (await ask(server, `/api/v1/masques/${nameAt(masque)}/versions`, body)).ms;
  };
  return compare(
    "publish",
    1.3,
    await inTurns(rounds, [(round) => each(small, round), (round) => each(large, round)]),
  );
}

/** Both kinds of work in turns, so that what the machine does meanwhile meets both; the medians, in milliseconds. */
async function inTurns(
  rounds: number,
  [left, right]: [(round: number) => Promise<number>, (round: number) => Promise<number>],
): Promise<{ small: number; large: number }> {
  const small: number[] = [];
  const large: number[] = [];
  for (let round = 0; round < rounds; round++) {
    small.push(await left(round));
    large.push(await right(round));
  }
  return { small: median(small), large: median(large) };
}

function compare(
  name: string,
  most: number | undefined,
  { small, large }: { small: number; large: number },
): Row {
  const [unit, times] = small < 0.1 ? ["µs", 1000] : ["ms", 1];
  return inProportion(
    { name: "at 200", value: small * times },
    { most },
    { name, value: large * times, unit },
  );
}
