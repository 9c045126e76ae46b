"use client";

import { Check, type LucideIcon, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Outcome } from "./carry-out";
import { Done } from "./done";
import { ReasonField } from "./reason-field";
import { Refused } from "./refused";
import { useDeed } from "./use-deed";

type Decision = "approve" | "disapprove";

const KEYS: Record<string, Decision> = { a: "approve", d: "disapprove" };

/** Approve or disapprove with a reason, by mouse or by keyboard. `children` says what the decision holds for. */
export function DecisionForm({
  action: act,
  about,
  approves,
  disapproves,
  isOpen,
  children,
}: {
  action: (before: Outcome, form: FormData) => Promise<Outcome>;
  about: Readonly<Record<string, string>>;
  /** What the button says for either. */
  approves: string;
  disapproves: string;
  /** Whether there is anything for this visitor to decide; what they have just decided is still said. */
  isOpen: boolean;
  children: ReactNode;
}) {
  const { outcome, pending, form } = useDeed(act);
  const [decision, setDecision] = useState<Decision>();
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const choose = (event: KeyboardEvent) => {
      const chosen = KEYS[event.key];
      if (!chosen || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      setDecision(chosen);
      field.current?.focus();
    };
    document.addEventListener("keydown", choose);
    return () => document.removeEventListener("keydown", choose);
  }, [isOpen]);

  if (outcome && "done" in outcome) return <Done>{outcome.done}</Done>;
  if (!isOpen) return null;
  const verb = decision === "approve" ? approves : decision === "disapprove" ? disapproves : "Decide";
  return (
    <form {...form} className="card space-y-4 p-4">
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend className="label">Your decision</legend>
        <div className="grid grid-cols-2 gap-2">
          <Choice value="approve" word="Approve" letter="a" Icon={Check} {...{ decision, setDecision }} />
          <Choice value="disapprove" word="Disapprove" letter="d" Icon={X} {...{ decision, setDecision }} />
        </div>
      </fieldset>
      <ReasonField value={reason} onChange={setReason} field={field} />
      <Refused refusal={outcome && "refusal" in outcome ? outcome.refusal : undefined} />
      <button
        type="submit"
        disabled={pending}
        className={`button w-full ${decision === "disapprove" ? "button-danger" : "button-main"}`}
      >
        {pending ? "One moment…" : verb}
      </button>
      <div className="space-y-1 text-xs text-muted">
        <p>
          <kbd className="key">a</kbd> or <kbd className="key">d</kbd> chooses,{" "}
          <kbd className="key">Ctrl</kbd> <kbd className="key">Enter</kbd> sends.
        </p>
        {children}
      </div>
    </form>
  );
}

function Choice({
  value,
  word,
  letter,
  Icon,
  decision,
  setDecision,
}: {
  value: Decision;
  word: string;
  letter: string;
  Icon: LucideIcon;
  decision: Decision | undefined;
  setDecision: (decision: Decision) => void;
}) {
  const look =
    value === "approve"
      ? "has-checked:border-narrowing has-checked:bg-narrowing/10 has-checked:text-narrowing"
      : "has-checked:border-danger has-checked:bg-danger/8 has-checked:text-danger";
  return (
    <label
      className={`relative flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-line px-3 text-sm font-medium select-none hover:border-edge has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-curtain ${look}`}
    >
      <input
        type="radio"
        name="decision"
        value={value}
        required
        checked={decision === value}
        onChange={() => setDecision(value)}
        aria-keyshortcuts={letter}
        className="sr-only"
      />
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="flex-1">{word}</span>
      <kbd aria-hidden className="key">
        {letter}
      </kbd>
    </label>
  );
}

/** Whether a key goes into a text, where letters are letters. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=radio], [type=checkbox])"))
  );
}
