import { CircleCheck, Hand, Hourglass, LockKeyhole, type LucideIcon } from "lucide-react";
import type { Answer } from "../registry";

type State = Answer<"me.show">["standing"]["state"];

/** What each standing is, by shape, colour and words. */
export const STANDINGS: Record<State, { Icon: LucideIcon; colour: string; says: string }> = {
  qualified: { Icon: CircleCheck, colour: "text-narrowing", says: "What the ring grants holds now." },
  held: {
    Icon: Hand,
    colour: "text-widening",
    says: "A disapproval from above stands. Acts as an outsider until it is withdrawn.",
  },
  lapsed: {
    Icon: Hourglass,
    colour: "text-admin",
    says: "Time ran out, a sponsor is missing or nothing was heard. Acts as an outsider until renewed.",
  },
  locked: {
    Icon: LockKeyhole,
    colour: "text-danger",
    says: "An elder locked it in an emergency. Nothing goes until the lock is lifted.",
  },
};

/** How a member stands now, by shape, colour and word. */
export function StandingBadge({ state }: { state: State }) {
  const { Icon, colour, says } = STANDINGS[state];
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-medium ${colour}`} title={says}>
      <Icon aria-hidden className="size-4" />
      {state}
    </span>
  );
}
