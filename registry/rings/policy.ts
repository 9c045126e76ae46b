import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "yaml";
import type { Issue } from "#registry/errors";
import { explainErrors } from "#registry/masque/shape";
import { readYaml } from "#registry/masque/yaml";
import schemaSource from "../../schemas/policy.schema.yaml?raw";

/** A part of a whole, written `2/3`: shares of heads are counted exactly, and ⅔ of 3 is 2. */
export type Fraction = `${number}/${number}`;

/** Every number that the rings go by (DESIGN §7). Times are in the unit that their names end in. */
export interface Policy {
  /** Whether those who are not signed in see the public part. */
  readonly door: "open" | "closed";
  readonly guest: {
    readonly knownHours: number;
    readonly sessions: number;
    readonly approvals: number;
    readonly objectionHours: number;
    readonly openDays: number;
  };
  readonly player: {
    readonly windowDays: number;
    readonly sessions: number;
    readonly activeDays: number;
    readonly masques: number;
    readonly points: number;
    readonly raters: number;
    readonly cleanShare: number;
    readonly violationFreeDays: number;
    readonly approvals: number;
    /** How many of the approvals must be admins'. */
    readonly elders: number;
    readonly denials: number;
    readonly openDays: number;
  };
  readonly admin: {
    readonly windowDays: number;
    readonly sessions: number;
    readonly activeDays: number;
    readonly points: number;
    readonly raters: number;
    readonly ratedDays: number;
    readonly violationFreeDays: number;
    /** The most approvals that are asked for, however many elders there are. */
    readonly approvals: number;
    readonly ofElders: Fraction;
    readonly denials: number;
    readonly openDays: number;
  };
  readonly points: { readonly "+": number; readonly "*": number; readonly e: number };
  readonly costs: { readonly "-": number; readonly "/": number };
  readonly shares: { readonly rater: number; readonly masque: number };
  readonly standing: { readonly idleDays: number; readonly centreDisapprovals: number };
  readonly demotion: {
    readonly guestConfirmations: number;
    readonly playerConfirmations: number;
    readonly ofOtherElders: Fraction;
    readonly decayShare: number;
    readonly decayDays: number;
    readonly idleDays: number;
  };
  readonly retryDays: number;
  readonly supervision: { readonly days: number; readonly sessions: number; readonly hours: number };
  readonly presence: { readonly minutes: number; readonly tokenHours: number };
  readonly founding: { readonly days: number; readonly founders: number };
}

interface Described {
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Described>>;
}

const schema = parse(schemaSource) as Described;

/** The policy of a registry that has no policy.yaml: the schema's defaults. */
export const DEFAULT_POLICY = defaultsOf(schema) as Policy;

let validator: ValidateFunction | undefined;

/** Reads a policy file: the whole policy, or everything that is wrong with the file, with line and column. */
export function readPolicy(text: string): { policy: Policy } | { issues: Issue[] } {
  const { value, issues, issueAt } = readYaml(text);
  if (issues.length > 0) return { issues };
  const given = value ?? {};
  validator ??= new Ajv2020({ strict: true, allErrors: true, verbose: true, strictTypes: false }).compile(
    schema,
  );
  if (validator(given)) return { policy: merge(DEFAULT_POLICY, given) as Policy };
  return {
    issues: explainErrors(validator.errors ?? []).map(({ path, message, at }) => issueAt(path, message, at)),
  };
}

/** So many heads are the given part of all of them, rounded up. */
export function partOf(fraction: Fraction, heads: number): number {
  const [part = 1, whole = 1] = fraction.split("/").map(Number);
  return Math.ceil((heads * part) / whole);
}

function defaultsOf({ properties = {}, default: fallback }: Described): unknown {
  if (fallback !== undefined) return fallback;
  return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, defaultsOf(inner)]));
}

function merge(base: unknown, given: unknown): unknown {
  if (typeof base !== "object" || base === null) return given ?? base;
  const over = (given ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(base).map(([name, value]) => [name, merge(value, over[name])]));
}
