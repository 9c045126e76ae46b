import { Refusal } from "#registry/errors";
import { isReservedName, type MasqueName, parseName } from "#registry/masque/name";
import { type Context, operation } from "#registry/operation";
import { supersedeProposals } from "#registry/store/proposals";
import { authorOf, nameTaken, requireAuthor } from "./author";
import type { GitFacts } from "./facts";
import { findPublished } from "./find-published";
import { hasApprover, reasonsToAsk } from "./gate";
import { requireSignedIn } from "./maintainers";
import { type ProposalView, proposalShape } from "./proposals/proposal";
import { propose } from "./proposals/propose";
import { readMasque } from "./read-masque";
import { finishPublications } from "./recover";
import { type Release, type Released, releaseVersion } from "./release";
import { gitShape } from "./shapes";
import { LARGEST_INPUT, toBytes } from "./validate";

export interface Published {
  readonly outcome: "published" | "unchanged";
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly git: GitFacts;
  /** Nobody else could approve it, though somebody should have. */
  readonly degraded: boolean;
  /** What the registry changed or wants known, such as an index that was not free. */
  readonly notes: string[];
}

/** It waits for another member's approval; nothing is published yet. */
export interface Proposed {
  readonly outcome: "proposed";
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly proposal: ProposalView;
  readonly notes: string[];
}

/** Adds a version of a masque: one commit, one tag. A tag, once written, never moves. */
export const publishMasque = operation({
  name: "masque.publish",
  effect: "write",
  scope: "publish",
  summary:
    "Publishes a version of a masque, or proposes it where it needs approval. The same bytes again change nothing.",
  input: {
    type: "object",
    required: ["name", "source"],
    additionalProperties: false,
    properties: {
      name: { type: "string", maxLength: 200 },
      source: { type: "string", maxLength: LARGEST_INPUT },
      message: { type: "string", maxLength: 2000 },
    },
  },
  output: {
    type: "object",
    required: ["outcome", "name", "version", "digest", "notes"],
    properties: {
      outcome: { type: "string", enum: ["published", "unchanged", "proposed"] },
      name: { type: "string" },
      version: { type: "string" },
      digest: { type: "string" },
      git: gitShape,
      degraded: { type: "boolean" },
      proposal: proposalShape,
      notes: { type: "array", items: { type: "string" } },
    },
  },
  authorize: (context) => requireSignedIn(context),
  run(context, { name, source, message = "" }): Promise<Published | Proposed> {
    if (isReservedName(name)) throw nameTaken();
    const parsed = parseName(name);
    return context.runtime.inTurn(parsed, () => publish(context, parsed, toBytes(source), message));
  },
});

async function publish(
  context: Context,
  name: MasqueName,
  bytes: Buffer,
  message: string,
): Promise<Published | Proposed> {
  const { runtime } = context;
  const { definition, errors } = await readMasque(bytes, { name });
  if (!definition) throw new Refusal("invalid", "This is not a valid masque. Nothing was published.", errors);
  await finishPublications(runtime, name);
  const author = authorOf(context);
  const { version, ring } = definition;
  await requireAuthor(runtime, author, name, ring);
  const standing = await findPublished(runtime, name, version, bytes);
  if (standing) return answer({ outcome: "unchanged", facts: standing, notes: [] });

  const reasons = author.isMember
    ? await reasonsToAsk(runtime, author, definition, runtime.shelf.find(author.ring, name))
    : [];
  const mustAsk = reasons.length > 0;
  const degraded = mustAsk && !hasApprover(runtime, { authorId: author.id, ring });
  const release: Release = { name, definition, bytes, message, author, approvers: [], degraded };
  if (mustAsk && !degraded) {
    const proposal = await propose(context, release, reasons);
    return { outcome: "proposed", name, version, digest: proposal.digest, proposal, notes: [] };
  }
  const own = { masqueName: name, version, authorId: author.id };
  return answer(await releaseVersion(context, release, (tx) => supersedeProposals(tx, own, context.now)));
}

function answer({ outcome, facts, notes }: Released): Published {
  const { name, version, digest, git, degraded } = facts;
  return { outcome, name, version, digest, git, degraded, notes };
}
