/** A document in the little Markdown that our own docs are written in. */
export type Block =
  | { kind: "heading"; level: number; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "code"; text: string }
  | { kind: "table"; head: string[]; rows: string[][] };

/** How everything but a paragraph begins. */
const OPENS = /^(\s*$|#+ |\||- |```)/;

/** Reads headings, paragraphs, bullets, fenced code and tables; lines of one paragraph or bullet run together. */
export function readBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  const lines = source.split("\n");
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const take = (belongs: (line: string) => boolean): string[] => {
      const taken: string[] = [];
      while (at < lines.length && belongs(lines[at] ?? "")) taken.push(lines[at++] ?? "");
      return taken;
    };
    const heading = /^(#+) (.*)$/.exec(line);
    if (line.trim() === "") at++;
    else if (heading) {
      blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, text: heading[2] ?? "" });
      at++;
    } else if (line.startsWith("```")) {
      at++;
      blocks.push({ kind: "code", text: take((one) => !one.startsWith("```")).join("\n") });
      at++;
    } else if (line.startsWith("|")) {
      const [head = [], , ...rows] = take((one) => one.startsWith("|")).map(cellsOf);
      blocks.push({ kind: "table", head, rows });
    } else if (line.startsWith("- ")) {
      const text = take((one) => /^(- | {2})/.test(one)).join("\n");
      const items = text.split(/^- /m).slice(1);
      blocks.push({ kind: "list", items: items.map((item) => item.replace(/\s+/g, " ").trim()) });
    } else {
      blocks.push({ kind: "paragraph", text: take((one) => !OPENS.test(one)).join(" ") });
    }
  }
  return blocks;
}

/** A stretch of text and what marks it. */
export interface Inline {
  mark: "plain" | "strong" | "emphasis" | "code" | "link";
  text: string;
  href?: string;
}

/** Splits a line into what is marked and what is not. */
export function readInline(text: string): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(/\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[(.+?)\]\((.+?)\)/g)) {
    if (match.index > end) found.push({ mark: "plain", text: text.slice(end, match.index) });
    const [whole, strong, emphasis, code, link, href] = match;
    if (strong) found.push({ mark: "strong", text: strong });
    else if (emphasis) found.push({ mark: "emphasis", text: emphasis });
    else if (code) found.push({ mark: "code", text: code });
    else found.push({ mark: "link", text: link ?? "", href });
    end = match.index + whole.length;
  }
  if (end < text.length) found.push({ mark: "plain", text: text.slice(end) });
  return found;
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
