import { door } from "../../door";

/** As much of a JSON Schema as the reference shows. */
export interface Shape {
  $ref?: string;
  type?: string | string[];
  enum?: readonly unknown[];
  format?: string;
  description?: string;
  required?: readonly string[];
  properties?: Record<string, Shape>;
  items?: Shape;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** One line of the API. */
export interface Endpoint {
  id: string;
  method: string;
  path: string;
  summary: string;
  scope: string;
  parameters: { name: string; in: string; required?: boolean; schema: Shape }[];
  body?: Shape;
  status: string;
  answer?: Shape;
}

interface Described {
  summary: string;
  tags: string[];
  "x-scope": string;
  parameters?: Endpoint["parameters"];
  requestBody?: { content: Record<string, { schema: Shape }> };
  responses: Record<string, { content?: Record<string, { schema: Shape }> }>;
}

/** The API's own description, by subject. */
export function describedApi(): Map<string, Endpoint[]> {
  const { paths } = door().openapi() as { paths: Record<string, Record<string, Described>> };
  const subjects = new Map<string, Endpoint[]>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const subject = described.tags[0] ?? "api";
      subjects.set(subject, [...(subjects.get(subject) ?? []), toEndpoint(path, method, described)]);
    }
  }
  return subjects;
}

function toEndpoint(path: string, method: string, described: Described): Endpoint {
  const { summary, parameters = [], requestBody, responses } = described;
  const status = Object.keys(responses).find((code) => code.startsWith("2")) ?? "200";
  const schemaOf = (content: Record<string, { schema: Shape }> | undefined) =>
    Object.values(content ?? {})[0]?.schema;
  return {
    id: `${method}${path.replaceAll(/[^a-z0-9]+/gi, "-")}`,
    method: method.toUpperCase(),
    path,
    summary,
    scope: described["x-scope"],
    parameters,
    body: schemaOf(requestBody?.content),
    status,
    answer: schemaOf(responses[status]?.content),
  };
}
