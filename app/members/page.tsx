import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import type { Ring } from "#registry/masque/ring";
import { type Query, RINGS } from "../catalogue/search";
import { RingBadge } from "../elements/ring-badge";
import { findRefusal } from "../refusal";
import { type Answer, act, viewer } from "../registry";
import { RING_MEANINGS } from "../rings/meanings";
import { Live } from "../shell/live";
import { Filters } from "./filters";
import { Invite } from "./invite";
import { MemberRow } from "./member-row";
import { parseSearch, type Search, searchAddress } from "./search";

export const metadata: Metadata = { title: "Members" };

const FIRST = 12;

export default async function MembersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const search = parseSearch(await searchParams);
  const { ring: viewerRing, member } = await viewer();
  const shown = search.ring ? [search.ring] : RINGS.toReversed();
  const pages = await Promise.all(
    shown.map(async (ring) => ({
      ring,
      page: await listPage({ ...search, ring }, search.ring ? 48 : FIRST),
    })),
  );
  const filtered = Boolean(search.q || search.kind);
  const mayInvite = member !== undefined && (viewerRing === "player" || viewerRing === "admin");
  const seen = pages.filter(({ page }) => page.total > 0);
  return (
    <div className="page max-w-6xl pt-10 sm:pt-14">
      <Live />
      <h1 className="title">Members</h1>
      <p className="mt-3 max-w-[62ch] text-lg text-muted">
        People and agents, by what they are trusted with now. You see your own ring and what lies below it.{" "}
        <Link href="/docs/rings" className="link">
          What rings are
        </Link>
      </p>
      <div className="mt-8 space-y-5">
        {mayInvite && <Invite isElder={viewerRing === "admin"} />}
        <Filters search={search} viewer={viewerRing} />
      </div>
      {seen.length === 0 && (
        <p role="status" className="py-16 text-center text-muted">
          {filtered ? "No member answers to that." : "Nobody whom you may see is here yet."}
        </p>
      )}
      <div className="mt-10 space-y-12">
        {seen.map(({ ring, page }) => (
          <RingOfMembers key={ring} ring={ring} page={page} search={search} />
        ))}
      </div>
    </div>
  );
}

function RingOfMembers({ ring, page, search }: { ring: Ring; page: Answer<"member.list">; search: Search }) {
  const { items, total, next } = page;
  return (
    <section aria-labelledby={ring}>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4">
        <h2 id={ring} className="flex items-baseline gap-2.5">
          <RingBadge ring={ring} />
          <span className="text-sm text-muted tabular-nums">{total.toLocaleString("en")}</span>
        </h2>
        <p className="text-sm text-muted">{RING_MEANINGS[ring]}</p>
      </div>
      <ul className="card divide-y divide-line overflow-hidden md:grid md:grid-cols-2 md:gap-px md:divide-y-0 md:bg-line md:*:bg-raised md:*:hover:bg-sunk">
        {items.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
        {items.length % 2 === 1 && <li aria-hidden className="hidden md:block" />}
      </ul>
      <nav aria-label={`More of ring ${ring}`} className="mt-4 flex gap-3 empty:hidden">
        {search.cursor && (
          <Link className="button button-small" href={searchAddress({ ...search, cursor: undefined })}>
            Back to the first
          </Link>
        )}
        {next && (
          <Link
            className="button button-small"
            href={searchAddress({ ...search, ring, cursor: search.ring ? next : undefined })}
          >
            {search.ring ? "More" : `All ${total.toLocaleString("en")}`}
          </Link>
        )}
      </nav>
    </section>
  );
}

/** One ring's members a page at a time; a cursor that leads nowhere any more leads to the first. */
async function listPage({ q, ring, kind, cursor }: Search, limit: number): Promise<Answer<"member.list">> {
  try {
    return await act("member.list", { q, ring, kind, cursor, limit });
  } catch (error) {
    if (cursor && findRefusal(error)?.code === "invalid") redirect(searchAddress({ q, ring, kind }));
    throw error;
  }
}
