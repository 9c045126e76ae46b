import type { Member } from "./actor";
import type { Config } from "./config";
import type { Ring } from "./masque/ring";
import type { InputOf, OutputOf } from "./operation";
import type { OperationName, Operations } from "./operations";

/** Under which symbol of globalThis the running process leaves its door for the pages of the same process. */
export const DOOR = Symbol.for("masque.door");

/** What the pages hold of the registry: no code of it, only this. `secret` is the browser's session id. */
export interface Door {
  invoke<Name extends OperationName>(
    name: Name,
    input: InputOf<Operations[Name]>,
    secret: string | undefined,
  ): Promise<OutputOf<Operations[Name]>>;
  /** Who the browser is signed in as, if anyone, and in which ring that acts now. */
  viewer(secret: string | undefined): { readonly member?: Member; readonly ring: Ring };
  /** Signs in whom an identity provider vouches for; only the sign-in route calls it, after the provider's word. */
  openByIdentity(
    identity: InputOf<Operations["browser.open-by-identity"]>,
  ): Promise<OutputOf<Operations["browser.open-by-identity"]>>;
  /** The API's own description. */
  openapi(): Record<string, unknown>;
  readonly config: Pick<Config, "url" | "secret" | "github" | "oidc">;
}
