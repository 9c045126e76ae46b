/** All settings, parsed once by the process that starts. Nothing in the core reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The data folder, absolute. */
  readonly home: string;
  /** The public address, without a slash at the end. */
  readonly url: string;
  /** Where the program's own files lie: migrations, personas, the built pages. */
  readonly root: string;
  /** Fixes the one-time founding token; otherwise one is made at start. */
  readonly foundingToken?: string;
  readonly secret: string;
  readonly github?: { readonly id: string; readonly secret: string };
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  readonly vaultAddress?: string;
  /** Requests a minute for each caller; undefined switches the limit off. */
  readonly rateLimit?: number;
  readonly logLevel: string;
}
