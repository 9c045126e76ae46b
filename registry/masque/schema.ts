import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "yaml";
import schemaSource from "../../schemas/masque.schema.yaml?raw";

/** The JSON Schema (2020-12) of masques, exactly as `schemas/masque.schema.yaml` has it, comments included. */
export const schemaText: string = schemaSource;

let compiled: ValidateFunction | undefined;

/** The same schema as plain data, for whoever serves it or completes from it. */
export function masqueSchema(): Record<string, unknown> {
  return parse(schemaText) as Record<string, unknown>;
}

/** Every way in which `value` differs from the shape of a masque. Compiles the schema once, at first use. */
export function shapeErrors(value: unknown): readonly ErrorObject[] {
  compiled ??= new Ajv2020({ strict: true, allErrors: true, verbose: true }).compile(masqueSchema());
  return compiled(value) ? [] : (compiled.errors ?? []);
}
