import type { Metadata } from "next";
import Link from "next/link";
import { HiddenCharacters } from "../../comparison/hidden-characters";
import { CopyButton } from "../../elements/copy-button";
import { Moment } from "../../elements/moment";
import { RingBadge } from "../../elements/ring-badge";
import { VisibleText } from "../../elements/visible-text";
import { MasquePortrait } from "../../portrait/masque-portrait";
import { viewer } from "../../registry";
import { Live } from "../../shell/live";
import { type ProposalInFull, showProposal } from "../proposal";
import { ProposalState } from "../state-badge";
import { Changes } from "./changes";
import { Decide } from "./decide";
import { WholeFile } from "./file";
import { Outcome } from "./outcome";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, version } = await showProposal((await params).id);
  return { title: `Review of ${name}@${version}` };
}

export default async function ReviewPage({ params }: Props) {
  const { id } = await params;
  const [proposal, { member }] = await Promise.all([showProposal(id), viewer()]);
  const { comparison, source } = proposal;
  return (
    <div className="page pt-8 sm:pt-12">
      <Live />
      <Head proposal={proposal} />
      <div className="mt-8 grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0 space-y-6">
          <HiddenCharacters found={comparison.invisible} />
          <Changes proposal={proposal} />
          <WholeFile source={source} isOpen={comparison.from === null} />
        </div>
        <aside aria-label="Decision" className="min-w-0 space-y-6 lg:sticky lg:top-6">
          <Outcome proposal={proposal} viewer={member?.handle} />
          <Decide proposal={proposal} />
        </aside>
      </div>
    </div>
  );
}

function Head({ proposal }: { proposal: ProposalInFull }) {
  const { name, version, title, digest, ring, state, author, message } = proposal;
  return (
    <header className="flex flex-wrap items-start gap-5">
      <MasquePortrait name={name} digest={digest} className="size-24 shrink-0 rounded-lg sm:size-32" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <ProposalState state={state} />
          <RingBadge ring={ring} />
        </p>
        <h1 className="title mt-1.5 text-2xl break-words sm:text-3xl">
          <VisibleText>{title}</VisibleText> <span className="tabular-nums">{version}</span>
        </h1>
        <p className="mt-1 text-sm text-muted">
          <Link href={`/masques/${name}`} className="link font-mono break-all">
            masque:{name}
          </Link>
          , proposed by {author} <Moment at={proposal.createdAt} />
        </p>
        {message && (
          <p className="mt-3 max-w-[70ch] break-words">
            <VisibleText>{message}</VisibleText>
          </p>
        )}
        <p className="mt-2 flex max-w-full items-center gap-1 text-xs text-muted">
          <span className="min-w-0 truncate font-mono" title={digest}>
            {digest}
          </span>
          <CopyButton text={digest} what="digest" />
        </p>
      </div>
    </header>
  );
}
