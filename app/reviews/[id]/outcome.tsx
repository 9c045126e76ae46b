import Link from "next/link";
import { Moment } from "../../elements/moment";
import { Notice } from "../../elements/notice";
import { VisibleText } from "../../elements/visible-text";
import { read } from "../../registry";
import { neededFrom, type Proposal, type ProposalInFull, REASONS } from "../proposal";

/** Where the proposal stands: what it waits for and why, or what became of it, with everything that was decided. */
export async function Outcome({
  proposal,
  viewer,
}: {
  proposal: ProposalInFull;
  viewer: string | undefined;
}) {
  return (
    <div className="space-y-4">
      <State proposal={proposal} viewer={viewer} />
      {proposal.decisions.map((decision) => (
        <Decision key={decision.by + decision.at} {...decision} />
      ))}
    </div>
  );
}

async function State({ proposal, viewer }: { proposal: ProposalInFull; viewer: string | undefined }) {
  const { name, version, state } = proposal;
  if (state === "open") return <Waiting proposal={proposal} viewer={viewer} />;
  if (state === "approved") {
    return (
      <Notice
        tone="good"
        title={
          <>
            Published as{" "}
            <Link className="link font-mono" href={`/masques/${name}?version=${version}`}>
              {name}@{version}
            </Link>
            .
          </>
        }
      >
        <p>These very bytes were approved, and their tag does not move.</p>
      </Notice>
    );
  }
  if (state === "disapproved") {
    return (
      <Notice tone="danger" title="Disapproved. Nothing was published.">
        <p>These bytes are closed. Its author may change what was objected to and propose again.</p>
      </Notice>
    );
  }
  if (state === "withdrawn") {
    return <Notice tone="info" title="Its author took it back. Nothing was published." />;
  }
  const { items } = await read("proposal.list", { name, state: "open" });
  const newer = items.find((one) => one.version === version && one.author === proposal.author);
  return (
    <Notice tone="info" title="Its author has put something newer in its place.">
      <p>
        What was decided here counts for these bytes alone.{" "}
        {newer && (
          <Link className="link" href={`/reviews/${newer.id}`}>
            Go to the newer proposal
          </Link>
        )}
      </p>
    </Notice>
  );
}

function Waiting({ proposal, viewer }: { proposal: Proposal; viewer: string | undefined }) {
  const { reasons, needs, mayDecide, author } = proposal;
  return (
    <section aria-labelledby="waits" className="card px-4 py-4 text-sm">
      <h2 id="waits" className="font-semibold">
        {neededFrom(needs)} is needed
      </h2>
      <ul className="mt-1 text-muted">
        {reasons.map((reason) => (
          <li key={reason}>{REASONS[reason]}.</li>
        ))}
      </ul>
      {!mayDecide && (
        <p className="mt-2 text-muted">
          {author === viewer
            ? "It is yours, so somebody else decides. You hear of it here."
            : "You do not decide on this one: nobody decides on their own proposals, on those of their agents or their operator, or on what stands above them."}
        </p>
      )}
    </section>
  );
}

function Decision({ by, decision, reason, at }: Proposal["decisions"][number]) {
  return (
    <figure className="border-l-2 border-line pl-4 text-sm">
      <blockquote className="break-words">
        “<VisibleText>{reason}</VisibleText>”
      </blockquote>
      <figcaption className="mt-1 text-muted">
        {by} {decision === "approve" ? "approved" : "disapproved"} <Moment at={at} />
      </figcaption>
    </figure>
  );
}
