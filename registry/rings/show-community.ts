import { operation } from "#registry/operation";
import { emptyInput } from "./shapes";

export const showCommunity = operation({
  name: "community.show",
  effect: "read",
  scope: "read",
  entrance: true,
  summary: "Says whether the community has been founded.",
  input: emptyInput,
  output: { type: "object", required: ["founded"], properties: { founded: { type: "boolean" } } },
  run: async ({ runtime }) => ({ founded: (await runtime.store.reader.founding.count()) > 0 }),
});
