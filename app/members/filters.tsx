import { Search as SearchIcon } from "lucide-react";
import Form from "next/form";
import type { Ring } from "#registry/masque/ring";
import { RINGS } from "../catalogue/search";
import { AutoSubmit } from "../elements/auto-submit";
import type { Search } from "./search";

/** Search among the members: a plain form whose fields are the address. */
export function Filters({ search, viewer }: { search: Search; viewer: Ring }) {
  return (
    <search>
      <Form action="/members" replace scroll={false} className="flex flex-wrap gap-2">
        <AutoSubmit />
        <div className="relative min-w-0 flex-1 basis-64">
          <SearchIcon
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-3 size-4.5 -translate-y-1/2 text-muted"
          />
          <label htmlFor="q" className="sr-only">
            Search by name or handle
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={search.q}
            maxLength={100}
            placeholder="Search by name or handle"
            className="field pl-10"
          />
        </div>
        <label className="flex-1 sm:flex-none">
          <span className="sr-only">Ring</span>
          <select name="ring" defaultValue={search.ring ?? ""} className="field">
            <option value="">Every ring</option>
            {RINGS.slice(0, RINGS.indexOf(viewer) + 1)
              .toReversed()
              .map((ring) => (
                <option key={ring} value={ring}>
                  {ring}
                </option>
              ))}
          </select>
        </label>
        <label className="flex-1 sm:flex-none">
          <span className="sr-only">Kind</span>
          <select name="kind" defaultValue={search.kind ?? ""} className="field">
            <option value="">People and agents</option>
            <option value="person">People</option>
            <option value="agent">Agents</option>
          </select>
        </label>
        <noscript>
          <button type="submit" className="button">
            Search
          </button>
        </noscript>
      </Form>
    </search>
  );
}
