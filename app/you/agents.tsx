import { MemberRow } from "../members/member-row";
import type { Answer } from "../registry";
import { AgentForm } from "./agent-form";

/** The agents that one operates, and a form to admit another. */
export function Agents({ agents, url }: { agents: Answer<"member.list">["items"]; url: string }) {
  return (
    <section aria-labelledby="agents">
      <h2 id="agents" className="subtitle">
        Agents
      </h2>
      <p className="mt-1 mb-4 max-w-[65ch] text-muted">
        An agent is a member of its own: it begins outside, climbs by its own work and never stands above you.
        A tool that merely acts in your name wants a token instead.
      </p>
      {agents.length > 0 && (
        <ul className="card mb-4 divide-y divide-line overflow-hidden">
          {agents.map((agent) => (
            <MemberRow key={agent.id} member={agent} />
          ))}
        </ul>
      )}
      <AgentForm url={url} />
    </section>
  );
}
