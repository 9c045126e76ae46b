import { notFound } from "next/navigation";
import { cache } from "react";
import type { Ring } from "#registry/masque/ring";
import { type Answer, read, viewer } from "../registry";

export type Promotion = Answer<"promotion.show">;

/** A nomination by its id; asked once a request. */
export const showPromotion = cache((id: string): Promise<Promotion> => read("promotion.show", { id }));

/** In which ring a member of the council looks; for everyone else the council's pages are not there. */
export async function requireCouncil(): Promise<Extract<Ring, "player" | "admin">> {
  const { ring } = await viewer();
  if (ring === "player" || ring === "admin") return ring;
  notFound();
}
