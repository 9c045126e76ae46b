import { operation } from "#registry/operation";
import { requireMasque } from "./find";
import { toItem, toVersionItem } from "./item";
import { listMaintainers, mayMaintain } from "./maintainers";
import { itemShape, versionShape } from "./shapes";

export const showMasque = operation({
  name: "masque.show",
  effect: "read",
  scope: "read",
  summary: "Shows a masque: what it is called, who keeps it, and its versions, newest first.",
  input: {
    type: "object",
    required: ["name"],
    additionalProperties: false,
    properties: { name: { type: "string", maxLength: 200 } },
  },
  output: {
    ...itemShape,
    required: [...itemShape.required, "maintainers", "versions", "mayPublish", "mayWithdraw"],
    properties: {
      ...itemShape.properties,
      maintainers: { type: "array", items: { type: "string" } },
      versions: { type: "array", items: versionShape },
      mayPublish: { type: "boolean" },
      mayWithdraw: { type: "boolean" },
    },
  },
  async run(context, { name }) {
    const masque = requireMasque(context, name);
    const may = await mayMaintain(context, masque.name);
    return {
      ...toItem(masque),
      maintainers: await listMaintainers(context, masque.name),
      versions: masque.versions.map(toVersionItem),
      mayPublish: may,
      mayWithdraw: may,
    };
  },
});
