import { type Fixture, stockGit, temporaryFolder } from "#registry/git/repository.fixture";
import type { Runtime } from "#registry/runtime";

/** Somebody with a clone of their own and stock git, who pushes tags into the registry's repository. */
export interface Hand extends Pick<Fixture, "git" | "commit"> {
  /** Makes an annotated tag of a commit that holds these files (path → content), and pushes it. */
  push(tag: string, files: Record<string, string>, given?: { message?: string; date?: string }): void;
  /** Pushes what stands in the clone under this name already. */
  pushRef(ref: string): void;
}

export function openHand({ repository }: Pick<Runtime, "repository">): Hand {
  const clone = temporaryFolder();
  const { git, commit } = stockGit(clone);
  git(["init", "--quiet", "--bare"]);
  const pushRef = (ref: string) => void git(["push", "--quiet", repository.dir, ref]);
  return {
    git,
    commit,
    pushRef,
    push(tag, files, { message = "by hand", date = "2026-01-05T09:00:00Z" } = {}) {
      const env = { GIT_COMMITTER_DATE: date };
      git(["tag", "-a", "-m", message, "--cleanup=verbatim", tag, commit(files)], undefined, env);
      pushRef(`refs/tags/${tag}`);
    },
  };
}

/** The one file that a version's commit holds, as `push` wants it. */
export function masqueAt(name: string, source: string): Record<string, string> {
  return { [`personas/${name.replace(":", "/")}.masque.yaml`]: source };
}
