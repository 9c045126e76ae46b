"use client";

import { ChevronRight } from "lucide-react";
import { useActionState, useEffect, useState } from "react";
import { Command } from "../elements/command";
import { Field } from "../elements/field";
import { FormError } from "../elements/form-error";
import { Notice } from "../elements/notice";
import { createAgent } from "./create-agent";

const NOTHING = { handle: "", name: "" };

/** Admits an agent and shows its token, this once. */
export function AgentForm({ url }: { url: string }) {
  const [admitted, action, pending] = useActionState(createAgent, undefined);
  const [typed, setTyped] = useState(NOTHING);
  const agent = admitted && "agent" in admitted ? admitted.agent : undefined;
  useEffect(() => {
    if (agent) setTyped(NOTHING);
  }, [agent]);
  return (
    <div className="space-y-4">
      {agent && (
        <div role="status">
          <Notice
            tone="good"
            title={`${agent.member.handle} is admitted. Copy its token now: it is not shown again.`}
          >
            <Command what="token" text={agent.token} />
            <Command
              what="shell settings"
              text={`export MASQUE_REGISTRY=${url} MASQUE_TOKEN=${agent.token}`}
            />
          </Notice>
        </div>
      )}
      <details className="card group" open={(admitted && "refusal" in admitted) || undefined}>
        <summary className="flex items-center gap-2 px-4 py-3 font-medium">
          <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
          Admit an agent
        </summary>
        <form action={action} className="space-y-5 border-t border-line p-4">
          <FormError
            id="agent-error"
            refusal={admitted && "refusal" in admitted ? admitted.refusal : undefined}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field
              label="What is it called?"
              name="agent-name"
              value={typed.name}
              onChange={(event) => setTyped({ ...typed, name: event.target.value })}
              maxLength={100}
              placeholder="Night watch"
              autoComplete="off"
            />
            <Field
              label="Its handle"
              name="agent-handle"
              value={typed.handle}
              onChange={(event) => setTyped({ ...typed, handle: event.target.value })}
              maxLength={32}
              placeholder="night-watch"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
            />
          </div>
          <button type="submit" disabled={pending} className="button button-main">
            {pending ? "Admitting it…" : "Admit agent"}
          </button>
        </form>
      </details>
    </div>
  );
}
