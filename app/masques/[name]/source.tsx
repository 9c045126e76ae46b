import { CopyButton } from "../../elements/copy-button";
import { ScrollRegion } from "../../elements/scroll-region";
import { withVisible } from "../../elements/visible-text";
import { read } from "../../registry";
import { highlightYaml } from "./highlight-yaml";

/** The file as it was published, with line numbers that can be linked to. */
export async function Source({ name, version }: { name: string; version: string }) {
  const { source } = await read("masque.source", { name, version });
  const lines = await highlightYaml(source);
  return (
    <figure className="card overflow-hidden">
      <figcaption className="flex items-center justify-between gap-3 border-b border-line py-1 pr-2 pl-4 text-sm text-muted">
        <span>
          {lines.length} lines, {new TextEncoder().encode(source).length.toLocaleString("en")} bytes
        </span>
        <span className="flex items-center gap-1">
          <a className="link" href={`/api/v1/masques/${name}/versions/${version}/source`}>
            Raw
          </a>
          <CopyButton text={source} what="source" />
        </span>
      </figcaption>
      <ScrollRegion label="Source" className="py-3 font-mono text-[0.8125rem] leading-6">
        <code className="grid w-max min-w-full grid-cols-[auto_1fr]">
          {lines.map((tokens, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
            <span key={index} id={`L${index + 1}`} className="group contents">
              <a
                href={`#L${index + 1}`}
                aria-label={`Line ${index + 1}`}
                className="px-4 text-right text-muted tabular-nums select-none group-target:bg-curtain/12"
              >
                {index + 1}
              </a>
              <bdi className="pr-4 whitespace-pre group-target:bg-curtain/12">
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
    </figure>
  );
}
