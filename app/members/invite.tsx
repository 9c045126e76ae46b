"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Refused } from "../deciding/refused";
import { useDeed } from "../deciding/use-deed";
import { Command } from "../elements/command";
import { Notice } from "../elements/notice";
import { inviteMember } from "./invite-member";

/** Makes an invitation and shows its address, this once. */
export function Invite({ isElder }: { isElder: boolean }) {
  const { outcome: invited, pending, form } = useDeed(inviteMember);
  const [founder, setFounder] = useState(false);
  const invitation = invited && "invitation" in invited ? invited.invitation : undefined;
  return (
    <details className="card group" open={invited !== undefined || undefined}>
      <summary className="flex items-center gap-2.5 px-4 py-3 font-medium hover:bg-sunk">
        <UserPlus aria-hidden className="size-4.5 text-muted" />
        Invite somebody
      </summary>
      <form {...form} className="space-y-4 border-t border-line p-4">
        <p className="max-w-[65ch] text-sm text-muted">
          An invitation lets one person in, within seven days. They begin as an outsider: take them under your
          wing as their sponsor, so that they can become a guest.
        </p>
        {isElder && (
          <label className="flex items-baseline gap-2.5 text-sm">
            <input
              type="checkbox"
              name="founder"
              checked={founder}
              onChange={(event) => setFounder(event.target.checked)}
            />
            <span>
              <span className="font-medium">A founder.</span>{" "}
              <span className="text-muted">
                Begins at the centre, as an elder. Only founders invite founders, in the first days.
              </span>
            </span>
          </label>
        )}
        <Refused refusal={invited && "refusal" in invited ? invited.refusal : undefined} />
        {invitation && (
          <div role="status">
            <Notice tone="good" title="Here is the invitation. Copy it now: it is not shown again.">
              <Command what="address of the invitation" text={invitation.url} />
              <p>It is good until {invitation.expiresAt.slice(0, 16).replace("T", " ")} UTC, once.</p>
            </Notice>
          </div>
        )}
        <button type="submit" disabled={pending} className="button button-main">
          {pending ? "Making it…" : invitation ? "Make another" : "Make an invitation"}
        </button>
      </form>
    </details>
  );
}
