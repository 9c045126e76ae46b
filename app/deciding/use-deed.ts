"use client";

import { type FormEvent, startTransition, useActionState } from "react";

/**
 * What a form does, and what came of it. With JavaScript the form keeps what was typed and chosen: a refusal, above all
 * one that only asks for the password, is answered by sending it again.
 */
export function useDeed<Outcome extends object>(
  act: (before: Outcome | undefined, form: FormData) => Promise<Outcome | undefined>,
) {
  const [outcome, action, pending] = useActionState<Outcome | undefined, FormData>(act, undefined);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => action(form));
  };
  return { outcome, pending, form: { action, onSubmit } };
}
