"use client";

import { useActionState, useState } from "react";
import { FormError } from "../elements/form-error";
import { signIn } from "./sign-in";

/** Handle and password. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [refusal, action, pending] = useActionState(signIn, undefined);
  const [handle, setHandle] = useState("");
  return (
    <form action={action} className="space-y-5">
      <FormError id="error" refusal={refusal} />
      <input type="hidden" name="next" value={returnTo} />
      <div>
        <label className="label" htmlFor="handle">
          Handle
        </label>
        <input
          id="handle"
          name="handle"
          required
          value={handle}
          onChange={(event) => setHandle(event.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          className="field"
        />
      </div>
      <div>
        <label className="label" htmlFor="password">
          Password
        </label>
        <input
          id="password"
          name="password"
          type="password"
          required
          autoComplete="current-password"
          aria-describedby={refusal ? "error" : undefined}
          className="field"
        />
      </div>
      <button type="submit" disabled={pending} className="button button-main w-full">
        {pending ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}
