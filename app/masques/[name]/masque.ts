import { cache } from "react";
import { findRefusal } from "../../refusal";
import { type Answer, act, read } from "../../registry";

export type Masque = Answer<"masque.show">;
export type Version = Masque["versions"][number];
export type Body = Answer<"masque.version">;

/** A masque by the name in the address (`engineer%3Abackend` and `engineer:backend` alike); asked once a request. */
export const showMasque = cache((segment: string): Promise<Masque> => {
  return read("masque.show", { name: findDecoded(segment) });
});

/** One version's five components; undefined when it is revoked and nothing but its tombstone is left. */
export async function findBody(name: string, version: string): Promise<Body | undefined> {
  try {
    return await act("masque.version", { name, version });
  } catch (error) {
    if (findRefusal(error)?.code === "gone") return undefined;
    throw error;
  }
}

/** How two versions differ; the sentence of the refusal when one of them is revoked. */
export async function findComparison(
  name: string,
  from: string,
  to: string,
): Promise<Answer<"masque.diff"> | { gone: string }> {
  try {
    return await act("masque.diff", { name, from, to });
  } catch (error) {
    const refusal = findRefusal(error);
    if (refusal?.code === "gone") return { gone: refusal.message };
    throw error;
  }
}

/** The version that an address asks for, or the one that stands for the masque; undefined when there is none such. */
export function findVersion({ versions, latest }: Masque, wanted: string | undefined): Version | undefined {
  const number = wanted?.replace(/^v/, "") ?? latest.version;
  return versions.find(({ version, declaredVersion }) => version === number || declaredVersion === number);
}

/** A version as one writes it after an `@`: `v2.3` where its author wrote 2.3. */
export function pinOf({ declaredVersion }: Pick<Version, "declaredVersion">): string {
  return `v${declaredVersion.replace(/^v/, "")}`;
}

function findDecoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
