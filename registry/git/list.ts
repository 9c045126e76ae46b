import type { Repository } from "./repository";
import { type Tags, tagScanner } from "./scan";

/** Every tag in the repository, loose and packed, well-formed or not, and the object that it points to. */
export function listTags(repository: Repository): Promise<Tags> {
  return tagScanner(repository)(true);
}
