import { type Document, isMap, isPair, isSeq, LineCounter, type Node, type Pair, type Scalar } from "yaml";
import type { Issue } from "../errors";
import { formatPath, type Path } from "./path";
import { composeYaml } from "./yaml-compose";
import { plainValue } from "./yaml-value";

/** A YAML file as plain data, and where everything in it stands. */
export interface Yaml {
  /** Undefined when the syntax is broken. */
  value: unknown;
  issues: Issue[];
  /** An issue at a value, or at its key with `at: "key"`; at what encloses it when it is not there. */
  issueAt(path: Path, message: string, at?: "key" | "value"): Issue;
}

/**
 * Reads YAML defensively: one document, at most 20 deep, no anchors, aliases, tags, merges or duplicate keys.
 * Numbers directly under the top-level keys named in `asWritten` stay the text that the author wrote.
 */
export function readYaml(text: string, asWritten: readonly string[] = []): Yaml {
  const composed = composeYaml(text);
  const lines = new LineCounter();
  for (let at = 0; at >= 0 && at <= text.length; at = text.indexOf("\n", at) + 1 || -1) lines.addNewLine(at);

  function issue(offset: number, path: Path, message: string): Issue {
    const { line, col } = lines.linePos(offset);
    return { path: formatPath(path), line, column: col, message };
  }

  if ("faults" in composed) {
    const issues = composed.faults.map((fault) => issue(fault.offset, [], fault.message));
    return { value: undefined, issues, issueAt: (path, message) => issue(0, path, message) };
  }
  const { document } = composed;
  const { value, faults } = plainValue(document, asWritten);
  return {
    value,
    issues: faults.map((fault) => issue(fault.offset, fault.path, fault.message)),
    issueAt: (path, message, at = "value") => issue(offsetOf(document, path, at), path, message),
  };
}

function offsetOf(document: Document<Node>, path: Path, at: "key" | "value"): number {
  let node: Node | Pair<Scalar, Node> | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    const item: Node | Pair<Scalar, Node> | undefined = child(node, step);
    if (!item) return offset;
    const key = isPair(item) ? item.key.range?.[0] : undefined;
    node = isPair(item) ? item.value : item;
    const wanted = at === "key" && depth === path.length - 1 ? key : node?.range?.[0];
    offset = wanted ?? key ?? offset;
  }
  return offset;
}

function child(node: unknown, step: string | number): Node | Pair<Scalar, Node> | undefined {
  if (isSeq<Node>(node)) return node.items[Number(step)];
  if (isMap<Scalar, Node>(node))
    return node.items.find((pair) => String(pair.key.value) === String(step)) as Pair<Scalar, Node>;
  return undefined;
}
