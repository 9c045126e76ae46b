import { Bot } from "lucide-react";
import Link from "next/link";
import { Moment } from "../elements/moment";
import { RingShape } from "../elements/ring-badge";
import { VisibleText } from "../elements/visible-text";
import type { Answer } from "../registry";
import { StandingBadge } from "./standing-badge";

/** A member as a list shows one. */
export function MemberRow({ member }: { member: Answer<"member.list">["items"][number] }) {
  const { handle, name, ring, kind, operator, sponsor, standing, since } = member;
  return (
    <li className="relative flex items-center gap-3.5 px-4 py-3 transition-colors hover:bg-sunk">
      <RingShape ring={ring} className="size-4.5" />
      <div className="min-w-0 flex-1">
        <p className="truncate">
          <Link
            href={`/members/${handle}`}
            prefetch={false}
            className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-curtain"
          >
            <VisibleText>{name}</VisibleText>
          </Link>{" "}
          <span className="font-mono text-xs text-muted">{handle}</span>
        </p>
        <p className="truncate text-xs text-muted">
          {kind === "agent" && (
            <>
              <Bot aria-hidden className="mr-1 inline size-3.5 align-[-0.15em]" />
              agent{operator && ` of ${operator}`} ·{" "}
            </>
          )}
          {sponsor && `sponsored by ${sponsor} · `}
          joined <Moment at={since} />
        </p>
      </div>
      {standing.state !== "qualified" && <StandingBadge state={standing.state} />}
    </li>
  );
}
