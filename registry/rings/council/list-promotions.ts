import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { promotionShape, STATES, viewPromotion } from "./promotion";

const PAGE = 24;
const LARGEST_PAGE = 100;

export const listPromotions = operation({
  name: "promotion.list",
  effect: "read",
  scope: "read",
  summary: "Lists the nominations of members whom your ring may see, newest first.",
  input: {
    type: "object",
    additionalProperties: false,
    properties: {
      state: { type: "string", enum: STATES },
      member: { type: "string", maxLength: 64 },
      limit: { type: "integer", minimum: 1 },
      cursor: { type: "string", maxLength: 64 },
    },
  },
  output: {
    type: "object",
    required: ["items", "next"],
    properties: { items: { type: "array", items: promotionShape }, next: { type: ["string", "null"] } },
  },
  async run(context, { state, member: handle, limit = PAGE, cursor }) {
    const { people, store } = context.runtime;
    const wanted = Math.min(limit, LARGEST_PAGE);
    const memberId = handle === undefined ? undefined : (people.findByHandle(handle)?.id ?? "nobody");
    const items: NonNullable<ReturnType<typeof viewPromotion>>[] = [];
    let from = cursor;
    if (from !== undefined) {
      const start = await store.reader.promotion.findUnique({
        where: { id: from },
        include: { decisions: true },
      });
      // Only a nomination that the caller sees leads anywhere.
      if (!start || !viewPromotion(context, start))
        throw new Refusal("invalid", "This cursor leads nowhere here. Begin the list again without one.");
    }
    // One more than wanted says whether there is a next page, hidden ones aside.
    for (;;) {
      const rows = await store.reader.promotion.findMany({
        where: { state, memberId },
        include: { decisions: { orderBy: { at: "asc" } } },
        orderBy: [{ openedAt: "desc" }, { id: "asc" }],
        take: wanted + 1,
        ...(from === undefined ? {} : { cursor: { id: from }, skip: 1 }),
      });
      for (const row of rows) {
        const view = viewPromotion(context, row);
        if (view) items.push(view);
      }
      from = rows.at(-1)?.id;
      if (items.length > wanted || rows.length <= wanted) break;
    }
    const page = items.slice(0, wanted);
    return { items: page, next: items.length > wanted ? (page.at(-1)?.id ?? null) : null };
  },
});
