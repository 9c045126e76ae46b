import type { Segment } from "#registry/masque/diff/text";
import { withVisible } from "../elements/visible-text";
import { readable } from "./readable";

/** How one long text changed, word by word. */
export interface Words {
  path: string;
  segments: Segment[];
}

/** A text with what was taken out struck through and what came in underlined; nothing in it hides. */
export function WordDiff({ segments }: { segments: Segment[] }) {
  return (
    <div dir="auto" className="prose-text rounded-md bg-sunk px-4 py-3 text-[0.9375rem]">
      {readable(segments).map(({ kind, text }, index) => {
        const key = `${index}${kind}`;
        if (kind === "added") {
          return (
            <ins key={key} className="rounded-sm bg-narrowing/18 decoration-narrowing/60 underline-offset-3">
              {withVisible(text)}
            </ins>
          );
        }
        if (kind === "removed") {
          return (
            <del key={key} className="rounded-sm bg-danger/14 text-ink/75 decoration-danger/60">
              {withVisible(text)}
            </del>
          );
        }
        return <span key={key}>{withVisible(text)}</span>;
      })}
    </div>
  );
}
