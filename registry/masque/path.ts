/** The way to a value inside a definition: `["intent", "allowed", 0]`. */
export type Path = readonly (string | number)[];

/** A path as people read it, and as issues carry it: `intent.allowed[0]`; empty for the whole file. */
export function formatPath(path: Path): string {
  return path
    .map((step, depth) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[\w-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return depth === 0 ? step : `.${step}`;
    })
    .join("");
}
