import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { parseName } from "../masque/name";
import { parseVersion } from "../masque/version";
import type { Disk } from "./durable-fs";
import { openRepository } from "./open";
import { type PublicationPlan, planPublication } from "./plan";
import type { Repository } from "./repository";

/** A temporary folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "masque-git-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new repository, and stock git to look at it from outside. */
export async function openFixture({ disk }: { disk?: Disk } = {}): Promise<Fixture> {
  const repository = await openRepository(join(temporaryFolder(), "registry.git"), { disk });
  return { repository, ...stockGit(repository.dir) };
}

export interface Fixture extends StockGit {
  repository: Repository;
}

export interface StockGit {
  /** Runs a git command in the repository and answers what it prints, trimmed. */
  git(args: readonly string[], input?: string | Uint8Array, env?: Record<string, string>): string;
  /** Commits these files (path → content) without a tag and answers the commit. */
  commit(files: Record<string, string>, mode?: string): string;
}

export function stockGit(dir: string): StockGit {
  const git: StockGit["git"] = (args, input, env) =>
    execFileSync("git", [`--git-dir=${dir}`, ...args], {
      input,
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
      env: {
        PATH: "/usr/local/bin:/usr/bin:/bin",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: "/dev/null",
        LC_ALL: "C",
        GIT_AUTHOR_NAME: "Hand",
        GIT_AUTHOR_EMAIL: "hand@example.org",
        GIT_COMMITTER_NAME: "Hand",
        GIT_COMMITTER_EMAIL: "hand@example.org",
        ...env,
      } as NodeJS.Dict<string> as NodeJS.ProcessEnv,
    }).trim();
  return {
    git,
    commit(files, mode = "100644") {
      const index = { GIT_INDEX_FILE: join(temporaryFolder(), "index") };
      const info = Object.entries(files).map(
        ([path, content]) => `${mode} ${git(["hash-object", "-w", "--stdin"], content)}\t${path}\n`,
      );
      git(["update-index", "--add", "--index-info"], info.join(""), index);
      return git(["commit-tree", "-m", "by hand", git(["write-tree"], "", index)]);
    },
  };
}

/** A publication as the catalog would plan it. */
export function planOf(
  name: string,
  version: string,
  more: { source?: string; parent?: string } = {},
): PublicationPlan {
  return planPublication({
    name: parseName(name),
    version: parseVersion(version),
    bytes: Buffer.from(more.source ?? `version: ${version}\nring: guest\n# ${name}\n`),
    parent: more.parent,
    author: { name: "Ada", email: "m_1@masque.invalid", at: new Date("2026-01-02T03:04:05.678Z") },
    message: `Publish ${name} ${version}`,
    trailers: { "Masque-Index": "7", "Masque-Digest": "sha256-x" },
  });
}
