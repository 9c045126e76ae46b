/** As much of a JSON Schema as completion reads. */
export interface SchemaNode {
  $ref?: string;
  $defs?: Record<string, SchemaNode>;
  description?: string;
  type?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, SchemaNode>;
  patternProperties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  else?: SchemaNode;
}

/** A step into a value: a key of a mapping, or into the entries of a list. */
export type Step = string | typeof ENTRY;
export const ENTRY: unique symbol = Symbol("entry");

/** Everything that the schema says of the value at `path`: references followed, alternatives side by side. */
export function nodesAt(root: SchemaNode, path: readonly Step[]): SchemaNode[] {
  return path.reduce(
    (nodes, step) => nodes.flatMap((node) => alternatives(root, childOf(node, step))),
    alternatives(root, root),
  );
}

function alternatives(root: SchemaNode, node: SchemaNode | undefined): SchemaNode[] {
  if (!node) return [];
  const further = [
    node.$ref === undefined ? undefined : root.$defs?.[node.$ref.split("/").at(-1) ?? ""],
    node.else,
  ];
  return [node, ...[...further, ...(node.anyOf ?? [])].flatMap((other) => alternatives(root, other))];
}

function childOf(node: SchemaNode, step: Step): SchemaNode | undefined {
  if (step === ENTRY) return node.items;
  const named = node.properties?.[step];
  if (named) return named;
  const patterns = Object.entries(node.patternProperties ?? {});
  return patterns.find(([pattern]) => new RegExp(pattern, "u").test(step))?.[1];
}
