import { Check } from "lucide-react";
import type { Answer } from "../registry";

export type Criterion = Answer<"promotion.show">["evidence"]["criteria"][number];

/** What each criterion asks for, as people say it. One that is not known here goes by its own name. */
const LABELS: Record<string, string> = {
  "hours known": "Hours since joining",
  "clean public sessions": "Public sessions, ended cleanly",
  sponsor: "A sponsor",
  sessions: "Sessions",
  days: "Days with sessions",
  points: "Points from others",
  raters: "People who rated",
  violations: "Violations",
  "days with ratings": "Days with ratings",
  masques: "Different masques",
  "share of clean ends": "Clean ends",
};

/** How much of what a ring asks for is there: a bar a criterion, full where it is met. */
export function CriteriaBars({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <ul data-chart="criteria" className="space-y-3.5">
      {criteria.map((criterion) => (
        <Bar key={criterion.name} {...criterion} />
      ))}
    </ul>
  );
}

function Bar({ name, need, have, met }: Criterion) {
  const part = met ? 1 : need === 0 ? 0 : Math.max(0, Math.min(1, have / need));
  return (
    <li className="text-sm">
      <div className="flex items-baseline justify-between gap-4">
        <span>{LABELS[name] ?? name}</span>
        <span className={`inline-flex items-center gap-1.5 tabular-nums ${met ? "" : "text-muted"}`}>
          {amountOf(name, need, have)}
          {met && <Check aria-label="met" className="size-4 text-narrowing" />}
        </span>
      </div>
      <svg width="100%" height="8" className="mt-1 block" aria-hidden="true" focusable="false">
        <rect width="100%" height="8" rx="4" className="fill-line/70" />
        <rect
          width={`${(part * 100).toFixed(1)}%`}
          height="8"
          rx="4"
          className={met ? "fill-narrowing" : "fill-player"}
        />
      </svg>
    </li>
  );
}

function amountOf(name: string, need: number, have: number): string {
  if (name === "sponsor") return have >= need ? "there" : "none yet";
  if (name === "violations") return have === 0 ? "none" : String(have);
  if (name === "share of clean ends") return `${percent(have)}, at least ${percent(need)}`;
  return `${number(have)} of ${number(need)}`;
}

const percent = (share: number) => `${Math.floor(share * 100)} %`;
const number = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });
