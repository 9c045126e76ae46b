import { compileIntent } from "#registry/masque/intent/compile";

interface Measure {
  name: string;
  value: number;
  unit: string;
  against?: string;
  ratio?: number;
  limit?: number;
  ok: boolean;
}

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
export async function run(): Promise<Measure[]> {
  const everyday = median(EVERYDAY.map((intent) => time(() => check(intent), 400))) * 1000;
  const measures: Measure[] = [
    { name: "intent check, 20 patterns", value: everyday, unit: "µs", limit: 20, ok: everyday <= 20 },
  ];
  for (const [name, piece] of Object.entries(HOSTILE)) {
    const [short, long] = [8192, 65_536].map((length) => {
      const intent = `deploy ${piece.repeat(length / piece.length)}`;
      return time(() => hostileCheck(intent), 9);
    }) as [number, number];
    const ratio = long / short / 8;
    measures.push({
      name: `hostile intent of 64 KiB: ${name}`,
      value: long,
      unit: "ms",
      against: "eight times the same of 8 KiB",
      ratio,
      limit: 2,
      // Below a millisecond the clock decides, not the matcher.
      ok: ratio <= 2 || long < 1,
    });
  }
  return measures;
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

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
