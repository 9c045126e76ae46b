import { formatNumber, type Row } from "./benchmark";

/** The rows of one benchmark, under its name. */
export interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
}

const HEAD = ["", "figure", "against", "ratio", "limit", ""];
const GAP = "  ";
/** What a terminal shows without breaking lines. */
const WIDTH = 100;

/** One table for a terminal: 100 columns at most, the longest names cut where they must be. */
export function formatTable(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ name, rows }) => [name, ...rows.map(cellsOf)]);
  const cells = [HEAD, ...lines.filter((line) => typeof line !== "string")];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const others = widths.slice(1).reduce((sum, width) => sum + width + GAP.length, 0);
  widths[0] = Math.min(widths[0] ?? 0, WIDTH - others);
  const draw = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        column === 0 ? shorten(cell, widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join(GAP)
      .trimEnd();
  return [draw(HEAD), ...lines.map((line) => (typeof line === "string" ? `\n${line}` : draw(line)))].join(
    "\n",
  );
}

/** The same as Markdown, with the cause of each figure that misses its limit. */
export function formatMarkdown(sections: readonly Section[]): string {
  return sections
    .map(({ name, rows }) => {
      const table = [HEAD, HEAD.map((_, column) => (column === 0 ? "---" : "---:")), ...rows.map(cellsOf)];
      const causes = rows
        .filter(({ ok }) => !ok)
        .map((row) => `**${row.name}** misses its limit. ${row.note || "Its cause is not known yet."}`);
      return [`## ${name}`, table.map((line) => `| ${line.join(" | ")} |`).join("\n"), ...causes].join(
        "\n\n",
      );
    })
    .join("\n\n");
}

function cellsOf({ name, value, unit, against = "", ratio, limit = "", ok }: Row): string[] {
  const verdict = limit === "" ? "" : ok ? "ok" : "MISSED";
  return [
    name,
    `${formatNumber(value)} ${unit}`,
    against,
    ratio === undefined ? "" : formatNumber(ratio),
    limit,
    verdict,
  ];
}

function shorten(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
