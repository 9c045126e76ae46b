import type { Ring } from "#registry/masque/ring";
import type { Runtime } from "#registry/runtime";
import { ringNow } from "../effective-ring";
import type { Facts } from "../facts";
import type { Step } from "../merit/criteria";
import { partOf } from "../policy";
import { standing } from "../standing";
import { isWithinOperator } from "./assess";
import { countElectors, mayDecide, quorumOf } from "./electorate";

/** A decision as far as counting goes. */
export interface Counted {
  readonly authorId: string;
  readonly decision: string;
}

/** How far a nomination is. */
export interface Tally {
  /** The least ring of those who decide. */
  readonly from: Ring;
  readonly approvals: number;
  readonly have: number;
  /** How many of the approvals must be elders'. */
  readonly elders: number;
  readonly haveElders: number;
  /** How many elders' disapprovals deny. */
  readonly denials: number;
  readonly against: number;
  readonly degraded: boolean;
  readonly approved: boolean;
  readonly denied: boolean;
}

/** Counts what those decided who could still decide now. */
export function tallyOf(runtime: Runtime, subject: Facts, to: Step, decisions: readonly Counted[]): Tally {
  const { policy, society } = runtime;
  const from: Ring = to === "admin" ? "admin" : "player";
  const valid = decisions.filter(({ authorId }) => {
    const author = society.find(authorId);
    return author !== undefined && mayDecide(runtime, author, subject, from);
  });
  const isElder = ({ authorId }: Counted) => ringNow(runtime, authorId) === "admin";
  const approving = valid.filter(({ decision }) => decision === "approve");
  const against = valid.filter((one) => one.decision === "disapprove" && isElder(one)).length;
  const electors = countElectors(runtime, subject, from);
  const approvals = quorumOf(wantedOf(runtime, to), electors);
  const wantedElders = to === "player" ? policy.current.player.elders : 0;
  const elders = Math.min(wantedElders, countElectors(runtime, subject, "admin"));
  const denials = to === "guest" ? 1 : policy.current[to].denials;
  const [have, haveElders] = [approving.length, approving.filter(isElder).length];
  return {
    from,
    approvals: approvals.needed,
    have,
    elders,
    haveElders,
    denials,
    against,
    degraded: approvals.degraded || elders < wantedElders,
    approved: have >= approvals.needed && haveElders >= elders,
    denied: against >= denials,
  };
}

/** How many approvals the policy asks for: towards the centre, a part of the elders there are now. */
function wantedOf(runtime: Runtime, to: Step): number {
  const { policy, society } = runtime;
  if (to !== "admin") return policy.current[to].approvals;
  const elders = [...society.centre].filter(({ id }) => ringNow(runtime, id) === "admin").length;
  return Math.min(policy.current.admin.approvals, partOf(policy.current.admin.ofElders, elders));
}

/** Whether a member could take the step now: still in its ring, in good standing, and not above its operator. */
export function mayRise(runtime: Runtime, subject: Facts, from: Ring, to: Step, now: Date): boolean {
  return (
    subject.ring === from &&
    standing(subject, runtime.policy.current, now).state === "qualified" &&
    isWithinOperator(runtime, subject, to)
  );
}
