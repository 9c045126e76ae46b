import { read } from "../../registry";
import { MemberRow } from "../member-row";

/** The agents that somebody operates, as far as the visitor sees them. */
export async function Agents({ operator }: { operator: string }) {
  const { items } = await read("member.list", { kind: "agent", limit: 100 });
  const own = items.filter((agent) => agent.operator === operator);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="agents">
      <h2 id="agents" className="subtitle mb-3">
        Agents
      </h2>
      <ul className="card divide-y divide-line overflow-hidden">
        {own.map((agent) => (
          <MemberRow key={agent.id} member={agent} />
        ))}
      </ul>
    </section>
  );
}
