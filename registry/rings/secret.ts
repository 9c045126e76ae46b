import { hash, randomBytes } from "node:crypto";

/** What a secret begins with, so that people and scanners recognise it. */
export type SecretKind = "mqt" | "mqb" | "mqf" | "mqi";

/** A new secret with 256 random bits: `mqt_…` a token, `mqb_…` a browser's session, `mqf_…` the founding link, `mqi_…` an invitation. */
export function newSecret(kind: SecretKind): string {
  return `${kind}_${randomBytes(32).toString("base64url")}`;
}

/** What is kept of a secret. Plain SHA-256 suffices: there is nothing to guess in 256 random bits. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "hex");
}

/** An opaque id for a record: 120 random bits. */
export function newId(): string {
  return randomBytes(15).toString("base64url");
}
