import { Refusal } from "../errors";
import { quote } from "./quote";

/** An exact version in its one normal form, `MAJOR.MINOR.PATCH`: `2.3` is written `2.3.0`. */
export type Version = string & { readonly __brand: "Version" };

const VERSION = /^v?(0|[1-9]\d{0,9})(?:\.(0|[1-9]\d{0,9}))?(?:\.(0|[1-9]\d{0,9}))?$/;
const LARGEST = 2 ** 31 - 1;

/** The exact version that `text` is (one to three numbers, `v` or not), or undefined. */
export function findVersion(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (!match) return undefined;
  const numbers = [match[1], match[2] ?? "0", match[3] ?? "0"];
  return numbers.every((number) => Number(number) <= LARGEST) ? (numbers.join(".") as Version) : undefined;
}

/** The exact version that `text` is; refuses (`invalid`) anything else. */
export function parseVersion(text: string): Version {
  const version = findVersion(text);
  if (version) return version;
  throw new Refusal(
    "invalid",
    `${quote(text)} is not a version: write one to three whole numbers without leading zeros, such as 2, 2.3 or v2.3.1.`,
  );
}

/** The three numbers of a version. */
export function versionNumbers(version: Version): [major: number, minor: number, patch: number] {
  const [major, minor, patch] = version.split(".");
  return [Number(major), Number(minor), Number(patch)];
}

/** Negative when `a` is older than `b`, 0 when they are the same, positive when newer: sorts oldest first. */
export function compareVersions(a: Version, b: Version): number {
  const left = versionNumbers(a);
  const right = versionNumbers(b);
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
