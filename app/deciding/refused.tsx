"use client";

import { KeyRound } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { FormError } from "../elements/form-error";
import type { RefusalText } from "../refusal";
import { PASSWORD } from "./password-field";

/** What kept a deed from being done. Where only a person is missing, asks for the password in place: sent again, the form goes on. */
export function Refused({ refusal }: { refusal: RefusalText | undefined }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isPresence = refusal?.code === "forbidden.presence";
  useEffect(() => {
    if (!refusal || !isPresence || !field.current) return;
    field.current.value = "";
    field.current.focus();
  }, [refusal, isPresence]);
  if (!isPresence) return <FormError id={id} refusal={refusal} />;
  return (
    <div className="flex gap-3 rounded-md border border-read/40 bg-read/7 px-4 py-3.5">
      <KeyRound aria-hidden className="mt-0.5 size-5 shrink-0 text-read" />
      <div className="min-w-0 flex-1 text-sm">
        <p id={`${id}-why`} role="alert">
          {refusal.message}
        </p>
        <label className="label mt-2.5" htmlFor={id}>
          Your password
        </label>
        <input
          id={id}
          ref={field}
          name={PASSWORD}
          type="password"
          required
          maxLength={200}
          autoComplete="current-password"
          aria-describedby={`${id}-why`}
          className="field max-w-xs"
        />
      </div>
    </div>
  );
}
