import type { Door } from "#registry/door";

/** The running registry, which left its door in this process before it started the pages. */
export function door(): Door {
  const found = (globalThis as unknown as Record<symbol, Door | undefined>)[Symbol.for("masque.door")];
  if (!found)
    throw new Error("The pages run inside the registry: start it with `npm start` or `npm run dev`.");
  return found;
}
