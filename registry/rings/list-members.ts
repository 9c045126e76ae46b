import type { Member } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { RINGS } from "#registry/masque/ring";
import { operation } from "#registry/operation";
import { memberShape } from "./shapes";
import { seesMember, viewMember } from "./view-member";

const PAGE = 24;
const LARGEST_PAGE = 100;

export const listMembers = operation({
  name: "member.list",
  effect: "read",
  scope: "read",
  summary: "Lists and searches the members whom your ring may see, newest first.",
  input: {
    type: "object",
    additionalProperties: false,
    properties: {
      q: { type: "string", maxLength: 100 },
      ring: { type: "string", enum: RINGS },
      kind: { type: "string", enum: ["person", "agent"] },
      limit: { type: "integer", minimum: 1 },
      cursor: { type: "string", maxLength: 100 },
    },
  },
  output: {
    type: "object",
    required: ["items", "next", "total"],
    properties: {
      items: { type: "array", items: memberShape },
      next: { type: ["string", "null"] },
      total: { type: "integer" },
    },
  },
  run(context, { q, ring, kind, limit = PAGE, cursor }) {
    const words = q?.trim().toLowerCase() ?? "";
    const visible = [...context.runtime.people.all()]
      .filter(
        (member) =>
          (ring === undefined || member.ring === ring) &&
          (kind === undefined || member.kind === kind) &&
          (member.handle.includes(words) || member.name.toLowerCase().includes(words)) &&
          seesMember(context, member),
      )
      .sort(newestFirst);
    const from = cursor === undefined ? 0 : placeOf(visible, cursor) + 1;
    const page = visible.slice(from, from + Math.min(limit, LARGEST_PAGE));
    const last = page.at(-1);
    return {
      items: page.map((member) => viewMember(context, member)),
      next: last && from + page.length < visible.length ? last.id : null,
      total: visible.length,
    };
  },
});

function newestFirst(a: Member, b: Member): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}

/** A cursor is the id of the last member of the page before; only one whom the caller sees leads anywhere. */
function placeOf(members: readonly Member[], cursor: string): number {
  const place = members.findIndex(({ id }) => id === cursor);
  if (place >= 0) return place;
  throw new Refusal("invalid", "This cursor leads nowhere here. Begin the list again without one.");
}
