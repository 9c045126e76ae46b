import { Refusal } from "../errors";
import { quote } from "./quote";

/** What a masque is called for ever: `homelab`, `engineer:backend`. Lower case by grammar, so no two differ in case alone. */
export type MasqueName = string & { readonly __brand: "MasqueName" };

const SEGMENT = "[a-z][a-z0-9-]{0,62}";
const NAME = new RegExp(`^${SEGMENT}(:${SEGMENT})?$`);

/** The name that `text` is, or undefined. `masque` is reserved because it is the prefix of every reference. */
export function findName(text: string): MasqueName | undefined {
  return NAME.test(text) && !isReservedName(text) ? (text as MasqueName) : undefined;
}

/** Whether `text` would be a name if it were not the registry's own. */
export function isReservedName(text: string): boolean {
  return NAME.test(text) && text.split(":")[0] === "masque";
}

/** The name that `text` is; refuses (`invalid`) anything else. */
export function parseName(text: string): MasqueName {
  const name = findName(text);
  if (name) return name;
  const why = isReservedName(text)
    ? "the name masque is reserved"
    : "a name has one or two parts joined by a colon, each of a–z, 0–9 and hyphens, beginning with a letter, at most 63 long";
  throw new Refusal(
    "invalid",
    `${quote(text)} is not a masque's name: ${why}. Examples: homelab, engineer:backend.`,
  );
}
