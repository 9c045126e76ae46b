import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import type { Query } from "../catalogue/search";
import { findRefusal } from "../refusal";
import { type Answer, act, read } from "../registry";
import { Live } from "../shell/live";
import { ProposalRow } from "./proposal-row";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { cursor } = await searchParams;
  const [{ items: open }, page] = await Promise.all([
    read("proposal.list", { state: "open", limit: 100 }),
    listPage(typeof cursor === "string" ? cursor : undefined),
  ]);
  const decided = page.items.filter(({ state }) => state !== "open");
  // What waits for the visitor comes first; the rest stays newest first.
  const waiting = open.toSorted((a, b) => Number(b.mayDecide) - Number(a.mayDecide));
  return (
    <div className="page max-w-5xl pt-10 sm:pt-14">
      <Live />
      <h1 className="title">Reviews</h1>
      <p className="mt-3 max-w-[62ch] text-lg text-muted">
        What a guest writes, what gives a wearer more than before, and whatever stands at the centre is read
        by somebody else before it is published.
      </p>
      <section aria-labelledby="open" className="mt-10">
        <h2 id="open" className="subtitle mb-3">
          Open <span className="font-normal text-muted tabular-nums">{open.length}</span>
        </h2>
        {waiting.length === 0 ? (
          <p className="card px-5 py-10 text-center text-muted">Nothing waits for a second pair of eyes.</p>
        ) : (
          <ul className="card divide-y divide-line overflow-hidden">
            {waiting.map((proposal) => (
              <ProposalRow key={proposal.id} proposal={proposal} />
            ))}
          </ul>
        )}
      </section>
      {(decided.length > 0 || cursor !== undefined) && (
        <section aria-labelledby="decided" className="mt-12">
          <h2 id="decided" className="subtitle mb-3">
            Decided
          </h2>
          <ul className="card divide-y divide-line overflow-hidden empty:hidden">
            {decided.map((proposal) => (
              <ProposalRow key={proposal.id} proposal={proposal} />
            ))}
          </ul>
          <nav aria-label="Pages" className="mt-8 flex justify-center gap-3 empty:hidden">
            {cursor !== undefined && (
              <Link className="button" href="/reviews">
                Back to the newest
              </Link>
            )}
            {page.next && (
              <Link className="button" href={`/reviews?cursor=${encodeURIComponent(page.next)}`}>
                Earlier
                <ArrowRight aria-hidden className="size-4" />
              </Link>
            )}
          </nav>
        </section>
      )}
    </div>
  );
}

/** Proposals a page at a time; a cursor that leads nowhere any more leads to the newest. */
async function listPage(cursor: string | undefined): Promise<Answer<"proposal.list">> {
  try {
    return await act("proposal.list", { cursor, limit: 40 });
  } catch (error) {
    if (cursor !== undefined && findRefusal(error)?.code === "invalid") redirect("/reviews");
    throw error;
  }
}
