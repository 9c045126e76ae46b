import type { ErrorObject } from "ajv/dist/2020.js";
import { closest, distance } from "fastest-levenshtein";
import type { Path } from "./path";
import { quote } from "./quote";
import { shapeErrors } from "./schema";

/** One thing about the shape of a masque that is wrong, in words for people. */
export interface ShapeFault {
  path: Path;
  /** Whether the key itself is what is wrong, or its value. */
  at: "key" | "value";
  message: string;
}

/** Everything wrong with the shape of `value`, one fault for each place, in the words of the schema's descriptions. */
export function checkShape(value: unknown): ShapeFault[] {
  return explainErrors(shapeErrors(value));
}

/** What a schema with descriptions found wrong, in words; its errors must carry their data (`verbose`). */
export function explainErrors(errors: readonly ErrorObject[]): ShapeFault[] {
  const alternatives = new Set(
    errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath),
  );
  const faults = new Map<string, ShapeFault>();
  for (const error of errors) {
    if (error.keyword === "if") continue;
    if (error.keyword !== "anyOf" && alternatives.has(error.instancePath)) continue;
    const fault = explain(error);
    const place = JSON.stringify(fault.path);
    if (!faults.has(place)) faults.set(place, fault);
  }
  return [...faults.values()];
}

function explain(error: ErrorObject): ShapeFault {
  const path = pathOf(error.instancePath);
  const { keyword, params, data } = error;
  const schema = error.parentSchema ?? {};
  const description = typeof schema.description === "string" ? schema.description : "";
  const fault = (message: string): ShapeFault => ({
    path,
    at: "value",
    message: `${message} ${description}`.trim(),
  });
  switch (keyword) {
    case "additionalProperties":
      return {
        path: [...path, params.additionalProperty],
        at: "key",
        message: unknownKey(params.additionalProperty, schema),
      };
    case "required": {
      const missing = schema.properties?.[params.missingProperty]?.description ?? description;
      const message = `\`${params.missingProperty}\` is missing. ${missing}`.trim();
      return { path: [...path, params.missingProperty], at: "value", message };
    }
    case "type":
      return fault(
        data === null
          ? "Nothing is written here."
          : `Expected ${TYPES[String(params.type)]}, found ${kindOf(data)}.`,
      );
    case "enum": {
      const allowed = (params.allowedValues as unknown[]).map(String);
      if (typeof data !== "string")
        return fault(`Expected one of ${allowed.join(", ")}, found ${kindOf(data)}.`);
      return fault(`${quote(data)} is none of ${allowed.join(", ")}.${suggestion(data, allowed)}`);
    }
    case "uniqueItems":
      return {
        path: [...path, Math.max(params.i, params.j)],
        at: "value",
        message: "This is given twice. Keep one of them.",
      };
    case "maxLength":
      return fault(`This is too long: ${[...String(data)].length} characters, at most ${params.limit}.`);
    case "minItems":
    case "minProperties":
      return fault("This is empty.");
    case "maxItems":
    case "maxProperties":
      return fault(`There are too many: at most ${params.limit}.`);
    case "not":
      return { ...fault(""), at: "key" };
    default:
      return fault(misfit(data));
  }
}

function misfit(data: unknown): string {
  if (data === null) return "Nothing is written here.";
  if (typeof data !== "string") return `Here stands ${kindOf(data)}, which does not fit.`;
  return data.trim() === "" ? "This is empty." : `${quote(data)} does not fit.`;
}

const TYPES: Record<string, string> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping (key: value)",
  null: "nothing",
};

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? "text" : String(value);
}

function unknownKey(key: string, schema: Record<string, unknown>): string {
  const known = Object.keys((schema.properties as object | undefined) ?? {});
  if (known.length === 0)
    return `${quote(key)} cannot be a name here: letters, digits and hyphens, beginning with a letter.`;
  const hint = suggestion(key, known) || ` Known here: ${known.join(", ")}.`;
  return `There is no field ${quote(key)} here.${hint}`;
}

/** A guess is only worth making when at most a third of the word is different. */
function suggestion(word: string, known: string[]): string {
  if (word.length > 60) return "";
  const lower = word.toLowerCase().replaceAll("-", "_");
  const guess = closest(lower, known);
  return distance(lower, guess) <= Math.max(2, guess.length / 3) ? ` Did you mean \`${guess}\`?` : "";
}

function pathOf(pointer: string): Path {
  const steps = pointer.split("/").slice(1);
  return steps.map((step) =>
    /^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~"),
  );
}
