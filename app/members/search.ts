import type { Ring } from "#registry/masque/ring";
import { type Query, RINGS } from "../catalogue/search";

/** What the list of members is asked for; it lives in the address. */
export interface Search {
  q?: string;
  ring?: Ring;
  kind?: "person" | "agent";
  cursor?: string;
}

/** Reads a search from the address; what is not known here asks for nothing. */
export function parseSearch(query: Query): Search {
  const one = (key: keyof Search) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.slice(0, 100) || undefined;
  };
  const kind = one("kind");
  return {
    q: one("q"),
    ring: RINGS.find((ring) => ring === one("ring")),
    kind: kind === "person" || kind === "agent" ? kind : undefined,
    cursor: one("cursor"),
  };
}

/** The address of a search. */
export function searchAddress(search: Search): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given as [string, string][]).toString();
  return query === "" ? "/members" : `/members?${query}`;
}
