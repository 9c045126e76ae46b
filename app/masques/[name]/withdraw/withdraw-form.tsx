"use client";

import Link from "next/link";
import { useActionState } from "react";
import type { VersionState } from "#registry/catalog/facts";
import { FormError } from "../../../elements/form-error";
import { withdraw } from "./withdraw";

const STATES = [
  { state: "deprecated", means: "It still works and can be assumed; everyone is warned." },
  {
    state: "yanked",
    means: "Existing pins resolve with a warning; ranges skip it; nobody can newly assume it.",
  },
  { state: "revoked", means: "Nothing resolves but a tombstone, and live sessions wind down. Final." },
] as const;

/** How far to withdraw a version, and why. */
export function WithdrawForm({
  name,
  version,
  state: now,
}: {
  name: string;
  version: string;
  state: VersionState;
}) {
  const [refusal, action, pending] = useActionState(withdraw, undefined);
  const left = STATES.slice(STATES.findIndex(({ state }) => state === now) + 1);
  return (
    <form action={action} className="mt-8 space-y-6">
      <FormError id="error" refusal={refusal} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="version" value={version} />
      <fieldset className="space-y-2">
        <legend className="label">How far</legend>
        {left.map(({ state, means }, index) => (
          <label
            key={state}
            className="flex cursor-pointer gap-3 rounded-md border border-line px-4 py-3 hover:border-edge has-checked:border-ink has-checked:bg-raised"
          >
            <input
              type="radio"
              name="state"
              value={state}
              required
              defaultChecked={index === 0}
              className="mt-1.5"
            />
            <span>
              <span className="font-medium">{state}</span>
              <span className="block text-sm text-muted">{means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <label className="label" htmlFor="reason">
          Reason
        </label>
        <textarea id="reason" name="reason" required maxLength={1000} rows={3} className="field py-2" />
      </div>
      <div>
        <label className="label" htmlFor="replacement">
          Use instead <span className="font-normal text-muted">(optional)</span>
        </label>
        <input
          id="replacement"
          name="replacement"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          placeholder={`masque:${name}@v3`}
          className="field font-mono"
        />
      </div>
      <div className="flex gap-3">
        <button type="submit" disabled={pending} className="button button-danger">
          {pending ? "Withdrawing…" : `Withdraw ${version}`}
        </button>
        <Link className="button" href={`/masques/${name}?version=${version}`}>
          Leave it
        </Link>
      </div>
    </form>
  );
}
