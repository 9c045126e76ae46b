import { ChevronRight } from "lucide-react";
import { ScrollRegion } from "../../elements/scroll-region";
import { withVisible } from "../../elements/visible-text";
import { highlightYaml } from "../../masques/[name]/highlight-yaml";

/** The proposed file as it would be published, nothing in it hidden; folded away where the changes say it all. */
export async function WholeFile({ source, isOpen }: { source: string; isOpen: boolean }) {
  const lines = await highlightYaml(source);
  return (
    <details open={isOpen} className="card group overflow-hidden">
      <summary className="flex items-center gap-2 px-4 py-3 font-medium hover:bg-sunk">
        <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
        The whole file
        <span className="text-sm font-normal text-muted">{lines.length} lines</span>
      </summary>
      <ScrollRegion
        label="The proposed file"
        className="border-t border-line py-3 font-mono text-[0.8125rem] leading-6"
      >
        <code className="grid w-max min-w-full grid-cols-[auto_1fr]">
          {lines.map((tokens, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
            <span key={index} className="contents">
              <span aria-hidden className="px-4 text-right text-muted tabular-nums select-none">
                {index + 1}
              </span>
              <bdi className="pr-4 whitespace-pre">
                {tokens.map(({ text, mark }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place.
                  <span key={place} className={mark}>
                    {withVisible(text)}
                  </span>
                ))}
                {"\n"}
              </bdi>
            </span>
          ))}
        </code>
      </ScrollRegion>
    </details>
  );
}
