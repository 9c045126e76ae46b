import { ChangeList } from "../../comparison/change-list";
import { UnifiedDiff } from "../../comparison/unified-diff";
import { RiskBadge } from "../../elements/risk";
import type { ProposalInFull } from "../proposal";

/** What the proposal would change: what widens first; of the texts, code before words; then the file, line by line. */
export function Changes({ proposal: { comparison, name, version } }: { proposal: ProposalInFull }) {
  const { from, risk, changes, words, text } = comparison;
  if (from === null) {
    return (
      <p className="max-w-[65ch] text-muted">
        There is no earlier version of <span className="font-mono">{name}</span> that you see, so there is
        nothing to compare {version} with. Read the whole file.
      </p>
    );
  }
  const codeFirst = changes.toSorted((a, b) => Number(b.path === "program") - Number(a.path === "program"));
  return (
    <>
      <h2 className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <RiskBadge risk={risk} changes={changes} />
        <span className="text-muted">
          from <span className="font-mono">{from}</span> to <span className="font-mono">{version}</span>
        </span>
      </h2>
      {changes.length === 0 && <p className="text-muted">Nothing that a wearer would notice is different.</p>}
      <ChangeList changes={codeFirst} words={words} />
      {text !== "" && (
        <section aria-labelledby="lines" className="pt-2">
          <h2 id="lines" className="subtitle mb-3">
            The file, line by line
          </h2>
          <UnifiedDiff text={text} />
        </section>
      )}
    </>
  );
}
