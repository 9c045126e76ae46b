import type { Metadata } from "next";
import Link from "next/link";
import type { Query } from "../catalogue/search";
import { Notice } from "../elements/notice";
import { RingBadge } from "../elements/ring-badge";
import { viewer } from "../registry";
import { JoinForm } from "./join-form";

// The invitation in the address must not travel on.
export const metadata: Metadata = { title: "Join", referrer: "no-referrer", robots: "noindex" };

export default async function JoinPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ invitation }, { member }] = await Promise.all([searchParams, viewer()]);
  return (
    <div className="page max-w-lg pt-12 sm:pt-16">
      <h1 className="title">You are invited</h1>
      <p className="mt-3 text-muted">
        Everyone begins outside, as <RingBadge ring="outsider" />, and climbs one ring at a time: by what
        others see of their work, and never by asking.{" "}
        <Link href="/docs/rings" className="link">
          How that goes
        </Link>
      </p>
      {member && (
        <div className="mt-6">
          <Notice tone="info" title={`You are signed in as ${member.handle}.`}>
            <p>An invitation is for somebody who is not here yet. Joining makes another member.</p>
          </Notice>
        </div>
      )}
      <JoinForm invitation={typeof invitation === "string" ? invitation : ""} />
    </div>
  );
}
