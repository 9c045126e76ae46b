import { notFound } from "#registry/errors";
import { operation } from "#registry/operation";
import { promotionShape, requirePromotion, viewPromotion } from "./promotion";

export const showPromotion = operation({
  name: "promotion.show",
  effect: "read",
  scope: "read",
  summary: "Shows a nomination with its evidence, its circumstance and what was decided so far.",
  input: {
    type: "object",
    required: ["id"],
    additionalProperties: false,
    properties: { id: { type: "string", maxLength: 64 } },
  },
  output: promotionShape,
  async run(context, { id }) {
    const view = viewPromotion(context, (await requirePromotion(context, id)).row);
    if (!view) throw notFound();
    return view;
  },
});
