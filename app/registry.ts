import { notFound } from "next/navigation";
import type { Door } from "#registry/door";
import type { InputOf, OutputOf } from "#registry/operation";
import type { OperationName, Operations } from "#registry/operations";
import { findRefusal } from "./refusal";
import { sessionSecret } from "./session";

/** What an operation answers. */
export type Answer<Name extends OperationName> = OutputOf<Operations[Name]>;
type Input<Name extends OperationName> = InputOf<Operations[Name]>;

/** The running registry, which left its door in this process before it started the pages. */
export function door(): Door {
  const found = (globalThis as unknown as Record<symbol, Door | undefined>)[Symbol.for("masque.door")];
  if (!found)
    throw new Error("The pages run inside the registry: start it with `npm start` or `npm run dev`.");
  return found;
}

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
