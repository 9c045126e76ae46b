import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "../test-registry";
import { describeApi } from "./openapi";
import { routes } from "./routes";

type Content = Record<string, { schema: object }>;
interface Described {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content: Content }>;
}
interface Api {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Described>>;
  components: { schemas: { Problem: object } };
}

const api = describeApi("http://localhost:3000") as unknown as Api;
const described = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({ path, method, ...one })),
);

function compile(schema: object) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary(["components"]);
  return ajv.compile({ ...schema, components: api.components });
}

test("the description is OpenAPI 3.1 and has every line of the API, and nothing else", async () => {
  const registry = await openTestRegistry();
  const served = await registry.as("outsider").http("GET", "/api/v1/openapi.json");
  expect(served.json()).toEqual(JSON.parse(JSON.stringify(api)));
  expect(api.openapi).toBe("3.1.0");
  expect(api.info).toMatchObject({ title: "Masque", version: expect.any(String) });
  expect(described.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(
    routes
      .map(({ method, path }) => `${method.toLowerCase()} /api/v1${path.replaceAll(/:(\w+)/g, "{$1}")}`)
      .sort(),
  );
});

test("every operation has a name of its own, says where each parameter stands, and what comes of it", () => {
  const ids = described.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, method, parameters, requestBody, responses } of described) {
    const at = `${method} ${path}`;
    const inPath = parameters.filter((one) => one.in === "path");
    expect(inPath.map(({ name }) => `{${name}}`).sort(), at).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
    expect(
      inPath.every(({ required }) => required),
      at,
    ).toBe(true);
    expect(new Set(parameters.map(({ name }) => name)).size, at).toBe(parameters.length);
    if (method === "get") expect(requestBody, at).toBeUndefined();
    else expect(parameters, at).toEqual(inPath);
    expect(
      Object.keys(responses).some((status) => /^2\d\d$/.test(status)),
      at,
    ).toBe(true);
    expect(responses.default?.content, at).toHaveProperty(["application/problem+json"]);
  }
});

test("every schema in it is one", () => {
  for (const { parameters, requestBody, responses } of described) {
    for (const { schema } of parameters) compile(schema);
    for (const content of [requestBody?.content, ...Object.values(responses).map(({ content }) => content)])
      for (const { schema } of Object.values(content ?? {})) compile(schema);
  }
});

test("what the API answers fits what it says of itself", async () => {
  const registry = await openTestRegistry({
    masques: { homelab: { versions: ["1.0.0", "2.0.0"] }, guide: { ring: "outsider" } },
  });
  const more =
    "name: Full\nskills: [{ uri: skill://a/b, level: expert }]\naccess: { vault_role: lab }\ncontext: x\n";
  const token = await registry.as("player").invoke("token.create", { label: "old" });
  const source = masqueFile({ version: "3", more });
  const calls: [method: string, route: string, target: string, body?: object][] = [
    [
      "POST",
      "/found",
      "/found",
      { token: "a founding token", handle: "ada", name: "Ada", password: "correct horse" },
    ],
    ["GET", "/community", "/community"],
    ["GET", "/me", "/me"],
    ["POST", "/tokens", "/tokens", { label: "ci", expiresInDays: 3 }],
    ["GET", "/tokens", "/tokens"],
    ["DELETE", "/tokens/{id}", `/tokens/${token.id}`],
    ["POST", "/masques/{name}/versions", "/masques/full/versions", { source }],
    ["POST", "/masques/{name}/versions", "/masques/full/versions", { source }],
    ["GET", "/masques", "/masques?q=f&sort=recent&limit=2"],
    ["GET", "/masques/{name}", "/masques/full"],
    ["GET", "/masques/{name}/versions", "/masques/homelab/versions?limit=1"],
    ["GET", "/masques/{name}/versions/{version}", "/masques/full/versions/3"],
    ["GET", "/masques/{name}/versions/{version}/status", "/masques/full/versions/3/status"],
    ["GET", "/masques/{name}/diff", "/masques/homelab/diff?from=1&to=2"],
    ["POST", "/masques/{name}/comparison", "/masques/homelab/comparison", { source }],
    ["POST", "/masques/{name}/comparison", "/masques/never/comparison", { source }],
    ["POST", "/validate", "/validate", { source }],
    ["POST", "/validate", "/validate", { source: "version: [" }],
    ["PUT", "/masques/{name}/maintainers/{handle}", "/masques/full/maintainers/some-player"],
    [
      "POST",
      "/masques/{name}/versions/{version}/withdrawal",
      "/masques/full/versions/3/withdrawal",
      { state: "yanked", reason: "x" },
    ],
    ["DELETE", "/masques/{name}/maintainers/{handle}", "/masques/full/maintainers/some-player"],
    ["GET", "/resolve/{reference}", "/resolve/homelab@^1"],
    ["GET", "/resolve", "/resolve?ref=guide@1"],
    ["POST", "/intents/check", "/intents/check", { masque: "homelab@1", intent: "deploy it" }],
    ["GET", "/resolve/{reference}", "/resolve/never"],
    ["POST", "/validate", "/validate", {}],
  ];
  for (const [method, route, target, body] of calls) {
    const reply = await registry.as("player").http(method, `/api/v1${target}`, body);
    const at = `${method} ${target} → ${reply.status}`;
    const responses = api.paths[`/api/v1${route}`]?.[method.toLowerCase()]?.responses;
    const content: Content = (responses?.[reply.status] ?? responses?.default)?.content ?? {};
    const type = reply.headers["content-type"]?.split(";")[0] ?? "";
    expect(Object.keys(content), at).toContain(type);
    const schema: { properties?: object } = content[type]?.schema ?? {};
    const validate = compile(schema);
    expect([validate(reply.json()), validate.errors], at).toEqual([true, null]);
    const unsaid = Object.keys(reply.json()).filter((key) => !Object.hasOwn(schema.properties ?? {}, key));
    if (type === "application/json") expect(unsaid, at).toEqual([]);
  }
  const elder = await registry.as("admin").http("GET", "/api/v1/repository/problems");
  const schema =
    api.paths["/api/v1/repository/problems"]?.get?.responses["200"]?.content["application/json"]?.schema;
  expect(compile(schema ?? { not: {} })(elder.json())).toBe(true);
});

test("a file and a program are answered in their own types, and YAML is taken where a masque is", () => {
  const at = (path: string, method: string) => api.paths[`/api/v1${path}`]?.[method];
  const version = "/masques/{name}/versions/{version}";
  expect(Object.keys(at(`${version}/source`, "get")?.responses["200"]?.content ?? {})).toEqual([
    "application/yaml",
  ]);
  expect(Object.keys(at(`${version}/program`, "get")?.responses["200"]?.content ?? {})).toEqual([
    "text/javascript",
  ]);
  expect(Object.keys(at("/masques/{name}/versions", "post")?.requestBody?.content ?? {})).toEqual([
    "application/json",
    "application/yaml",
  ]);
  expect(at("/resolve", "get")?.parameters).toMatchObject([{ name: "ref", in: "query", required: true }]);
  expect(Object.keys(at("/masques/{name}/versions", "post")?.responses ?? {})).toEqual([
    "200",
    "201",
    "202",
    "default",
  ]);
});
