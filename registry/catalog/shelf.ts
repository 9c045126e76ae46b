import MiniSearch from "minisearch";
import type { MasqueName } from "#registry/masque/name";
import { RINGS, type Ring, rank } from "#registry/masque/ring";
import { compareVersions, type Version } from "#registry/masque/version";
import { latestOf, type MasqueFacts, type VersionFacts } from "./facts";

/** In which order a list comes. */
export type Order = "name" | "recent" | "versions";

/**
 * All published versions, in memory, as one view per ring. Each view is built from what its ring may see and from
 * nothing else, so that no count, order, search score or gap can speak of what lies above.
 */
export interface Shelf {
  find(viewer: Ring, name: MasqueName): MasqueFacts | undefined;
  findVersion(viewer: Ring, name: MasqueName, version: Version): VersionFacts | undefined;
  /** Every visible masque in that order; the same array until something changes. */
  list(viewer: Ring, order: Order): readonly MasqueFacts[];
  /** Visible masques that match the words, best first. */
  search(viewer: Ring, words: string): readonly MasqueFacts[];
  /** What the visible masques can be narrowed down by. */
  facets(viewer: Ring): Facets;
  /** Adds a version or replaces what was known of it. */
  put(index: number, version: VersionFacts): void;
  clear(): void;
  /** Versions held. */
  readonly size: number;
}

/** Every namespace and skill in use among visible masques, in order. */
export interface Facets {
  namespaces: string[];
  skills: string[];
}

interface View {
  facets?: Facets;
  readonly masques: Map<MasqueName, MasqueFacts>;
  readonly lists: Map<Order, readonly MasqueFacts[]>;
  readonly words: MiniSearch<SearchDocument>;
  /** Masques whose words changed since the last search: indexed then, so that a start pays nothing for it. */
  readonly unread: Set<MasqueName>;
}

interface SearchDocument {
  id: string;
  name: string;
  title: string;
  tagline: string;
  skills: string;
}

const BY: Record<Order, (a: MasqueFacts, b: MasqueFacts) => number> = {
  name: (a, b) => (a.name < b.name ? -1 : 1),
  recent: (a, b) => newest(b) - newest(a) || BY.name(a, b),
  versions: (a, b) => b.versions.length - a.versions.length || BY.name(a, b),
};

function newest(masque: MasqueFacts): number {
  return masque.versions.reduce((time, { publishedAt }) => Math.max(time, publishedAt.getTime()), 0);
}

function newView(): View {
  return {
    masques: new Map(),
    lists: new Map(),
    unread: new Set(),
    words: new MiniSearch({
      fields: ["name", "title", "tagline", "skills"],
      searchOptions: { prefix: true, combineWith: "AND", boost: { name: 3, title: 2 } },
    }),
  };
}

function toDocument(masque: MasqueFacts): SearchDocument {
  const { name, title, tagline, skills } = latestOf(masque);
  return { id: name, name, title, tagline: tagline ?? "", skills: skills.map(({ uri }) => uri).join(" ") };
}

export function createShelf(): Shelf {
  let views = new Map<Ring, View>();
  let size = 0;
  const view = (ring: Ring) => views.get(ring) as View;
  const clear = () => {
    views = new Map(RINGS.map((ring) => [ring, newView()]));
    size = 0;
  };
  clear();

  const place = (into: View, index: number, version: VersionFacts): boolean => {
    const before = into.masques.get(version.name);
    const others = before?.versions.filter((known) => known.version !== version.version) ?? [];
    const older = others.findIndex((known) => compareVersions(known.version, version.version) < 0);
    const versions = others.toSpliced(older < 0 ? others.length : older, 0, version);
    const after: MasqueFacts = { name: version.name, index, versions };
    into.masques.set(version.name, after);
    into.lists.clear();
    into.facets = undefined;
    into.unread.add(version.name);
    return versions.length > (before?.versions.length ?? 0);
  };

  return {
    find: (viewer, name) => view(viewer).masques.get(name),
    findVersion: (viewer, name, version) =>
      view(viewer)
        .masques.get(name)
        ?.versions.find((known) => known.version === version),
    list(viewer, order) {
      const { lists, masques } = view(viewer);
      const list = lists.get(order) ?? [...masques.values()].sort(BY[order]);
      lists.set(order, list);
      return list;
    },
    search(viewer, words) {
      const { masques, words: index, unread } = view(viewer);
      for (const name of unread) {
        if (index.has(name)) index.discard(name);
        index.add(toDocument(masques.get(name) as MasqueFacts));
      }
      unread.clear();
      return index.search(words).map(({ id }) => masques.get(id as MasqueName) as MasqueFacts);
    },
    facets(viewer) {
      const into = view(viewer);
      into.facets ??= facetsOf([...into.masques.values()]);
      return into.facets;
    },
    put(index, version) {
      for (const ring of RINGS) {
        if (rank(ring) < rank(version.ring)) continue;
        const added = place(view(ring), index, version);
        if (ring === "admin" && added) size += 1;
      }
    },
    clear,
    get size() {
      return size;
    },
  };
}

function facetsOf(masques: readonly MasqueFacts[]): Facets {
  const namespaces = masques
    .filter(({ name }) => name.includes(":"))
    .map(({ name }) => name.split(":")[0] as string);
  const skills = masques.flatMap((masque) => latestOf(masque).skills.map(({ uri }) => uri));
  return { namespaces: [...new Set(namespaces)].sort(), skills: [...new Set(skills)].sort() };
}
