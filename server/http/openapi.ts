import { CODES } from "#registry/errors";
import { operations } from "#registry/operations";
import type { Schema } from "#registry/schema-type";
import { routes } from "./routes";

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

/** The API as an OpenAPI 3.1 document, made from the operations and the routes and from nothing else. */
export function describeApi(url: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, operation: name, status } of routes) {
    const operation = operations[name];
    const parameters = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter as string);
    const at = `/api/v1${path.replaceAll(/:(\w+)/g, "{$1}")}`;
    const properties = { ...(operation.input as Schema & { properties?: object }).properties } as Record<
      string,
      Schema
    >;
    const required = new Set((operation.input.required ?? []) as string[]);
    for (const parameter of parameters) delete properties[parameter];
    const rest = Object.entries(properties);
    paths[at] ??= {};
    paths[at][method.toLowerCase()] = {
      operationId: `${name}${paths[at][method.toLowerCase()] ? "2" : ""}`,
      summary: operation.summary,
      tags: [name.split(".")[0]],
      "x-scope": operation.scope,
      parameters: [
        ...parameters.map((parameter) => ({
          name: parameter,
          in: "path",
          required: true,
          schema: { type: "string" },
        })),
        ...(method === "GET"
          ? rest.map(([parameter, schema]) => ({
              name: parameter,
              in: "query",
              required: required.has(parameter),
              schema,
            }))
          : []),
      ],
      ...(method !== "GET" && rest.length > 0
        ? {
            requestBody: {
              required: true,
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    additionalProperties: false,
                    required: [...required].filter((key) => key in properties),
                    properties,
                  },
                },
              },
            },
          }
        : {}),
      responses: {
        [status]: { description: "Done.", content: { "application/json": { schema: operation.output } } },
        default: {
          description: "Refused, and why.",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
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
