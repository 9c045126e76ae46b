import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import schema from "../../schemas/masque.schema.yaml";
import { findPlace } from "./place";
import { nodesAt, type SchemaNode } from "./schema-node";

/** Completes keys and enumerated values from the schema of masques. */
export function completeMasque(context: CompletionContext): CompletionResult | null {
  const { doc } = context.state;
  const line = doc.lineAt(context.pos);
  const lines = doc.toString().split("\n");
  const above = [...lines.slice(0, line.number - 1), line.text.slice(0, context.pos - line.from)];
  const place = findPlace(above, lines.slice(line.number));
  if (!place) return null;
  const from = line.from + place.start;
  const word = doc.sliceString(from, context.pos);
  if (!context.explicit && word === "" && place.writes === "key") return null;
  const nodes = nodesAt(schema, place.path);
  const options = place.writes === "key" ? keys(nodes, place.siblings) : values(nodes);
  const isWritten = options.some(({ label }) => label === word);
  return options.length > 0 && !isWritten ? { from, options, validFor: /^[\w.-]*$/ } : null;
}

function keys(nodes: SchemaNode[], taken: string[]): Completion[] {
  return nodes.flatMap((node) =>
    Object.entries(node.properties ?? {})
      .filter(([key]) => !taken.includes(key))
      .map(([key, value]) => ({
        label: key,
        type: "property",
        apply: `${key}: `,
        info: value.description,
        detail: node.required?.includes(key) ? "required" : undefined,
        boost: node.required?.includes(key) ? 1 : 0,
      })),
  );
}

function values(nodes: SchemaNode[]): Completion[] {
  const info = nodes.find(({ description }) => description)?.description;
  return nodes
    .flatMap((node) => node.enum ?? [])
    .map((value) => ({
      label: /^[\w-]+$/.test(String(value)) ? String(value) : `"${value}"`,
      type: "enum",
      info,
    }));
}
