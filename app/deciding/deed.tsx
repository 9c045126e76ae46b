"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Outcome } from "./carry-out";
import { Done } from "./done";
import { ReasonField } from "./reason-field";
import { Refused } from "./refused";
import { useDeed } from "./use-deed";

type Action = (before: Outcome, form: FormData) => Promise<Outcome>;

/** Something that can be done to somebody or something: folded until wanted, told before it is done, done once asked again. */
export function Deed({ title, children, ...form }: { title: string; children: ReactNode } & FormProps) {
  return (
    <details className="group">
      <summary className="flex items-center gap-2 px-4 py-3 font-medium hover:bg-sunk">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        {title}
      </summary>
      <div className="space-y-4 px-4 pt-1 pb-5 sm:pl-10">
        <div className="max-w-[65ch] space-y-2 text-sm text-muted">{children}</div>
        <DeedForm {...form} />
      </div>
    </details>
  );
}

interface FormProps {
  action: Action;
  /** What the form is about, as its hidden fields. */
  about: Readonly<Record<string, string>>;
  verb: string;
  danger?: boolean;
  withReason?: boolean;
  reasonHint?: string;
  fields?: ReactNode;
}

/** The form alone, for where what it does is told beside it. */
export function DeedForm({
  action: act,
  about,
  verb,
  danger = false,
  withReason = false,
  reasonHint,
  fields,
}: FormProps) {
  const { outcome, pending, form } = useDeed(act);
  const [reason, setReason] = useState("");
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!outcome || !("done" in outcome)) return;
    setReason("");
    place.current?.reset();
  }, [outcome]);
  return (
    <form ref={place} {...form} className="space-y-4">
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields}
      {withReason && <ReasonField value={reason} onChange={setReason} hint={reasonHint} />}
      {outcome && "done" in outcome && <Done key={outcome.done}>{outcome.done}</Done>}
      <Refused refusal={outcome && "refusal" in outcome ? outcome.refusal : undefined} />
      <button
        type="submit"
        disabled={pending}
        className={`button ${danger ? "button-danger" : "button-main"}`}
      >
        {pending ? "One moment…" : verb}
      </button>
    </form>
  );
}
