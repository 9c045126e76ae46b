import { Refusal } from "#registry/errors";
import type { Context } from "#registry/operation";

/** Refuses everybody but the registry itself: what follows from the rules alone is nobody's to ask for. */
export function requireRegistry({ actor }: Pick<Context, "actor">): void {
  if (actor.kind === "registry") return;
  throw new Refusal("forbidden", "This happens by itself, when the rules say so.");
}

export const memberIdInput = {
  type: "object",
  required: ["id"],
  additionalProperties: false,
  properties: { id: { type: "string", maxLength: 64 } },
} as const;
