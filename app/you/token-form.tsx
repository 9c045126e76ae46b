"use client";

import { ChevronRight } from "lucide-react";
import { useActionState } from "react";
import { Command } from "../elements/command";
import { FormError } from "../elements/form-error";
import { Notice } from "../elements/notice";
import { createToken } from "./token-actions";

const SCOPES = [
  { scope: "read", means: "see what you see" },
  { scope: "wear", means: "assume masques" },
  { scope: "publish", means: "publish and withdraw versions" },
  { scope: "rate", means: "rate sessions" },
] as const;

/** Makes a token and shows its secret, this once. */
export function TokenForm({ url }: { url: string }) {
  const [made, action, pending] = useActionState(createToken, undefined);
  return (
    <div className="mt-4 space-y-4">
      {made && "token" in made && (
        <div role="status">
          <Notice tone="good" title={`“${made.token.label}” is ready. Copy it now: it is not shown again.`}>
            <Command what="token" text={made.token.token} />
            <Command
              what="shell settings"
              text={`export MASQUE_REGISTRY=${url} MASQUE_TOKEN=${made.token.token}`}
            />
          </Notice>
        </div>
      )}
      <details className="card group" open={made !== undefined && "refusal" in made}>
        <summary className="flex items-center gap-2 px-4 py-3 font-medium">
          <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
          Make a token
        </summary>
        <form action={action} className="space-y-5 border-t border-line p-4">
          <FormError id="token-error" refusal={made && "refusal" in made ? made.refusal : undefined} />
          <div className="grid gap-5 sm:grid-cols-2">
            <div>
              <label className="label" htmlFor="label">
                What is it for?
              </label>
              <input
                id="label"
                name="label"
                required
                maxLength={100}
                placeholder="laptop, CI, …"
                className="field"
              />
            </div>
            <div>
              <label className="label" htmlFor="days">
                Lives
              </label>
              <select id="days" name="days" defaultValue="90" className="field">
                <option value="1">1 day</option>
                <option value="30">30 days</option>
                <option value="90">90 days</option>
                <option value="365">1 year</option>
                <option value="0">until revoked</option>
              </select>
            </div>
          </div>
          <fieldset>
            <legend className="label">It may</legend>
            <div className="grid gap-1 sm:grid-cols-2">
              {SCOPES.map(({ scope, means }) => (
                <label key={scope} className="flex items-baseline gap-2.5 py-1 text-sm">
                  <input
                    type="checkbox"
                    name="scope"
                    value={scope}
                    defaultChecked={scope === "read" || scope === "wear"}
                  />
                  <span>
                    <span className="font-medium">{scope}</span> <span className="text-muted">{means}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <button type="submit" disabled={pending} className="button button-main">
            {pending ? "Making it…" : "Make token"}
          </button>
        </form>
      </details>
    </div>
  );
}
