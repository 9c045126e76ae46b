import { compileIntent } from "#registry/masque/intent/compile";
import { atMost, type Benchmark, formatNumber, type Row } from "./benchmark";
import { median } from "./percentile";

const VERBS =
  "deploy debug investigate review build test write fix apply restart scale plan measure delete destroy drop purge wipe revoke overwrite";
const TWENTY = VERBS.split(" ").map((verb) => `${verb} *`);
const check = compileIntent({ allowed: TWENTY.slice(0, 13), denied: TWENTY.slice(13) });

const EVERYDAY = [
  "deploying monitoring stack",
  "please deploy Grafana 11.2.0 to node3. The dashboards broke on Monday.",
  "[ops] debug nginx.conf",
  "investigate who deleted the photos share",
  "review the open changes, then restart the proxy and test the login",
  "deploy then delete everything",
  "tidy the rack",
];

// What one would write to make a careless matcher repeat itself.
const HOSTILE: Record<string, string> = {
  introductions: "and then to ",
  "denied verbs": "to delete a ",
  "almost a pattern": "deploy aab, ",
  fillers: "please just ",
  labels: "#12 [x] ABC-1: ",
  "full stops": ".",
  quotes: '."',
  commas: ",",
  spaces: " ",
  "one word": "a",
  hyphens: "-",
  "zero width": "a\u200b",
  accents: "e\u0301\u0316",
  ligatures: "ﷺ ",
  emoji: "👩‍👧 ",
  lines: "x\n",
};
const patterns = [..."abcdefghij"].flatMap((letter) => [
  `deploy *a*${letter}*aab*z`,
  `delete *a *b *${letter}* z`,
]);
const hostileCheck = compileIntent({
  allowed: patterns,
  denied: patterns.map((one) => one.replace(/^deploy/, "drop")),
});

/** An intent's check: how long an everyday one takes, and how time grows with the length of a hostile one. */
export const benchmark: Benchmark = {
  name: "Intent",
  async run(size) {
    const runs = size === "full" ? 400 : 2;
    const everyday = median(EVERYDAY.map((intent) => time(() => check(intent), runs))) * 1000;
    const hostile = Object.entries(HOSTILE).map(([name, piece]) =>
      grow(name, piece, size === "full" ? 9 : 1),
    );
    const worst = hostile.reduce((a, b) => ((a.ratio ?? 0) > (b.ratio ?? 0) ? a : b));
    const slowest = Math.max(...hostile.map(({ value }) => value));
    return [
      atMost(20, { name: "everyday check, 20 patterns", value: everyday, unit: "µs" }),
      worst,
      { name: `64 KiB, slowest of ${hostile.length} hostile kinds`, value: slowest, unit: "ms", ok: true },
    ];
  },
};

/** Linear time is a ratio of one. */
function grow(name: string, piece: string, runs: number): Row {
  const [short, long] = [8192, 65_536].map((length) => {
    const intent = `deploy ${piece.repeat(length / piece.length)}`;
    return time(() => hostileCheck(intent), runs);
  }) as [number, number];
  const ratio = long / short / 8;
  return {
    name: `64 KiB, least linear: ${name}`,
    value: long,
    unit: "ms",
    against: `8 × 8 KiB ${formatNumber(8 * short)}`,
    ratio,
    limit: "≤ 2 ×",
    // Below a millisecond the clock decides, not the matcher.
    ok: ratio <= 2 || long < 1,
  };
}

/** The median of so many runs, in milliseconds, after as many to warm up. */
function time(work: () => unknown, runs: number): number {
  for (let i = 0; i < runs; i++) work();
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}
