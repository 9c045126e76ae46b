"use client";

import { useActionState, useState } from "react";
import { Field } from "../elements/field";
import { FormError } from "../elements/form-error";
import { found } from "./found";

/** Who founds, and with which one-time token. What was typed stays when something is refused; passwords do not. */
export function FoundForm({ token }: { token: string }) {
  const [refusal, action, pending] = useActionState(found, undefined);
  const [typed, setTyped] = useState({ token, handle: "", name: "" });
  const bind = (field: keyof typeof typed) => ({
    name: field,
    value: typed[field],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [field]: event.target.value }),
  });
  return (
    <form action={action} className="mt-8 space-y-5">
      <FormError id="error" refusal={refusal} />
      <Field
        label="One-time token"
        hint="The registry printed it when it started."
        {...bind("token")}
        className="font-mono"
        autoComplete="off"
        spellCheck={false}
      />
      <Field label="Your name" {...bind("name")} maxLength={100} autoComplete="name" />
      <Field
        label="Handle"
        hint="2 to 32 of a–z, 0–9 and hyphens, beginning with a letter. It stays yours."
        {...bind("handle")}
        maxLength={32}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Field
        label="Password"
        hint="At least 10 characters; a sentence is best."
        name="password"
        type="password"
        minLength={10}
        maxLength={200}
        autoComplete="new-password"
      />
      <Field
        label="Password again"
        name="again"
        type="password"
        minLength={10}
        maxLength={200}
        autoComplete="new-password"
      />
      <button type="submit" disabled={pending} className="button button-main w-full">
        {pending ? "Founding…" : "Found the community"}
      </button>
    </form>
  );
}
