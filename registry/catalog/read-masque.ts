import { type Origin, type Reading, readDefinition } from "#registry/masque/definition";
import { checkProgram } from "#registry/masque/program/check";

/** Reads a masque file as for publishing: its text, and whether its code, if it has any, can be run at all. */
export async function readMasque(bytes: Uint8Array, origin: Origin): Promise<Reading> {
  const reading = readDefinition(bytes, origin);
  const program = reading.definition?.program;
  if (typeof program !== "string") return reading;
  const errors = await checkProgram(program);
  return errors.length === 0 ? reading : { errors, warnings: reading.warnings };
}
