import type { Shape } from "./description";

/** A JSON Schema as a nested list of fields; optional ones carry a question mark. */
export function ShapeView({ shape }: { shape: Shape }) {
  const { properties, required = [], items } = inner(shape);
  const fields = Object.entries(properties ?? {});
  if (fields.length === 0) return <p className="text-sm text-muted">{typeName(shape)}</p>;
  return (
    <ul className="space-y-1 border-l border-line pl-4 text-sm">
      {items && <li className="text-muted">a list of</li>}
      {fields.map(([name, field]) => (
        <li key={name}>
          <code className="font-mono">{name}</code>
          {!required.includes(name) && <span className="text-muted">?</span>}{" "}
          <span className="text-muted">{typeName(field)}</span>
          {field.description && <span className="text-muted">: {field.description}</span>}
          {inner(field).properties && Object.keys(inner(field).properties ?? {}).length > 0 && (
            <div className="mt-1">
              <ShapeView shape={inner(field)} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function inner(shape: Shape): Shape {
  return shape.items ?? shape;
}

/** What a value is, in few words. */
export function typeName(shape: Shape): string {
  if (shape.enum) return shape.enum.map(String).join(" | ");
  if (shape.items) return `list of ${typeName(shape.items)}`;
  const kind = [shape.type ?? "anything"].flat().join(" or ");
  if (shape.format === "date-time") return "time, ISO 8601";
  if (shape.maxLength !== undefined)
    return `${kind}, at most ${shape.maxLength.toLocaleString("en")} characters`;
  return kind;
}
