import { notFound } from "next/navigation";
import type { Door } from "#registry/door";
import type { InputOf, OutputOf } from "#registry/operation";
import type { OperationName, Operations } from "#registry/operations";
import { door } from "./door";
import { findRefusal } from "./refusal";
import { sessionSecret } from "./session";

/** What an operation answers. */
export type Answer<Name extends OperationName> = OutputOf<Operations[Name]>;
type Input<Name extends OperationName> = InputOf<Operations[Name]>;

/**
 * Reads for a page, as whoever is signed in. What is absent, hidden or cannot be a name becomes the not-found page;
 * every other refusal is thrown.
 */
export async function read<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
): Promise<Answer<Name>> {
  try {
    return await act(name, input);
  } catch (error) {
    const code = findRefusal(error)?.code;
    if (code === "not_found" || code === "invalid") notFound();
    throw error;
  }
}

/** Does something as whoever is signed in. Refusals are thrown: `findRefusal` reads them. */
export async function act<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Name>> {
  return door().invoke(name, input, await sessionSecret());
}

/** Who is signed in, if anyone, and in which ring that acts now. */
export async function viewer(): Promise<ReturnType<Door["viewer"]>> {
  return door().viewer(await sessionSecret());
}
