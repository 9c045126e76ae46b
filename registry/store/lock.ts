import path from "node:path";
import Database from "better-sqlite3";

/**
 * Takes the data folder for this process, or says that another has it. The lock is the operating system's, on a file
 * of its own: it ends with the process however that ends, so a start right after a crash finds the folder free.
 */
export function lockFolder(home: string): { release(): void } | undefined {
  const file = new Database(path.join(home, "lock"), { timeout: 0 });
  try {
    file.pragma("locking_mode = EXCLUSIVE");
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code === "SQLITE_BUSY") return undefined;
    throw error;
  }
  return { release: () => file.close() };
}
