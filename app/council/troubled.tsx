import type { Ring } from "#registry/masque/ring";
import { MemberRow } from "../members/member-row";
import { type Answer, read } from "../registry";

type Member = Answer<"member.list">["items"][number];

const KINDS = [
  {
    state: "held",
    title: "Disapprovals",
    says: "Somebody above disapproves: they act as outsiders until it is withdrawn, or elders confirm it and a ring is lost.",
    none: "No disapproval holds anybody.",
  },
  {
    state: "lapsed",
    title: "Reconfirmations due",
    says: "Nothing was heard for long, a guest's time is over, or a sponsor is missing.",
    none: "Nobody waits to be taken back.",
  },
] as const;

/** Members whom the council should look at: those held by disapproval, and those who lapsed. */
export async function Troubled() {
  const members = (await Promise.all((["admin", "player", "guest"] as const).map(listRing))).flat();
  return (
    <div className="mt-12 grid grid-cols-1 items-start gap-x-10 gap-y-12 lg:grid-cols-2">
      {KINDS.map(({ state, title, says, none }) => {
        const those = members.filter(({ standing }) => standing.state === state);
        return (
          <section key={state} aria-labelledby={state}>
            <h2 id={state} className="subtitle mb-1">
              {title} <span className="font-normal text-muted tabular-nums">{those.length}</span>
            </h2>
            <p className="mb-4 max-w-[60ch] text-sm text-muted">{says}</p>
            {those.length === 0 ? (
              <p className="card px-5 py-6 text-center text-sm text-muted">{none}</p>
            ) : (
              <ul className="card divide-y divide-line overflow-hidden">
                {those.map((member) => (
                  <MemberRow key={member.id} member={member} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** Everybody of a ring whom the visitor sees, page after page. */
async function listRing(ring: Ring): Promise<Member[]> {
  const members: Member[] = [];
  let cursor: string | undefined;
  do {
    const page = await read("member.list", { ring, cursor, limit: 100 });
    members.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return members;
}
