import { Refusal } from "../errors";
import { type MasqueName, parseName } from "./name";
import { quote } from "./quote";
import { compareVersions, findVersion, type Version, versionNumbers } from "./version";

/** Which version of a masque is meant. Only a pin can be assumed; the others move as versions are published. */
export type Selector =
  | { readonly kind: "pin"; readonly version: Version }
  | { readonly kind: "latest" }
  | { readonly kind: "range"; readonly text: string; admits(version: Version): boolean };

/** A masque and which version of it: what `masque:homelab@v2.3` says. */
export interface Reference {
  readonly name: MasqueName;
  readonly selector: Selector;
}

/** Far above the longest reference there can be, far below what would cost anything to refuse. */
const LONGEST = 256;
const NUMBER = "(?:0|[1-9]\\d{0,9})";
const RANGE = new RegExp(
  `^(?:(?<sign>[\\^~])(?<from>${NUMBER}(?:\\.${NUMBER}){0,2})|(?<within>${NUMBER}(?:\\.${NUMBER})?)\\.x)$`,
);

/** Parses `[masque:]NAME[@SELECTOR]`; without a selector it means `@latest`. Refuses (`invalid`) anything else. */
export function parseReference(text: string): Reference {
  if (text.length > LONGEST) {
    throw new Refusal(
      "invalid",
      `${quote(text)} is too long for a reference: at most ${LONGEST} characters.`,
    );
  }
  const bare = text.startsWith("masque:") ? text.slice("masque:".length) : text;
  const at = bare.indexOf("@");
  if (at < 0) return { name: parseName(bare), selector: { kind: "latest" } };
  return { name: parseName(bare.slice(0, at)), selector: parseSelector(bare.slice(at + 1)) };
}

/** Parses what follows the `@`: an exact version, `latest`, `^2`, `^2.3`, `~2.3`, `2.x` or `2.3.x`. */
export function parseSelector(text: string): Selector {
  if (text === "latest") return { kind: "latest" };
  const version = findVersion(text);
  if (version) return { kind: "pin", version };
  const range = findRange(text);
  if (range) return range;
  throw new Refusal(
    "invalid",
    `${quote(text)} does not select a version. Pin one (@2.3, @v2.3.1), or browse with @latest, @^2, @~2.3 or @2.x.`,
  );
}

/** The reference in its one normal form, without prefix: `homelab@2.3.0`, `homelab@^2.3`, `homelab@latest`. */
export function formatReference({ name, selector }: Reference): string {
  if (selector.kind === "pin") return `${name}@${selector.version}`;
  return `${name}@${selector.kind === "latest" ? "latest" : selector.text}`;
}

/** The newest of `versions` that the selector admits. A pin admits only itself: it never picks the nearest. */
export function selectVersion(selector: Selector, versions: Iterable<Version>): Version | undefined {
  let newest: Version | undefined;
  for (const version of versions) {
    if (!admits(selector, version)) continue;
    if (newest === undefined || compareVersions(version, newest) > 0) newest = version;
  }
  return newest;
}

function admits(selector: Selector, version: Version): boolean {
  if (selector.kind === "range") return selector.admits(version);
  return selector.kind === "latest" || selector.version === version;
}

function findRange(text: string): Selector | undefined {
  const groups = RANGE.exec(text)?.groups;
  const written = groups?.from ?? groups?.within;
  const floor = written === undefined ? undefined : findVersion(written);
  if (written === undefined || floor === undefined) return undefined;
  const from = versionNumbers(floor);
  const given = written.split(".").length;
  const fixed =
    groups?.sign === "^" ? leadingNumbers(from, given) : groups?.sign === "~" ? Math.min(given, 2) : given;
  return {
    kind: "range",
    text,
    admits: (version) =>
      compareVersions(version, floor) >= 0 &&
      versionNumbers(version).every((number, place) => place >= fixed || number === from[place]),
  };
}

/** How many leading numbers a caret holds fixed: up to and including the first that is not 0, as npm and Cargo do. */
function leadingNumbers(numbers: readonly number[], given: number): number {
  const firstNonZero = numbers.findIndex((number) => number !== 0);
  return firstNonZero < 0 || firstNonZero >= given ? given : firstNonZero + 1;
}
