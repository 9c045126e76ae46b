import type { Ring } from "#registry/masque/ring";
import { RINGS } from "../../catalogue/search";
import { Deed } from "../../deciding/deed";
import { type Answer, read, type viewer } from "../../registry";
import {
  confirmDisapproval,
  disapprove,
  endSponsorship,
  liftLock,
  lock,
  reconfirm,
  sponsor,
  withdrawDisapproval,
} from "./deeds";
import type { Member } from "./member";
import { UntilField } from "./until-field";

/** What the visitor may do about a member. The registry decides; here stands what is worth offering. */
export async function Deeds({
  member,
  viewer: { ring, member: self },
}: {
  member: Member;
  viewer: Awaited<ReturnType<typeof viewer>>;
}) {
  const { handle, standing, operator } = member;
  if (!self || self.kind === "agent" || self.handle === handle) return null;
  const isOwn = operator === self.handle;
  const isElder = ring === "admin";
  const isAbove = rankOf(ring) > rankOf(member.ring) || (isElder && member.ring === "admin");
  const mayDisapprove = isAbove && !isOwn && ring !== "outsider";
  const isPlayer = rankOf(ring) >= rankOf("player");
  const isYoung = rankOf(member.ring) <= rankOf("guest");
  const isSponsor = member.sponsor === self.handle;
  const about = { handle };
  const locks = isElder ? await locksOf(handle) : [];
  const deeds = [
    isPlayer && isYoung && (
      <Deed
        key="sponsor"
        title={isSponsor ? "Extend your sponsorship" : "Become the sponsor"}
        verb={isSponsor ? "Extend" : `Sponsor ${handle}`}
        action={sponsor}
        about={about}
        fields={<UntilField />}
      >
        <p>
          A sponsor supervises and answers for an outsider or a guest. Should you lose your standing, a guest
          of yours lapses with you. Without a day it ends when the policy says, or never for an outsider.
        </p>
      </Deed>
    ),
    (isSponsor || (isElder && member.sponsor)) && (
      <Deed
        key="end"
        title={isSponsor ? "End your sponsorship" : "End the sponsorship"}
        verb="End it"
        danger
        action={endSponsorship}
        about={about}
      >
        <p>A guest without a sponsor lapses at once and acts as an outsider, until somebody else steps in.</p>
      </Deed>
    ),
    isPlayer && isAbove && standing.state === "lapsed" && (
      <Deed key="reconfirm" title="Reconfirm" verb={`Reconfirm ${handle}`} action={reconfirm} about={about}>
        <p>After a long silence somebody above has to say that {handle} still belongs. You say so now.</p>
      </Deed>
    ),
    mayDisapprove && (
      <Deed
        key="disapprove"
        title="Disapprove"
        verb={`Disapprove of ${handle}`}
        danger
        withReason
        action={disapprove}
        about={about}
      >
        <p>
          {member.ring === "admin"
            ? "At the centre it takes two elders to hold a third; yours counts as one."
            : `One disapproval from above is enough: ${handle} acts as an outsider at once, and live sessions wind down. Withdrawing it restores everything.`}
        </p>
      </Deed>
    ),
    mayDisapprove && (standing.state !== "qualified" || member.ring === "admin") && (
      <Deed
        key="withdraw"
        title="Withdraw your disapproval"
        verb="Withdraw it"
        action={withdrawDisapproval}
        about={about}
      >
        <p>If yours was all that stood against {handle}, the standing is restored at once.</p>
      </Deed>
    ),
    isElder && !isOwn && standing.state === "held" && (
      <Deed
        key="confirm"
        title="Confirm the disapproval"
        verb="Confirm it"
        danger
        withReason
        action={confirmDisapproval}
        about={about}
      >
        <p>
          When enough elders confirm it, {handle} loses one ring. It takes merit and the council to climb
          again.
        </p>
      </Deed>
    ),
    isElder && locks.length === 0 && (
      <Deed
        key="lock"
        title="Lock in an emergency"
        verb={`Lock ${handle}`}
        danger
        withReason
        action={lock}
        about={about}
      >
        <p>
          At once and without grace: nothing goes for {handle} until an elder lifts the lock. For doubts that
          can wait, disapprove instead. All elders see it.
        </p>
      </Deed>
    ),
    ...locks.map(({ id, reason, by }) => (
      <Deed key={id} title="Lift the lock" verb="Lift it" action={liftLock} about={{ id }}>
        <p>
          Set by {by}: “{reason}”
        </p>
      </Deed>
    )),
  ].filter(Boolean);
  if (deeds.length === 0) return null;
  return (
    <section aria-labelledby="deeds">
      <h2 id="deeds" className="subtitle mb-3">
        What you may do
      </h2>
      <div className="card divide-y divide-line overflow-hidden">{deeds}</div>
    </section>
  );
}

function rankOf(ring: Ring): number {
  return RINGS.indexOf(ring);
}

async function locksOf(handle: string): Promise<Answer<"lock.list">["items"]> {
  const { items } = await read("lock.list", {});
  return items.filter(({ subject }) => subject.member === handle);
}
