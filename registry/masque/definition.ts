import { type Issue, Refusal } from "../errors";
import { type MasqueFile, settle } from "./file";
import { splitFileName } from "./file-name";
import { type MeaningFault, meaningErrors, meaningWarnings } from "./meaning";
import { quote } from "./quote";
import type { Ring } from "./ring";
import { checkShape } from "./shape";
import { decodeSource } from "./source";
import { findVersion, type Version } from "./version";
import { readYaml, type Yaml } from "./yaml";

export const SKILL_LEVELS = ["novice", "competent", "proficient", "expert", "master"] as const;
/** How well a masque claims to know a skill, least first. */
export type SkillLevel = (typeof SKILL_LEVELS)[number];

export const SCORES = ["+", "-", "/", "*", "e"] as const;
/** The five contribution symbols: additive, negative, dividing, multiplicative, exponential. */
export type Score = (typeof SCORES)[number];

/** Keys to a role beyond the everyday one, for one operation or at most 15 minutes. */
export interface Elevation {
  role: string;
  /** ISO 8601 duration of at most 15 minutes. */
  ttl: string;
  approval: "none" | "required";
}

/** What a wearer is given keys to. Spelled as in the file, because it is served as it stands. */
export interface Access {
  vault_role: string;
  /** `session`, or an ISO 8601 duration. */
  ttl: string;
  provider?: "oidc" | "vault";
  /** The `vault_role` unless the file says otherwise. */
  audience: string;
  scope?: string;
  elevations: Record<string, Elevation>;
}

/** The author's own claim; what was observed lives in reflection. */
export interface Performance {
  score: Score | null;
  history: { date: string; score: Score; notes?: string }[];
}

/** One version of a masque, as its file states it: defaults filled in, both spellings made one. */
export interface Definition {
  /** Display title. The identity is the registry's name, never this. */
  name: string;
  index?: number;
  version: Version;
  /** The version as the author wrote it: `2.10`, `v2.3`. */
  declaredVersion: string;
  ring: Ring;
  attributes: Record<string, string | number | boolean | null>;
  skills: { uri: string; level: SkillLevel }[];
  intent: { allowed: string[]; denied: string[] };
  context: string | null;
  knowledge: string[];
  access: Access | null;
  lens: string;
  performance?: Performance;
  program: string | null;
  /** What a rater should ask, by criterion. */
  rubric?: Record<string, string>;
  spinnerVerbs?: { mode: "replace" | "append" | "prepend"; verbs: string[] };
  /** The file's `x-*` keys, which the registry keeps and does not read. */
  extensions: Record<string, unknown>;
}

/** Either a definition, perhaps with warnings, or every reason why there is none. */
export interface Reading {
  definition?: Definition;
  errors: Issue[];
  warnings: Issue[];
}

const MOST_ERRORS = 100;

/** Where a masque comes from. `name`, the registry's, or else `fileName` gives the title to a file that states none. */
export interface Origin {
  fileName?: string;
  name?: string;
}

/**
 * Reads one masque file: bytes in; a definition, or everything that is wrong with it, out. Never throws for what the
 * bytes hold. Broken bytes and broken YAML end the reading; beyond that, every error is found at once.
 */
export function readDefinition(source: Uint8Array, origin: Origin = {}): Reading {
  const { stem, selector, errors } = examineFileName(origin.fileName);
  const decoded = decodeSource(source);
  if ("issue" in decoded) return { errors: [...errors, decoded.issue], warnings: [] };
  const yaml = readYaml(decoded.text, ["version"]);
  errors.push(...yaml.issues);
  if (yaml.value === undefined) return { errors: shorten(errors), warnings: [] };
  if (yaml.value === null) {
    const message = "The file is empty. A masque has at least version, ring, intent and lens.";
    addUnlessKnown(errors, [{ path: [], message }], yaml);
    return { errors, warnings: [] };
  }

  addUnlessKnown(errors, checkShape(yaml.value), yaml);
  const title = origin.name ?? stem;
  const definition = settle(soundPart(yaml.value, errors), title || "untitled");
  addUnlessKnown(errors, meaningErrors(definition), yaml);
  if (selector !== undefined && findVersion(selector) !== definition.version) {
    const message = `The file's name says ${quote(selector)} and its version is ${definition.declaredVersion}. Make them agree.`;
    addUnlessKnown(errors, [{ path: ["version"], message }], yaml);
  }
  // A faulty field was read as its stand-in, and a warning about that would only puzzle.
  if (errors.length > 0) return { errors: shorten(errors), warnings: [] };
  const warnings = meaningWarnings(definition).map(({ path, message }) => yaml.issueAt(path, message, "key"));
  return { definition, errors, warnings };
}

function examineFileName(fileName: string | undefined): { stem: string; selector?: string; errors: Issue[] } {
  if (fileName === undefined) return { stem: "", errors: [] };
  try {
    return { ...splitFileName(fileName), errors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { stem: "", errors: [{ path: "", message: error.message }] };
  }
}

/** A file can hold more errors than anyone reads: the first hundred, and how many follow. */
function shorten(errors: Issue[]): Issue[] {
  const rest = errors.length - MOST_ERRORS;
  if (rest <= 0) return errors;
  return [
    ...errors.slice(0, MOST_ERRORS),
    { path: "", message: `There are ${rest} more errors. Mend these first.` },
  ];
}

/** One place, one error: what is found first there is nearest the cause. */
function addUnlessKnown(
  errors: Issue[],
  faults: (MeaningFault & { at?: "key" | "value" })[],
  yaml: Yaml,
): void {
  const known = new Set(errors.map(({ path }) => path));
  for (const { path, message, at } of faults) {
    const issue = yaml.issueAt(path, message, at);
    if (!known.has(issue.path)) errors.push(issue);
  }
}

/** The top-level fields without an error in them, which are therefore of the shape that the schema gives them. */
function soundPart(value: unknown, errors: Issue[]): MasqueFile {
  const faulty = new Set(errors.map(({ path }) => path.split(/[.[]/, 1)[0]));
  return Object.fromEntries(
    Object.entries(value as object).filter(([key]) => !faulty.has(key)),
  ) as MasqueFile;
}
