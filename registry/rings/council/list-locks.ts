import { operation } from "#registry/operation";
import { requireRing } from "../require-ring";
import { emptyInput } from "../shapes";
import { lockShape, viewLock } from "./view-lock";

export const listLocks = operation({
  name: "lock.list",
  effect: "read",
  scope: "read",
  summary: "Lists the emergency locks that stand, newest first.",
  input: emptyInput,
  output: {
    type: "object",
    required: ["items", "next"],
    properties: { items: { type: "array", items: lockShape }, next: { type: "null" } },
  },
  authorize: (context) => void requireRing(context, "admin"),
  run(context) {
    const locks = [...context.runtime.society.locks()].sort((a, b) => b.at.getTime() - a.at.getTime());
    return { items: locks.map((lock) => viewLock(context, lock)), next: null };
  },
});
