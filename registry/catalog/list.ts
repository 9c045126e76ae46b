import { Refusal } from "#registry/errors";
import { RINGS } from "#registry/masque/ring";
import { operation } from "#registry/operation";
import { latestOf, type MasqueFacts } from "./facts";
import { toItem } from "./item";
import { itemShape, pageOf } from "./shapes";

const PAGE = 24;
const LARGEST_PAGE = 100;
const page = pageOf(itemShape);

export const listMasques = operation({
  name: "masque.list",
  effect: "read",
  scope: "read",
  summary: "Lists and searches the masques that your ring may see.",
  input: {
    type: "object",
    additionalProperties: false,
    properties: {
      q: { type: "string", maxLength: 200 },
      ring: { type: "string", enum: RINGS },
      skill: { type: "string", maxLength: 200 },
      namespace: { type: "string", maxLength: 63 },
      sort: { type: "string", enum: ["name", "recent", "versions"] },
      limit: { type: "integer", minimum: 1 },
      cursor: { type: "string", maxLength: 200 },
    },
  },
  output: {
    ...page,
    required: [...page.required, "total", "namespaces", "skills"],
    properties: {
      ...page.properties,
      total: { type: "integer" },
      namespaces: { type: "array", items: { type: "string" } },
      skills: { type: "array", items: { type: "string" } },
    },
  },
  run({ ring: viewer, runtime: { shelf } }, { q, ring, skill, namespace, sort, limit = PAGE, cursor }) {
    const words = q?.trim() ?? "";
    const all = words === "" ? shelf.list(viewer, sort ?? "name") : shelf.search(viewer, words);
    const ordered = words !== "" && sort ? inOrder(shelf.list(viewer, sort), all) : all;
    const matching = ordered.filter(
      (masque) =>
        (ring === undefined || latestOf(masque).ring === ring) &&
        (namespace === undefined || namespaceOf(masque) === namespace) &&
        (skill === undefined ||
          latestOf(masque).skills.some(({ uri }) => uri === skill || uri.startsWith(`${skill}/`))),
    );
    const from = cursor === undefined ? 0 : place(matching, cursor) + 1;
    const items = matching.slice(from, from + Math.min(limit, LARGEST_PAGE));
    const last = items.at(-1);
    const more = last !== undefined && from + items.length < matching.length;
    return {
      items: items.map(toItem),
      next: more ? Buffer.from(last.name).toString("base64url") : null,
      total: matching.length,
      ...shelf.facets(viewer),
    };
  },
});

function namespaceOf({ name }: MasqueFacts): string | undefined {
  return name.includes(":") ? name.split(":")[0] : undefined;
}

function inOrder(order: readonly MasqueFacts[], found: readonly MasqueFacts[]): readonly MasqueFacts[] {
  const wanted = new Set(found);
  return order.filter((masque) => wanted.has(masque));
}

/** A cursor names the last masque of the page before, so that what is published meanwhile moves nobody's place. */
function place(masques: readonly MasqueFacts[], cursor: string): number {
  const name = Buffer.from(cursor, "base64url").toString();
  const index = masques.findIndex((masque) => masque.name === name);
  if (index >= 0) return index;
  throw strayCursor();
}

/** The answer to a cursor that was not given out for this list. */
export function strayCursor(): Refusal {
  return new Refusal("invalid", "This cursor leads nowhere here. Begin the list again without one.");
}
