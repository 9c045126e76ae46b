import { CODES } from "#registry/errors";
import { operations } from "#registry/operations";
import type { Schema } from "#registry/schema-type";
import { type Route, routes } from "./routes";

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string", enum: [...CODES, "internal"] },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "message"],
        properties: {
          path: { type: "string" },
          line: { type: "integer" },
          column: { type: "integer" },
          message: { type: "string" },
        },
      },
    },
  },
};

const PARAMETER = /:(\w+)/g;

/** The API as an OpenAPI 3.1 document, made from the operations and the routes and from nothing else. */
export function describeApi(url: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  const ids = new Map<string, number>();
  for (const route of routes) {
    const { method, path, operation: name } = route;
    const at = `/api/v1${path.replaceAll(PARAMETER, "{$1}")}`;
    const before = ids.get(name) ?? 0;
    ids.set(name, before + 1);
    paths[at] ??= {};
    paths[at][method.toLowerCase()] = {
      operationId: before === 0 ? name : `${name}-${before + 1}`,
      summary: operations[name].summary,
      tags: [name.split(".")[0]],
      "x-scope": operations[name].scope,
      ...describeRequest(route),
      responses: describeResponses(route),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Masque",
      version: "1",
      summary: "The registry of assumable identities for AI agents.",
    },
    servers: [{ url }],
    security: [{}, { token: [] }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A member's or agent's token, mqt_…" },
      },
    },
  };
}

/** What is asked: by path, and beside it by query where it is a GET, by body otherwise. */
function describeRequest({ method, path, operation, fields }: Route): Record<string, unknown> {
  const input = operations[operation].input as Schema & {
    properties?: Record<string, Schema>;
    required?: readonly string[];
  };
  const inPath = [...path.matchAll(PARAMETER)].map(([, parameter]) => parameter as string);
  const asked = Object.entries(fields ?? input.properties ?? {}).filter(([name]) => !inPath.includes(name));
  const isRequired = (name: string) => fields !== undefined || (input.required ?? []).includes(name);
  const parameters = inPath.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  if (method === "GET") {
    const query = asked.map(([name, schema]) => ({ name, in: "query", required: isRequired(name), schema }));
    return { parameters: [...parameters, ...query] };
  }
  if (asked.length === 0) return { parameters };
  const required = asked.map(([name]) => name).filter(isRequired);
  const schema = {
    type: "object",
    additionalProperties: false,
    required,
    properties: Object.fromEntries(asked),
  };
  const content: Record<string, object> = { "application/json": { schema } };
  if (required.join() === "source") content["application/yaml"] = { schema: { type: "string" } };
  return { parameters, requestBody: { required: required.length > 0, content } };
}

function describeResponses({ operation, status, others, type }: Route): Record<string, unknown> {
  const schema = type === "application/json" ? operations[operation].output : { type: "string" };
  const good = { description: "Done.", content: { [type]: { schema } } };
  return {
    ...Object.fromEntries([status, ...others].map((one) => [one, good])),
    default: {
      description: "Refused, and why.",
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  };
}
