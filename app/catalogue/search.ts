import type { Ring } from "#registry/masque/ring";
import type { Answer } from "../registry";

/** The query of an address, as the router hands it over. */
export type Query = Record<string, string | string[] | undefined>;
export type Page = Answer<"masque.list">;

/** The rings, outermost first, and the orders in which a catalogue may come. */
export const RINGS = ["outsider", "guest", "player", "admin"] as const satisfies readonly Ring[];
export const ORDERS = ["name", "recent", "versions"] as const;

/** What the catalogue is asked for; it lives in the address and nowhere else. */
export interface Search {
  q?: string;
  ring?: Ring;
  skill?: string;
  namespace?: string;
  sort?: (typeof ORDERS)[number];
  cursor?: string;
}

/** Reads a search from the address. Empty fields, as forms send them, and what is not known here ask for nothing. */
export function parseSearch(query: Query): Search {
  const one = (key: keyof Search) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.slice(0, 200) || undefined;
  };
  return compact({
    q: one("q"),
    ring: RINGS.find((ring) => ring === one("ring")),
    skill: one("skill"),
    namespace: one("namespace"),
    sort: ORDERS.find((order) => order === one("sort")),
    cursor: one("cursor"),
  });
}

/** The address of a search. */
export function searchAddress(search: Search): string {
  const query = new URLSearchParams(compact(search) as Record<string, string>).toString();
  return query === "" ? "/" : `/?${query}`;
}

function compact(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
