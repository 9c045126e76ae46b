import { mkdirSync } from "node:fs";
import { lockFolder } from "#registry/store/lock";
import { SettingError } from "./config";

/** Held here for as long as the process lives: a lock that nobody holds is collected, and the folder would be free. */
const held: object[] = [];

/** Makes the data folder this process's own, until it ends. Throws a SettingError when another process has it. */
export function claimHome(home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const lock = lockFolder(home);
  if (lock) {
    held.push(lock);
    return;
  }
  throw new SettingError(
    `Another process has the data folder ${home}. Stop it, or set MASQUE_HOME to another.`,
  );
}
