import { randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "#registry/config";

type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be used: one line that names it. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const DEFAULT_RATE_LIMIT = 1200;

/** Parses every setting, once. Throws a SettingError that names the wrong one. */
export function readConfig(env: Environment, root: string): Config {
  const port = integer(env, "PORT", 3000, 0, 65_535);
  const host = env.HOST || "127.0.0.1";
  const home = dataFolder(env);
  return {
    port,
    host,
    home,
    root,
    url: url(env, "MASQUE_URL") ?? `http://${host === "127.0.0.1" ? "localhost" : host}:${port}`,
    foundingToken: foundingToken(env),
    secret: env.NEXTAUTH_SECRET || keptSecret(home),
    github: together(env, ["GITHUB_ID", "GITHUB_SECRET"], ([id, secret]) => ({ id, secret })),
    oidc: together(
      env,
      ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
      ([, clientId, clientSecret]) => ({
        issuer: url(env, "OIDC_ISSUER"),
        clientId,
        clientSecret,
      }),
    ),
    vaultAddress: url(env, "VAULT_ADDR"),
    rateLimit:
      env.MASQUE_RATE_LIMIT === "off"
        ? undefined
        : integer(env, "MASQUE_RATE_LIMIT", DEFAULT_RATE_LIMIT, 1, 10_000_000),
    logLevel: oneOf(env, "LOG_LEVEL", LOG_LEVELS, "info"),
  };
}

function integer(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new SettingError(`${name} must be a whole number from ${least} to ${most}; it is "${text}".`);
}

function dataFolder(env: Environment): string {
  const home = path.resolve(env.MASQUE_HOME || "data");
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    accessSync(home, constants.W_OK);
    return home;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingError(`MASQUE_HOME must be a folder that can be written; ${home} cannot (${code}).`);
  }
}

function url(env: Environment, name: string): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (parsed && ["http:", "https:"].includes(parsed.protocol)) return text.replace(/\/+$/, "");
  throw new SettingError(`${name} must be an http or https address; it is "${text}".`);
}

function oneOf(env: Environment, name: string, allowed: readonly string[], fallback: string): string {
  const text = env[name];
  if (!text) return fallback;
  if (allowed.includes(text)) return text;
  throw new SettingError(`${name} must be one of ${allowed.join(", ")}; it is "${text}".`);
}

function foundingToken(env: Environment): string | undefined {
  const token = env.MASQUE_FOUNDING_TOKEN;
  if (!token) return undefined;
  if (token.length >= 16 && token.length <= 200) return token;
  throw new SettingError(
    "MASQUE_FOUNDING_TOKEN must have 16 to 200 characters: whoever guesses it founds the registry.",
  );
}

function together<Value>(
  env: Environment,
  names: readonly string[],
  build: (values: string[]) => { [Key in keyof Value]: Value[Key] | undefined },
): Value | undefined {
  const values = names
    .map((name) => env[name])
    .filter((value) => value !== undefined && value !== "") as string[];
  if (values.length === 0) return undefined;
  if (values.length === names.length) return build(values) as Value;
  throw new SettingError(`${names.join(", ")} belong together: set all of them or none.`);
}

/** The secret that signs what next-auth needs signed; made once, kept in the data folder. */
function keptSecret(home: string): string {
  const file = path.join(home, "keys", "nextauth-secret");
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}
