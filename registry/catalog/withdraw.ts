import { Refusal } from "#registry/errors";
import { parseReference } from "#registry/masque/reference";
import { operation } from "#registry/operation";
import { insertWithdrawal } from "#registry/store/versions";
import type { VersionState } from "./facts";
import { requireVersion } from "./find";
import { requireMaintainer } from "./maintainers";
import { stateShape } from "./shapes";

/** From harmless to final. A withdrawal only ever goes further. */
const SEVERITY: VersionState[] = ["published", "deprecated", "yanked", "revoked"];

export const withdrawMasque = operation({
  name: "masque.withdraw",
  effect: "write",
  scope: "publish",
  summary: "Takes a version out of use: deprecated warns, yanked stops new use, revoked leaves a tombstone.",
  input: {
    type: "object",
    required: ["name", "version", "state", "reason"],
    additionalProperties: false,
    properties: {
      name: { type: "string", maxLength: 200 },
      version: { type: "string", maxLength: 64 },
      state: { type: "string", enum: ["deprecated", "yanked", "revoked"] },
      reason: { type: "string", minLength: 1, maxLength: 1000 },
      replacement: { type: "string", maxLength: 200 },
    },
  },
  output: {
    type: "object",
    required: ["name", "version", "state"],
    properties: { name: { type: "string" }, version: { type: "string" }, state: stateShape },
  },
  async authorize(context, { name, version }) {
    await requireMaintainer(context, requireVersion(context, name, version).name);
  },
  run(context, { name, version, state, reason, replacement }) {
    if (reason.trim() === "")
      throw new Refusal("unprocessable", "Say why: the reason is what its users will read.");
    if (replacement !== undefined) parseReference(replacement);
    // In turn, so that of two withdrawals at once the milder cannot land on top of the graver.
    return context.runtime.inTurn(requireVersion(context, name, version).name, async () => {
      const facts = requireVersion(context, name, version);
      if (SEVERITY.indexOf(state) < SEVERITY.indexOf(facts.state)) {
        throw new Refusal(
          "conflict",
          `${facts.name}@${facts.version} is ${facts.state} already, which cannot be taken back.`,
        );
      }
      const withdrawn = { state, reason, replacement };
      const of = { masqueName: facts.name, version: facts.version };
      const memberId = context.actor.kind === "member" ? context.actor.member.id : undefined;
      const subject = { masque: facts.name, version: facts.version, digest: facts.digest, ring: facts.ring };
      await context.commit(subject, (tx) =>
        insertWithdrawal(tx, { ...of, ...withdrawn, memberId, at: context.now }),
      );
      const index = context.runtime.shelf.find("admin", facts.name)?.index as number;
      context.runtime.shelf.put(index, { ...facts, ...withdrawn, since: context.now });
      return { name: facts.name, version: facts.version, state };
    });
  },
});
