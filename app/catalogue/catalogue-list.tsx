import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { MasqueCard } from "./masque-card";
import { type Page, type Search, searchAddress } from "./search";

/** One page of what was found, how much there is, and the way on. */
export function CatalogueList({ page, search }: { page: Page; search: Search }) {
  const { q, ring, skill, namespace } = search;
  const filtered = Boolean(q || ring || skill || namespace);
  if (page.items.length === 0) return <Nothing filtered={filtered} />;
  return (
    <section aria-labelledby="found" className="pt-6">
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-3 text-sm text-muted">
        <div role="status">
          <h2 id="found" className="tabular-nums">
            {page.total === 1 ? "1 masque" : `${page.total.toLocaleString("en")} masques`}
            {filtered && " found"}
          </h2>
        </div>
        {filtered && (
          <Link href="/" className="link">
            Clear search and filters
          </Link>
        )}
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4 xl:gap-5">
        {page.items.map((masque) => (
          <MasqueCard key={masque.name} masque={masque} />
        ))}
      </ul>
      <nav aria-label="Pages" className="mt-10 flex justify-center gap-3 empty:hidden">
        {search.cursor && (
          <Link className="button" href={searchAddress({ ...search, cursor: undefined })}>
            Back to the first
          </Link>
        )}
        {page.next && (
          <Link className="button" href={searchAddress({ ...search, cursor: page.next })}>
            More
            <ArrowRight aria-hidden className="size-4" />
          </Link>
        )}
      </nav>
    </section>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return (
    <section className="mx-auto max-w-md py-20 text-center">
      <EmptyStage />
      <div role="status">
        <h2 className="subtitle mt-6">{filtered ? "No masque answers to that." : "The stage is empty."}</h2>
      </div>
      <p className="mt-2 text-muted">
        {filtered
          ? "Search looks at names, titles, taglines and skills, and every word must be there."
          : "Masques appear here as soon as someone publishes one."}
      </p>
      <Link href={filtered ? "/" : "/publish"} className="button mt-6">
        {filtered ? "Show everything" : "Publish a masque"}
      </Link>
    </section>
  );
}

function EmptyStage() {
  return (
    <svg viewBox="0 0 120 60" className="mx-auto w-44 text-line" aria-hidden="true" focusable="false">
      <path d="M4 4H116V12C100 18 96 30 94 52H116V4M4 4V52H26C24 30 20 18 4 12" fill="currentColor" />
      <ellipse cx="60" cy="51" rx="26" ry="4" fill="currentColor" />
    </svg>
  );
}
