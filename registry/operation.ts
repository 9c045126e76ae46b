import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { type Actor, actorName, type Scope } from "./actor";
import { appendEntries, type Subject } from "./audit/append";
import { type Issue, Refusal } from "./errors";
import { type Ring, rank } from "./masque/ring";
import { effectiveRing } from "./rings/effective-ring";
import { requirePresence } from "./rings/require-presence";
import type { Runtime } from "./runtime";
import type { Schema, TypeOf } from "./schema-type";
import type { Transaction } from "./store/open";

/** What an operation knows while it runs. */
export interface Context {
  readonly actor: Actor;
  /** What the actor's ring is worth at this moment. */
  readonly ring: Ring;
  readonly runtime: Runtime;
  readonly now: Date;
  /**
   * Writes, and puts what was written on record in the same transaction: one entry for each subject. The only way an
   * operation writes.
   */
  commit<T>(subjects: Subject | readonly Subject[], work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Says what the input is about where only the operation knows: a refusal is then on record about that. */
  about(subject: Subject): void;
}

/** Something a person or an agent can do: the unit that is validated, authorised, run and recorded. */
export interface Operation<Input = never, Output = unknown> {
  readonly name: string;
  readonly effect: "read" | "write";
  /** What the caller's token must be good for. `decide` also demands that a person is present. */
  readonly scope: Scope;
  /** Open to those who are not signed in even where the policy closes the door to them: ways to come in. */
  readonly entrance?: true;
  /** One sentence, for the API reference, tools and command help. */
  readonly summary: string;
  readonly input: Schema;
  /** What comes out, for the API reference. */
  readonly output: Schema;
  /** Who may. Throws a Refusal; absent means anyone whose ring sees the subject. */
  authorize?(context: Context, input: Input): void | Promise<void>;
  run(context: Context, input: Input): Output | Promise<Output>;
}

/** States an operation; its input's type follows from the schema. */
export function operation<const Input extends Schema, Output>(definition: {
  name: string;
  effect: "read" | "write";
  scope: Scope;
  entrance?: true;
  summary: string;
  input: Input;
  output: Schema;
  authorize?(context: Context, input: TypeOf<Input>): void | Promise<void>;
  run(context: Context, input: TypeOf<Input>): Output | Promise<Output>;
}): Operation<TypeOf<Input>, Output> {
  return definition;
}

export type InputOf<Op> = Op extends Operation<infer Input, unknown> ? Input : never;
export type OutputOf<Op> = Op extends { run(...given: never[]): infer Output } ? Awaited<Output> : never;

/**
 * The only door. Validates the input, checks the token's scope and the operation's own rule, runs it, and sees to
 * it that every write and every refused write is in the trail.
 */
export async function invoke<Input, Output>(
  runtime: Runtime,
  operation: Operation<Input, Output>,
  actor: Actor,
  input: unknown,
): Promise<Output> {
  let committed = false;
  let subject = subjectOf(input);
  const now = runtime.clock.now();
  const { idleDays } = runtime.policy.current.standing;
  if (actor.kind === "member") runtime.society.touch(actor.member.id, now, idleDays);
  const ring = effectiveRing(runtime, actor);
  // By grant: whoever acts as an outsider while held or lapsed does not become visible to outsiders by it.
  const actorRing = actor.kind === "member" ? actor.member.ring : ring;
  const record = (
    tx: Transaction,
    subjects: readonly Subject[],
    outcome: "done" | "refused" | "failed",
    code?: string,
  ) =>
    appendEntries(
      tx,
      { at: now, actor: actorName(actor), actorRing, operation: operation.name, outcome, code },
      subjects,
    );
  const context: Context = {
    actor,
    ring,
    runtime,
    now,
    commit(subjects, work) {
      const writing = runtime.store.transact(async (tx) => {
        if (rank(effectiveRing(runtime, actor)) < rank(ring)) {
          throw new Refusal("forbidden.standing", "Your standing changed meanwhile. Nothing was done.");
        }
        const result = await work(tx);
        await record(tx, [subjects].flat(), "done");
        return result;
      });
      return writing.then((result) => {
        committed = true;
        return result;
      });
    },
    about(known) {
      subject = known;
    },
  };
  try {
    requireValid(operation, input);
    requireOpenDoor(runtime, operation, actor);
    requireScope(runtime, actor, operation.scope);
    const authorizing = operation.authorize?.(context, input as Input);
    if (authorizing) await authorizing;
    const running = operation.run(context, input as Input);
    // Reads that answer from memory do not wait: they are most of all requests.
    const output = running instanceof Promise ? await running : running;
    if (operation.effect === "write" && !committed) {
      await runtime.store.transact((tx) => record(tx, [subject], "done", "unchanged"));
    }
    return output;
  } catch (error) {
    if (operation.effect === "write" && !committed && actor.kind !== "outsider") {
      const refused = error instanceof Refusal;
      await runtime.store.transact((tx) =>
        record(tx, [subject], refused ? "refused" : "failed", refused ? error.code : "internal"),
      );
    }
    throw error;
  }
}

/** What a refused write was about, as far as its input says; the trail keeps names, never whole inputs. */
function subjectOf(input: unknown): Subject {
  const given = (input ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 200) : undefined);
  return { masque: text(given.name), version: text(given.version), member: text(given.handle) };
}

function requireOpenDoor({ policy }: Runtime, { entrance }: Pick<Operation, "entrance">, actor: Actor): void {
  if (actor.kind !== "outsider" || policy.current.door === "open" || entrance) return;
  throw new Refusal(
    "unauthenticated",
    "This registry is closed to those who are not signed in. Sign in first.",
  );
}

function requireScope(runtime: Runtime, actor: Actor, scope: Scope): void {
  if (actor.kind !== "member") return;
  if (scope === "decide") requirePresence(runtime, actor);
  else if (!actor.scopes.has(scope)) throw new Refusal("forbidden", lacking(actor.scopes, scope));
}

function lacking(scopes: ReadonlySet<Scope>, scope: Scope): string {
  const made = [...scopes].join(", ") || "nothing";
  return `This token may not ${scope}: it was made for ${made}. Use one that carries the scope "${scope}".`;
}

const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false, strictRequired: false });
const validators = new WeakMap<object, ValidateFunction>();

function requireValid(operation: Pick<Operation, "name" | "input">, input: unknown): void {
  let validate = validators.get(operation);
  if (!validate) {
    validate = ajv.compile(operation.input as object);
    validators.set(operation, validate);
  }
  if (validate(input)) return;
  const issues = (validate.errors ?? []).slice(0, 50).map(toIssue);
  throw new Refusal(
    "invalid",
    `The input does not fit ${operation.name}: ${issues[0]?.path || "it"} ${issues[0]?.message}.`,
    issues,
  );
}

function toIssue(error: ErrorObject): Issue {
  const parent = error.instancePath.slice(1).replaceAll("/", ".");
  if (error.keyword === "required" || error.keyword === "additionalProperties") {
    const key = String(error.params.missingProperty ?? error.params.additionalProperty);
    const path = parent ? `${parent}.${key}` : key;
    return { path, message: error.keyword === "required" ? "is missing" : "is not known here" };
  }
  return { path: parent, message: error.message ?? "is not valid" };
}
