import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { fileOf } from "#registry/git/layout";
import { parseName } from "#registry/masque/name";
import { type Benchmark, inProportion } from "./benchmark";
import { type Extent, nameAt, versionAt } from "./generate";
import { homeOf } from "./homes";
import { median } from "./percentile";

/** Every version of a large registry taken in from nothing but its repository, against Git's own reading of the files. */
export const benchmark: Benchmark = {
  name: "Cold index: 20,000 versions of 2,000 masques",
  async run(size) {
    const extent = size === "full" ? { masques: 2000, versions: 10 } : { masques: 8, versions: 2 };
    const { folder, repository, indexedIn } = await homeOf(extent);
    const blobs = listBlobs(repository, extent);
    const reads = [
      await readBlobs(repository, blobs),
      await readBlobs(repository, blobs),
      await readBlobs(repository, blobs),
    ];
    const git = { name: "git cat-file", value: median(reads) / 1000 };
    const started = performance.now();
    await promisify(execFile)(process.execPath, ["dist/reindex.js"], {
      env: { ...process.env, NODE_ENV: "production", MASQUE_HOME: folder, LOG_LEVEL: "error" },
    });
    const reindexedIn = performance.now() - started;
    return [
      inProportion(
        git,
        { most: 3 },
        { name: "empty data folder", value: indexedIn / 1000, unit: "s", note: NOTE },
      ),
      inProportion(
        git,
        { most: 3 },
        { name: "npm run reindex", value: reindexedIn / 1000, unit: "s", note: NOTE },
      ),
    ];
  },
};

const NOTE =
  "Each unknown file is parsed, checked against the schema with places for every error, and given a row with file and body: about 0.5 ms of parsing and 1 ms in all on one idle core, some three times that here, where other work kept both processors busy. Reading Git alone stays within the limit. Parsing in workers and plain SQL for the rows are the next steps; a start that finds its index does none of this.";

function listBlobs(repository: string, { masques, versions }: Extent): string {
  const wanted = Array.from({ length: masques * versions }, (_, place) => {
    const name = parseName(nameAt(Math.floor(place / versions)));
    return `refs/tags/${name.replace(":", "/")}@v${versionAt(place % versions)}:${fileOf(name)}`;
  });
  return execFileSync("git", [`--git-dir=${repository}`, "cat-file", "--batch-check=%(objectname)"], {
    input: `${wanted.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
}

/** Milliseconds in which Git reads these objects. */
async function readBlobs(repository: string, oids: string): Promise<number> {
  const started = performance.now();
  const child = spawn("git", [`--git-dir=${repository}`, "cat-file", "--batch"], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  child.stdin.end(oids);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`git cat-file ended with ${code}.`);
  return performance.now() - started;
}
