import type { BrowserContextOptions } from "playwright-core";

/** Where pictures for people to look at are left. */
export const SCREENS = "e2e/screens";

/** What stands ready for every journey. */
export interface Stage {
  readonly url: string;
  /** Where the browser listens. */
  readonly browser: string;
  readonly elder: {
    readonly handle: string;
    readonly password: string;
    readonly token: string;
    /** The cookies of a browser in which the elder is signed in. */
    readonly session: Exclude<BrowserContextOptions["storageState"], string | undefined>;
  };
}

declare module "vitest" {
  interface ProvidedContext {
    stage: Stage;
  }
}
