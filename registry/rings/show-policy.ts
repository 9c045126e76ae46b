import { operation } from "#registry/operation";
import { emptyInput } from "./shapes";

export const showPolicy = operation({
  name: "policy.show",
  effect: "read",
  scope: "read",
  summary: "Shows the numbers that the rings go by.",
  input: emptyInput,
  output: {
    type: "object",
    required: ["policy"],
    properties: {
      policy: { type: "object", additionalProperties: { type: ["object", "string", "number"] } },
    },
  },
  run: ({ runtime }) => ({ policy: runtime.policy.current }),
});
