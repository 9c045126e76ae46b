import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#registry/git/repository.fixture";
import { readConfig, SettingError } from "./config";

const read = (env: Record<string, string> = {}, home = temporaryFolder()) =>
  readConfig({ MASQUE_HOME: home, ...env }, "/program");

test("without settings there are sane ones", () => {
  const home = temporaryFolder();
  expect(read({}, home)).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    home,
    url: "http://localhost:3000",
    rateLimit: 1200,
    logLevel: "info",
    foundingToken: undefined,
    github: undefined,
    oidc: undefined,
  });
});

test("every setting is taken from the environment", () => {
  const env = {
    PORT: "8080",
    HOST: "0.0.0.0",
    MASQUE_URL: "https://masque.example/",
    NEXTAUTH_SECRET: "a secret",
    MASQUE_FOUNDING_TOKEN: "sixteen letters!",
    GITHUB_ID: "id",
    GITHUB_SECRET: "secret",
    OIDC_ISSUER: "https://login.example",
    OIDC_CLIENT_ID: "masque",
    OIDC_CLIENT_SECRET: "secret",
    VAULT_ADDR: "https://vault.example:8200",
    MASQUE_RATE_LIMIT: "60",
    LOG_LEVEL: "warn",
  };
  expect(read(env)).toMatchObject({
    port: 8080,
    host: "0.0.0.0",
    url: "https://masque.example",
    secret: "a secret",
    foundingToken: "sixteen letters!",
    github: { id: "id", secret: "secret" },
    oidc: { issuer: "https://login.example", clientId: "masque", clientSecret: "secret" },
    vaultAddress: "https://vault.example:8200",
    rateLimit: 60,
    logLevel: "warn",
  });
  expect(read({ MASQUE_RATE_LIMIT: "off" }).rateLimit).toBeUndefined();
});

test.each([
  ["PORT", { PORT: "eighty" }],
  ["PORT", { PORT: "70000" }],
  ["PORT", { PORT: "-1" }],
  ["PORT", { PORT: "3000.5" }],
  ["PORT", { PORT: " 3000" }],
  ["MASQUE_URL", { MASQUE_URL: "masque.example" }],
  ["MASQUE_URL", { MASQUE_URL: "ftp://masque.example" }],
  ["MASQUE_FOUNDING_TOKEN", { MASQUE_FOUNDING_TOKEN: "short" }],
  ["MASQUE_FOUNDING_TOKEN", { MASQUE_FOUNDING_TOKEN: "x".repeat(201) }],
  ["GITHUB_SECRET", { GITHUB_ID: "id" }],
  ["GITHUB_ID", { GITHUB_SECRET: "secret" }],
  ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://login.example", OIDC_CLIENT_ID: "masque" }],
  ["OIDC_ISSUER", { OIDC_ISSUER: "login", OIDC_CLIENT_ID: "masque", OIDC_CLIENT_SECRET: "secret" }],
  ["VAULT_ADDR", { VAULT_ADDR: "vault:8200" }],
  ["MASQUE_RATE_LIMIT", { MASQUE_RATE_LIMIT: "0" }],
  ["MASQUE_RATE_LIMIT", { MASQUE_RATE_LIMIT: "many" }],
  ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
  ["MASQUE_HOME", { MASQUE_HOME: "/dev/null/home" }],
])("a wrong %s stops the start with one line that names it: %j", (name, env) => {
  const starting = () => read(env);
  expect(starting).toThrow(SettingError);
  expect(starting).toThrow(new RegExp(`^[^\\n]*\\b${name}\\b[^\\n]*$`));
});

test("no message repeats a secret", () => {
  expect(() => read({ MASQUE_FOUNDING_TOKEN: "s3cret" })).toThrow(/^((?!s3cret).)*$/);
  expect(() => read({ GITHUB_SECRET: "s3cret" })).toThrow(/^((?!s3cret).)*$/);
});

test("an empty setting is one that is not made", () => {
  const empty = {
    PORT: "",
    HOST: "",
    MASQUE_URL: "",
    MASQUE_FOUNDING_TOKEN: "",
    GITHUB_ID: "",
    LOG_LEVEL: "",
  };
  expect(read(empty)).toMatchObject({ port: 3000, host: "127.0.0.1", logLevel: "info", github: undefined });
});

test("the secret that is not given is made once, kept, and nobody else's to read", () => {
  const home = temporaryFolder();
  const { secret } = read({}, home);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(read({}, home).secret).toBe(secret);
  expect(read().secret).not.toBe(secret);
  expect(statSync(join(home, "keys/nextauth-secret")).mode & 0o077).toBe(0);
  expect(statSync(join(home, "keys")).mode & 0o077).toBe(0);
});

test("a data folder that is a file is no folder", () => {
  const file = join(temporaryFolder(), "home");
  writeFileSync(file, "");
  expect(() => read({ MASQUE_HOME: file })).toThrow(/MASQUE_HOME/);
});
