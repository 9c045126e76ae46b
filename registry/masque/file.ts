import type { Access, Definition, Elevation, Performance } from "./definition";
import type { Ring } from "./ring";
import { findVersion, type Version } from "./version";

/** A masque file as its author wrote it, every field optional and both spellings of an intent's lists possible. */
export interface MasqueFile
  extends Partial<Omit<Definition, "version" | "intent" | "access" | "performance">> {
  version?: string;
  intent?: { allowed?: string[]; allowed_patterns?: string[]; denied?: string[]; denied_patterns?: string[] };
  access?: FileAccess | null;
  performance?: Partial<Performance>;
}

interface FileAccess extends Partial<Omit<Access, "vault_role">> {
  vault_role: string;
  elevations?: Record<string, Elevation>;
}

const NO_VERSION = "0.0.0" as Version;
const OUTERMOST: Ring = "outsider";

/**
 * The definition that a file of the right shape states: defaults filled in, both spellings made one. Fields that are
 * missing although required get empty stand-ins, so that the rest of a faulty file can still be examined.
 */
export function settle(file: MasqueFile, title: string): Definition {
  const definition: Definition = {
    name: file.name ?? title,
    version: findVersion(file.version ?? "") ?? NO_VERSION,
    declaredVersion: file.version ?? NO_VERSION,
    ring: file.ring ?? OUTERMOST,
    attributes: file.attributes ?? {},
    skills: file.skills ?? [],
    intent: {
      allowed: file.intent?.allowed ?? file.intent?.allowed_patterns ?? [],
      denied: file.intent?.denied ?? file.intent?.denied_patterns ?? [],
    },
    context: file.context ?? null,
    knowledge: file.knowledge ?? [],
    access: file.access ? settleAccess(file.access) : null,
    lens: file.lens ?? "",
    program: file.program ?? null,
    extensions: Object.fromEntries(Object.entries(file).filter(([key]) => key.startsWith("x-"))),
  };
  if (file.index !== undefined) definition.index = file.index;
  if (file.performance) {
    definition.performance = {
      score: file.performance.score ?? null,
      history: file.performance.history ?? [],
    };
  }
  if (file.rubric) definition.rubric = file.rubric;
  if (file.spinnerVerbs) definition.spinnerVerbs = file.spinnerVerbs;
  return definition;
}

function settleAccess(access: FileAccess): Access {
  return {
    vault_role: access.vault_role,
    ttl: access.ttl ?? "session",
    ...(access.provider && { provider: access.provider }),
    audience: access.audience ?? access.vault_role,
    ...(access.scope && { scope: access.scope }),
    elevations: access.elevations ?? {},
  };
}
