import { operation } from "#registry/operation";
import { requireVersion } from "./find";
import { stateShape } from "./shapes";
import { versionInput } from "./version";

export const showStatus = operation({
  name: "masque.status",
  effect: "read",
  scope: "read",
  summary: "Says where a version stands now: in use, withdrawn (and why), or tampered with.",
  input: versionInput,
  output: {
    type: "object",
    required: ["state", "tampered", "since"],
    properties: {
      state: stateShape,
      reason: { type: "string" },
      replacement: { type: "string" },
      tampered: { type: "boolean" },
      since: { type: "string", format: "date-time" },
    },
  },
  run(context, { name, version }) {
    const { state, reason, replacement, tampered, since } = requireVersion(context, name, version);
    return { state, reason, replacement, tampered, since: since.toISOString() };
  },
});
