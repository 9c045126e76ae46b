import type { Access as AccessDefinition } from "#registry/masque/definition";

const PROVIDERS = { oidc: "the registry itself (OpenID)", vault: "Vault, on the registry's word" } as const;

/** The keys, and the further ones that a wearer may take up for a moment. */
export function Access({ access }: { access: Record<string, unknown> }) {
  const {
    vault_role,
    ttl,
    provider,
    audience,
    scope,
    elevations = {},
  } = access as unknown as AccessDefinition;
  const facts: [string, string | undefined][] = [
    ["Role", vault_role],
    ["Lives", ttl === "session" ? "as long as the session" : ttl],
    ["Minted by", PROVIDERS[provider ?? "oidc"]],
    ["Audience", audience === vault_role ? undefined : audience],
    ["Scope", scope],
  ];
  const further = Object.entries(elevations);
  return (
    <div className="space-y-6">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-sm">
        {facts.map(
          ([term, value]) =>
            value && (
              <div key={term} className="contents">
                <dt className="text-muted">{term}</dt>
                <dd className="font-mono break-words">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {further.length > 0 && (
        <div>
          <h3 className="eyebrow mb-2">Elevations</h3>
          <ul className="divide-y divide-line rounded-md border border-line text-sm">
            {further.map(([name, { role, ttl: lives, approval }]) => (
              <li key={name} className="flex flex-wrap items-baseline gap-x-4 px-4 py-2.5">
                <span className="font-medium">{name}</span>
                <code className="font-mono">{role}</code>
                <span className="text-muted">
                  {lives} · {approval === "required" ? "a person approves" : "no approval"}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
