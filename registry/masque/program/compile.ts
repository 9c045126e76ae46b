import type { Access, Definition } from "../definition";
import { findDuration } from "../duration";
import { prepareIntent } from "../intent/prepare";
import type { Declared } from "./runtime";
import { RUNTIME } from "./runtime.generated";

/**
 * Turns a definition into one ES module without imports: what the registry itself decides by, as text. The same
 * definition, name and digest always give the same bytes. A `program:` block is carried as the string `program` and
 * not run: only a sandbox may, and what it may do is narrow what the module answers.
 */
export function compileMasque(definition: Definition, identity: { name: string; digest: string }): string {
  const declared: Declared = {
    intent: prepareIntent(definition.intent),
    context: definition.context,
    knowledge: definition.knowledge,
    access: definition.access && request(definition.access),
    lens: definition.lens,
  };
  const head = {
    name: identity.name,
    version: definition.version,
    digest: identity.digest,
    ringRequired: definition.ring,
    program: definition.program,
  };
  const constants = Object.entries(head).map(([name, value]) => `export const ${name} = ${literal(value)};`);
  return [...constants, `const DECLARED = ${literal(declared)};`, RUNTIME, ""].join("\n");
}

function request({
  vault_role,
  ttl,
  provider = "oidc",
  audience,
  scope,
  elevations,
}: Access): Declared["access"] {
  return {
    action: provider === "vault" ? "fetch" : "mint",
    provider,
    role: vault_role,
    audience,
    scope: scope ?? null,
    ttl: findDuration(ttl) ?? null,
    elevations: Object.fromEntries(
      Object.entries(elevations).map(([name, keys]) => [name, { ...keys, ttl: findDuration(keys.ttl) ?? 0 }]),
    ),
  };
}

/** JSON that is also safe inside a page's `<script>`. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
