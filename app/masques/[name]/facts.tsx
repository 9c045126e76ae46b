import { CopyButton } from "../../elements/copy-button";
import type { Version } from "./masque";

/** Where the bytes lie, and what they come to. */
export function Facts({ version }: { version: Version }) {
  const { digest, git } = version;
  const facts = [
    { term: "Digest", value: digest },
    { term: "Tag", value: git.tag },
    { term: "Tag object", value: git.tagOid },
    { term: "Commit", value: git.commit },
    { term: "Blob", value: git.blob },
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="subtitle mb-4">
        In the repository
      </h2>
      <dl className="divide-y divide-line border-y border-line text-sm">
        {facts.map(({ term, value }) => (
          <div key={term} className="flex items-center gap-3 py-1">
            <dt className="w-22 shrink-0 text-muted">{term}</dt>
            <dd className="flex min-w-0 flex-1 items-center">
              <span className="min-w-0 flex-1 truncate font-mono text-xs" title={value}>
                {value}
              </span>
              <CopyButton text={value} what={term.toLowerCase()} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
