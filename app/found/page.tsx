import type { Metadata } from "next";
import Link from "next/link";
import type { Query } from "../catalogue/search";
import { RingBadge } from "../elements/ring-badge";
import { read } from "../registry";
import { FoundForm } from "./found-form";

// The token in the address must not travel on.
export const metadata: Metadata = {
  title: "Found the community",
  referrer: "no-referrer",
  robots: "noindex",
};

export default async function FoundPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { token } = await searchParams;
  const { founded } = await read("community.show", {});
  if (founded) return <Founded />;
  return (
    <div className="page max-w-lg pt-12 sm:pt-16">
      <h1 className="title">Found the community</h1>
      <p className="mt-3 text-muted">
        This happens once. Founders start at the centre, as <RingBadge ring="admin" />; everyone after you
        starts outside and climbs one ring at a time.
      </p>
      <FoundForm token={typeof token === "string" ? token : ""} />
    </div>
  );
}

function Founded() {
  return (
    <div className="page max-w-lg pt-24 text-center">
      <h1 className="title">Already founded.</h1>
      <p className="mt-4 text-muted">
        This community has its elders. Ask a member for an invitation, or sign in.
      </p>
      <p className="mt-8 flex justify-center gap-3">
        <Link href="/sign-in" className="button button-main">
          Sign in
        </Link>
        <Link href="/" className="button">
          Look around
        </Link>
      </p>
    </div>
  );
}
