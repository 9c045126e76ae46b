import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import type { Path } from "./path";
import { quote } from "./quote";
import { findForbidden, nameOf } from "./source";
import type { Fault } from "./yaml-compose";

/** A fault that has a path. */
export interface ValueFault extends Fault {
  path: Path;
}

/**
 * The plain value of a document, and everything in it that YAML permits and a masque does not: anchors, aliases, tags,
 * merges, keys given twice, numbers that would change when read. Top-level scalars named in `asWritten` stay text.
 */
export function plainValue(
  document: Document<Node>,
  asWritten: readonly string[],
): { value: unknown; faults: ValueFault[] } {
  const faults: ValueFault[] = [];

  function report(node: Node, path: Path, message: string): void {
    faults.push({ offset: node.range?.[0] ?? 0, path, message });
  }

  function reportProperties(node: { anchor?: string; tag?: string } & Node, path: Path): void {
    if (node.anchor !== undefined)
      report(node, path, "A masque has no anchors (&). Write it out, or put the text in quotes.");
    if (node.tag !== undefined)
      report(node, path, "A masque has no tags (!). Remove it, or put the text in quotes.");
  }

  function convert(node: Node | null, path: Path): unknown {
    if (node === null) return null;
    if (isAlias(node)) {
      report(
        node,
        path,
        'A word that begins with * is an alias in YAML, and a masque has none. Put it in quotes, as in "*".',
      );
      return null;
    }
    reportProperties(node, path);
    if (isMap<Scalar, Node>(node)) return convertMap(node.items, path);
    if (isSeq<Node>(node)) return node.items.map((item, place) => convert(item, [...path, place]));
    return isScalar(node) ? convertScalar(node, path) : null;
  }

  function convertMap(items: { key: Scalar; value: Node | null }[], path: Path): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const item of items) {
      const key = String(item.key.value);
      const here = [...path, key];
      reportProperties(item.key, here);
      const forbidden = findForbidden(key);
      if (forbidden !== undefined)
        report(item.key, here, `This key has ${nameOf(key, forbidden)} in it. Remove it.`);
      if (key === "<<") report(item.key, here, "A masque has no merge keys (<<). Write the fields out.");
      if (key === "__proto__") report(item.key, here, "`__proto__` cannot be a key. Choose another.");
      else if (Object.hasOwn(value, key))
        report(item.key, here, `${quote(key)} is given twice. Keep one of them.`);
      else value[key] = convert(item.value, here);
    }
    return value;
  }

  function convertScalar(scalar: Scalar, path: Path): unknown {
    const { value, source } = scalar;
    if (typeof value === "string") {
      const offset = findForbidden(value);
      if (offset !== undefined)
        report(scalar, path, `This text has ${nameOf(value, offset)} in it. Remove it.`);
      return value;
    }
    if (typeof value !== "number") return value;
    if (source !== undefined && path.length === 1 && asWritten.includes(String(path[0]))) return source;
    const faithful = Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
    if (!faithful || /^[-+]?0\d/.test(source ?? "")) {
      report(
        scalar,
        path,
        `${source} would change when read as a number. Put it in quotes to keep it as it is.`,
      );
    }
    return value;
  }

  return { value: convert(document.contents, []), faults };
}
