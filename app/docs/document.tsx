import Link from "next/link";
import { ScrollRegion } from "../elements/scroll-region";
import { type Block, readBlocks, readInline } from "./blocks";

/** A document of ours as a page. Its first heading is the page's own and left out here. */
export function Document({ source }: { source: string }) {
  const [, ...blocks] = readBlocks(source);
  return (
    <div className="space-y-4">
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place.
        <BlockView key={place} {...block} />
      ))}
    </div>
  );
}

function BlockView(block: Block) {
  if (block.kind === "heading") {
    return (
      <h2 id={idOf(block.text)} className="subtitle scroll-mt-8 pt-6">
        {block.text}
      </h2>
    );
  }
  if (block.kind === "paragraph") {
    return (
      <p className="max-w-[70ch] leading-relaxed">
        <Text>{block.text}</Text>
      </p>
    );
  }
  if (block.kind === "list") {
    return (
      <ul className="max-w-[70ch] list-disc space-y-1.5 pl-5 leading-relaxed marker:text-muted">
        {block.items.map((item) => (
          <li key={item}>
            <Text>{item}</Text>
          </li>
        ))}
      </ul>
    );
  }
  if (block.kind === "code") {
    return (
      <ScrollRegion label="Example" className="card max-w-[70ch] px-4 py-3 font-mono text-[0.8125rem]">
        <pre>{block.text}</pre>
      </ScrollRegion>
    );
  }
  return (
    <ScrollRegion label={block.head.join(", ")} className="card">
      <table className="w-full text-left text-sm">
        <thead className="border-b border-line text-muted">
          <tr className="*:px-4 *:py-2.5 *:font-medium">
            {block.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {block.rows.map((row) => (
            <tr key={row.join()} className="align-top *:min-w-24 *:px-4 *:py-2">
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
                <td key={place} className={place === 0 ? "font-medium whitespace-nowrap" : ""}>
                  <Text>{cell}</Text>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Text({ children }: { children: string }) {
  return readInline(children).map(({ mark, text, href }, place) => {
    const key = `${place}${text}`;
    if (mark === "strong") return <strong key={key}>{text}</strong>;
    if (mark === "emphasis") return <em key={key}>{text}</em>;
    if (mark === "code") {
      return (
        <code key={key} className="font-mono text-[0.9em]">
          {text}
        </code>
      );
    }
    // What lies elsewhere in the repository has no page here.
    if (mark === "link" && href?.startsWith("/")) {
      return (
        <Link key={key} href={href} className="link">
          {text}
        </Link>
      );
    }
    return text;
  });
}

function idOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
