import { Bot } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Moment } from "../../elements/moment";
import { Notice } from "../../elements/notice";
import { RingBadge, RingShape } from "../../elements/ring-badge";
import { VisibleText } from "../../elements/visible-text";
import { viewer } from "../../registry";
import { RING_MEANINGS } from "../../rings/meanings";
import { Live } from "../../shell/live";
import { StandingBadge } from "../standing-badge";
import { Agents } from "./agents";
import { Deeds } from "./deeds-offered";
import { type Member, showMember } from "./member";

interface Props {
  params: Promise<{ handle: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await showMember((await params).handle)).handle };
}

export default async function MemberPage({ params }: Props) {
  const [member, known] = await Promise.all([showMember((await params).handle), viewer()]);
  const { handle, name, ring, kind, standing } = member;
  return (
    <div className="page max-w-5xl pt-10 sm:pt-14">
      <Live />
      <header className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <span className="grid size-20 shrink-0 place-items-center rounded-full border border-line bg-raised">
          <RingShape ring={ring} className="size-9" />
        </span>
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="title break-words">
            <VisibleText>{name}</VisibleText>
          </h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 text-muted">
            <span className="font-mono">{handle}</span>
            {kind === "agent" && (
              <span className="inline-flex items-center gap-1.5 text-sm">
                <Bot aria-hidden className="size-4" />
                agent
              </span>
            )}
            {known.member?.handle === handle && (
              <Link href="/you" className="link text-sm">
                This is you
              </Link>
            )}
          </p>
        </div>
      </header>
      <div className="mt-8 grid grid-cols-1 items-start gap-x-10 gap-y-10 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <Facts member={member} />
        <div className="min-w-0 space-y-10">
          {standing.state !== "qualified" && (
            <Notice
              tone="warning"
              title={`The standing is ${standing.state}. ${handle} acts as an outsider.`}
            >
              {standing.reasons.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </Notice>
          )}
          <Deeds member={member} viewer={known} />
          {kind === "person" && <Agents operator={handle} />}
        </div>
      </div>
    </div>
  );
}

function Facts({ member: { ring, standing, since, operator, sponsor } }: { member: Member }) {
  return (
    <dl className="divide-y divide-line border-y border-line text-sm">
      <Fact term="Ring">
        <RingBadge ring={ring} />
        <span className="mt-0.5 block text-muted">{RING_MEANINGS[ring]}</span>
      </Fact>
      <Fact term="Standing">
        <StandingBadge state={standing.state} />
        {standing.effectiveRing !== ring && standing.state === "qualified" && (
          <span className="block text-muted">Acts as {standing.effectiveRing}, as far as its operator.</span>
        )}
        {standing.until && (
          <span className="block text-muted">
            ends <Moment at={standing.until} />
          </span>
        )}
      </Fact>
      <Fact term="Joined">
        <Moment at={since} />
      </Fact>
      {operator && (
        <Fact term="Operator">
          <Person called={operator} />
        </Fact>
      )}
      {sponsor && (
        <Fact term="Sponsor">
          <Person called={sponsor} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3 py-3">
      <dt className="text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Somebody by handle, or by what they are called where they stand above. */
function Person({ called }: { called: string }) {
  if (called.includes(" ")) return called;
  return (
    <Link href={`/members/${called}`} className="link font-mono">
      {called}
    </Link>
  );
}
