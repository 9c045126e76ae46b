import { Notice } from "../elements/notice";
import type { Answer } from "../registry";

const FIRST = 20;

/** Where characters hide that a reader would not see. */
export function HiddenCharacters({ found }: { found: Answer<"masque.diff">["invisible"] }) {
  if (found.length === 0) return null;
  const title =
    found.length === 1
      ? "1 character hides in these files."
      : `${found.length} characters hide in these files.`;
  return (
    <Notice tone="warning" title={title}>
      <p>They show nothing, or change how the text around them reads. Below they stand as ⟨U+…⟩.</p>
      <ul className="space-y-0.5">
        {found.slice(0, FIRST).map(({ side, line, column, codepoint, ...rest }) => (
          <li key={`${side}${line}:${column}`} className="tabular-nums">
            <code className="font-mono">{codepoint}</code>
            {"name" in rest && ` (${String(rest.name)})`}, {side === "before" ? "before" : "after"}, line{" "}
            {line}, column {column}
          </li>
        ))}
        {found.length > FIRST && <li>and {found.length - FIRST} more</li>}
      </ul>
    </Notice>
  );
}
