"use client";

import { type FormEvent, startTransition, useActionState } from "react";
import type { Outcome } from "./carry-out";

/**
 * What a form does, and what came of it. With JavaScript the form keeps what was typed and chosen: a refusal, above all
 * one that only asks for the password, is answered by sending it again.
 */
export function useDeed(act: (before: Outcome, form: FormData) => Promise<Outcome>) {
  const [outcome, action, pending] = useActionState(act, undefined);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => action(form));
  };
  return { outcome, pending, form: { action, onSubmit } };
}
