"use client";

import { useActionState } from "react";
import { FormError } from "../../elements/form-error";
import { addMaintainer } from "./maintainer-actions";

/** Adds a maintainer by handle. */
export function MaintainerForm({ name }: { name: string }) {
  const [refusal, action, pending] = useActionState(addMaintainer, undefined);
  return (
    <form action={action} className="mt-2 space-y-2">
      <FormError id="maintainer-error" refusal={refusal} />
      <input type="hidden" name="name" value={name} />
      <div className="flex gap-2">
        <label htmlFor="maintainer" className="sr-only">
          Handle of a new maintainer
        </label>
        <input
          id="maintainer"
          name="handle"
          required
          maxLength={32}
          placeholder="handle"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          className="field"
        />
        <button type="submit" disabled={pending} className="button">
          Add
        </button>
      </div>
    </form>
  );
}
