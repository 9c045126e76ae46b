import { ScrollRegion } from "../elements/scroll-region";
import { withVisible } from "../elements/visible-text";

interface Line {
  kind: "added" | "removed" | "same" | "hunk";
  text: string;
  before?: number;
  after?: number;
}

const LOOK = {
  added: { row: "bg-narrowing/11", sign: "+" },
  removed: { row: "bg-danger/9", sign: "−" },
  same: { row: "", sign: " " },
  hunk: { row: "bg-sunk text-muted", sign: "" },
} as const;

/** A unified diff as lines, with the line numbers of both sides. */
export function UnifiedDiff({ text }: { text: string }) {
  return (
    <ScrollRegion
      label="Unified diff of the two files"
      className="card py-2 font-mono text-[0.8125rem] leading-relaxed"
    >
      <table className="w-max min-w-full border-collapse">
        <tbody>
          {parse(text).map((line) => (
            <Row key={`${line.kind}${line.before ?? ""}-${line.after ?? line.text}`} {...line} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ kind, text, before, after }: Line) {
  const { row, sign } = LOOK[kind];
  const number = "w-px px-2 text-right text-muted tabular-nums select-none";
  return (
    <tr className={row}>
      <td className={number}>{before}</td>
      <td className={number}>{after}</td>
      <td className="w-px pl-1 text-muted select-none" aria-label={kind === "same" ? undefined : kind}>
        {sign}
      </td>
      <td className="py-px pr-4 pl-2 whitespace-pre">
        <bdi>{withVisible(text)}</bdi>
      </td>
    </tr>
  );
}

/** Reads hunks; the head with the two names says nothing that the page does not. */
function parse(text: string): Line[] {
  const lines: Line[] = [];
  let [before, after] = [0, 0];
  for (const line of text.slice(Math.max(0, text.indexOf("@@"))).split("\n")) {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line);
    if (hunk) {
      [before, after] = [Number(hunk[1]), Number(hunk[2])];
      lines.push({ kind: "hunk", text: line });
    } else if (line.startsWith("+")) lines.push({ kind: "added", text: line.slice(1), after: after++ });
    else if (line.startsWith("-")) lines.push({ kind: "removed", text: line.slice(1), before: before++ });
    else if (line.startsWith(" "))
      lines.push({ kind: "same", text: line.slice(1), before: before++, after: after++ });
  }
  return lines;
}
