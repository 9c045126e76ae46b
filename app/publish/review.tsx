import { CircleCheck, CircleX, Loader, TriangleAlert } from "lucide-react";
import type { Issue } from "#registry/errors";
import { ChangeList } from "../comparison/change-list";
import { HiddenCharacters } from "../comparison/hidden-characters";
import { RiskBadge } from "../elements/risk";
import type { Verdict } from "./verdict";

/** What is wrong with the draft, or what it would change. */
export function Review({
  verdict,
  onGoTo,
}: {
  verdict: Verdict | undefined;
  onGoTo: (line: number, column: number) => void;
}) {
  if (!verdict) return null;
  return (
    <div className="space-y-4">
      {verdict.errors.length + verdict.warnings.length > 0 && (
        <ul
          aria-label="What the registry says of the draft"
          className="card max-h-96 divide-y divide-line overflow-y-auto text-sm"
        >
          {verdict.errors.map((issue) => (
            <IssueRow
              key={`e${issue.path}${issue.line}${issue.message}`}
              issue={issue}
              kind="error"
              onGoTo={onGoTo}
            />
          ))}
          {verdict.warnings.map((issue) => (
            <IssueRow
              key={`w${issue.path}${issue.line}${issue.message}`}
              issue={issue}
              kind="warning"
              onGoTo={onGoTo}
            />
          ))}
        </ul>
      )}
      {verdict.comparison && <Comparison comparison={verdict.comparison} />}
    </div>
  );
}

/** Whether the draft is valid, in one line that keeps its place. */
export function VerdictLine({ verdict }: { verdict: Verdict | undefined }) {
  return (
    <p role="status" className="flex min-h-6 items-start gap-2 text-sm font-medium">
      <Summary verdict={verdict} />
    </p>
  );
}

function Summary({ verdict }: { verdict: Verdict | undefined }) {
  if (!verdict) {
    return (
      <>
        <Loader aria-hidden className="mt-px size-4.5 shrink-0 text-muted" />{" "}
        <span className="text-muted">Checked as you type</span>
      </>
    );
  }
  if (verdict.trouble) {
    return (
      <>
        <TriangleAlert aria-hidden className="mt-px size-4.5 shrink-0 text-widening" /> {verdict.trouble}
      </>
    );
  }
  const { comparison } = verdict;
  const { length } = verdict.errors;
  if (length > 0) {
    return (
      <>
        <CircleX aria-hidden className="mt-px size-4.5 shrink-0 text-danger" />{" "}
        {length === 1 ? "1 error" : `${length} errors`}
      </>
    );
  }
  return (
    <>
      <CircleCheck aria-hidden className="mt-px size-4.5 shrink-0 text-narrowing" />
      <span className="mr-2">Valid</span>
      {comparison && comparison.from !== null && comparison.changes.length > 0 && (
        <RiskBadge {...comparison} />
      )}
    </>
  );
}

function IssueRow({
  issue: { path, line, column, message },
  kind,
  onGoTo,
}: {
  issue: Issue;
  kind: "error" | "warning";
  onGoTo: (line: number, column: number) => void;
}) {
  return (
    <li>
      <button
        type="button"
        onClick={() => onGoTo(line ?? 1, column ?? 1)}
        className="block w-full px-4 py-2.5 text-left transition-colors -outline-offset-2 hover:bg-sunk"
      >
        <span className={`font-mono text-xs ${kind === "error" ? "text-danger" : "text-admin"}`}>
          {kind}
          {line !== undefined && ` ${line}:${column ?? 1}`}
          {path && ` ${path}`}
        </span>
        <span className="block break-words">{message}</span>
      </button>
    </li>
  );
}

function Comparison({ comparison }: { comparison: NonNullable<Verdict["comparison"]> }) {
  const { from, to, changes, words, invisible } = comparison;
  if (from === null) {
    return (
      <div className="space-y-3">
        <p className="text-sm text-muted">
          Nothing of this name is published yet, so there is nothing to compare{" "}
          <span className="font-mono">{to}</span> with.
        </p>
        <HiddenCharacters found={invisible} />
      </div>
    );
  }
  if (from === to && changes.length === 0) {
    return <p className="text-sm text-muted">Nothing that a wearer would notice differs from {from} yet.</p>;
  }
  return (
    <div className="space-y-3">
      <p className="text-sm text-muted">
        From <span className="font-mono">{from}</span> to <span className="font-mono">{to}</span>
      </p>
      {from === to && changes.length > 0 && (
        <p className="text-sm text-widening">
          {to} is published already and never changes. Raise the version.
        </p>
      )}
      <HiddenCharacters found={invisible} />
      <ChangeList changes={changes} words={words} />
    </div>
  );
}
