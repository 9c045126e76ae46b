import { operation } from "#registry/operation";
import { requireMasque } from "./find";
import { toVersionItem } from "./item";
import { strayCursor } from "./list";
import { pageOf, versionShape } from "./shapes";

const PAGE = 50;
const LARGEST_PAGE = 100;

export const listVersions = operation({
  name: "masque.versions",
  effect: "read",
  scope: "read",
  summary: "Lists a masque's versions, newest first.",
  input: {
    type: "object",
    required: ["name"],
    additionalProperties: false,
    properties: {
      name: { type: "string", maxLength: 200 },
      limit: { type: "integer", minimum: 1 },
      cursor: { type: "string", maxLength: 64 },
    },
  },
  output: pageOf(versionShape),
  run(context, { name, limit = PAGE, cursor }) {
    const { versions } = requireMasque(context, name);
    const last = versions.findIndex(({ version }) => version === cursor);
    if (cursor !== undefined && last < 0) throw strayCursor();
    const from = last + 1;
    const items = versions.slice(from, from + Math.min(limit, LARGEST_PAGE)).map(toVersionItem);
    const more = from + items.length < versions.length;
    return { items, next: more ? (items.at(-1)?.version ?? null) : null };
  },
});
