/** One section of the table: its patterns, and what each intent is answered. */
export interface Cases {
  title: string;
  patterns: { allowed: string[]; denied: string[] };
  cases: { intent: string; allowed: boolean }[];
}

const HOMELAB = { allowed: ["deploy *", "debug *", "investigate *"], denied: ["delete *", "destroy *"] };

/** Reads `intent-cases.md`: a heading, perhaps a line of patterns, and rows `| intent | allowed or denied | why |`. */
export function readCases(markdown: string): Cases[] {
  const sections: Cases[] = [];
  for (const line of markdown.split("\n")) {
    const section = sections.at(-1);
    const row = /^\| `(.*)` +\| (allowed|denied) +\|/.exec(line);
    if (line.startsWith("## ")) sections.push({ title: line.slice(3), patterns: HOMELAB, cases: [] });
    else if (section && line.startsWith("Patterns: ")) section.patterns = readPatterns(line);
    else if (section && row)
      section.cases.push({ intent: unescaped(row[1] ?? ""), allowed: row[2] === "allowed" });
  }
  return sections;
}

function readPatterns(line: string): Cases["patterns"] {
  const [allowed = "", denied = ""] = line.split("; denied");
  const quoted = (text: string) => [...text.matchAll(/`([^`]*)`/g)].map(([, pattern = ""]) => pattern);
  return { allowed: quoted(allowed), denied: quoted(denied) };
}

function unescaped(cell: string): string {
  return cell.replace(/\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|([ntr|]))/g, (_all, long, short, letter) =>
    letter
      ? ({ n: "\n", t: "\t", r: "\r", "|": "|" }[letter as "n"] ?? "")
      : String.fromCodePoint(Number.parseInt(long ?? short, 16)),
  );
}
