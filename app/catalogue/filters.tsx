import { Search as SearchIcon } from "lucide-react";
import Form from "next/form";
import type { Ring } from "#registry/masque/ring";
import { AutoSubmit } from "../elements/auto-submit";
import { RingShape } from "../elements/ring-badge";
import { skillName } from "../elements/skill-name";
import { ORDERS, RINGS, type Search } from "./search";

const ORDER_NAMES = { name: "By name", recent: "Newest first", versions: "Most versions" } as const;

/** Search and filters: a plain form whose fields are the address. With JavaScript it sends itself as one types. */
export function Filters({
  search,
  viewer,
  namespaces,
  skills,
}: {
  search: Search;
  viewer: Ring;
  namespaces: readonly string[];
  skills: readonly string[];
}) {
  return (
    <search>
      <Form action="/" replace scroll={false} className="space-y-4 border-b border-line pb-6">
        <AutoSubmit />
        <div className="flex gap-2">
          <div className="relative min-w-0 flex-1">
            <SearchIcon
              aria-hidden
              className="pointer-events-none absolute top-1/2 left-3.5 size-5 -translate-y-1/2 text-muted"
            />
            <label htmlFor="q" className="sr-only">
              Search by name, title or skill
            </label>
            <input
              id="q"
              name="q"
              type="search"
              defaultValue={search.q}
              maxLength={200}
              placeholder="Search by name, title or skill"
              className="field min-h-12 pl-11 text-base sm:text-base"
            />
          </div>
          <button type="submit" className="button button-main min-h-12">
            Search
          </button>
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <fieldset className="flex flex-wrap items-center gap-1.5">
            <legend className="sr-only">Ring</legend>
            <RingChoice chosen={search.ring} />
            {RINGS.slice(0, RINGS.indexOf(viewer) + 1).map((ring) => (
              <RingChoice key={ring} ring={ring} chosen={search.ring} />
            ))}
          </fieldset>
          <div className="grid w-full grid-cols-2 gap-2 max-sm:[&>:last-child:nth-child(odd)]:col-span-2 sm:ml-auto sm:flex sm:w-auto">
            {namespaces.length > 0 && (
              <Choice name="namespace" label="Namespace" value={search.namespace} none="Every namespace">
                {namespaces.map((namespace) => [namespace, `${namespace}:…`])}
              </Choice>
            )}
            {skills.length > 0 && (
              <Choice name="skill" label="Skill" value={search.skill} none="Every skill">
                {skills.map((uri) => [uri, skillName(uri)])}
              </Choice>
            )}
            <Choice
              name="sort"
              label="Order"
              value={search.sort}
              none={search.q ? "Best match" : ORDER_NAMES.name}
            >
              {ORDERS.filter((order) => search.q || order !== "name").map((order) => [
                order,
                ORDER_NAMES[order],
              ])}
            </Choice>
          </div>
        </div>
      </Form>
    </search>
  );
}

function RingChoice({ ring, chosen }: { ring?: Ring; chosen: Ring | undefined }) {
  return (
    <label className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-full border border-line px-3.5 text-sm text-muted transition-colors select-none hover:border-edge has-checked:border-ink has-checked:bg-ink/6 has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-curtain">
      <input
        type="radio"
        name="ring"
        value={ring ?? ""}
        defaultChecked={ring === chosen}
        className="sr-only"
      />
      {ring && <RingShape ring={ring} />}
      {ring ?? "Every ring"}
    </label>
  );
}

function Choice({
  name,
  label,
  value,
  none,
  children,
}: {
  name: string;
  label: string;
  value: string | undefined;
  none: string;
  children: [value: string, text: string][];
}) {
  return (
    <label className="min-w-0">
      <span className="sr-only">{label}</span>
      <select name={name} defaultValue={value ?? ""} className="field sm:w-auto sm:max-w-52">
        <option value="">{none}</option>
        {children.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
