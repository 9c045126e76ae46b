import { Refusal } from "#registry/errors";
import { decideIntent } from "#registry/masque/program/decide";
import { operation } from "#registry/operation";
import { referenceTo } from "./body";
import { resolveMasque } from "./resolve";

/** Room for a long intent; matching is linear, so length costs only its reading. */
const LONGEST = 64 * 1024;

export const checkIntent = operation({
  name: "intent.check",
  effect: "read",
  scope: "read",
  summary: "Says what a masque would answer to an intent, clause by clause, and why.",
  input: {
    type: "object",
    required: ["masque", "intent"],
    additionalProperties: false,
    properties: {
      masque: { type: "string", maxLength: 512 },
      intent: { type: "string", maxLength: LONGEST },
    },
  },
  output: {
    type: "object",
    required: ["reference", "allowed", "clauses", "explain", "normalised"],
    properties: {
      reference: { type: "string" },
      allowed: { type: "boolean" },
      clauses: {
        type: "array",
        items: {
          type: "object",
          required: ["text", "list"],
          properties: {
            text: { type: "string" },
            pattern: { type: "string" },
            list: { type: "string", enum: ["allowed", "denied", "mention", "detail", "none"] },
          },
        },
      },
      nearest: { type: "string" },
      explain: { type: "string" },
      normalised: {
        type: "object",
        required: ["text", "removed"],
        properties: { text: { type: "string" }, removed: { type: "array", items: { type: "string" } } },
      },
    },
  },
  async run(context, { masque, intent }) {
    if (intent.trim() === "") {
      throw new Refusal(
        "unprocessable.intent_missing",
        "State an intent: what do you want to do, toward what goal?",
      );
    }
    const { version } = await resolveMasque.run(context, { reference: masque });
    const { definition, check } = await context.runtime.definitions(version);
    const decision = await decideIntent(definition, intent, check);
    return { reference: referenceTo(version.name, version.version), ...decision.intent };
  },
});
