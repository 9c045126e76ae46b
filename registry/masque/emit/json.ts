import type { Worn } from "./worn";

/** Everything, as one JSON document. With a session it carries secrets. */
export function emitJson(worn: Worn): string {
  return `${JSON.stringify(worn, null, 2)}\n`;
}
