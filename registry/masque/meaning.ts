import type { Definition } from "./definition";
import { findDuration } from "./duration";
import { normalisePattern } from "./intent/normalise";
import type { Path } from "./path";
import { quote } from "./quote";
import { findVersion } from "./version";

/** Something that has the right shape and yet cannot be meant, or probably is not. */
export interface MeaningFault {
  path: Path;
  message: string;
}

const LONGEST_ELEVATION = 15 * 60;

/** What in a definition of the right shape cannot be. */
export function meaningErrors(definition: Definition): MeaningFault[] {
  return [
    ...versionErrors(definition),
    ...skillErrors(definition),
    ...intentErrors(definition),
    ...accessErrors(definition),
    ...historyErrors(definition),
  ];
}

/** What in a definition is lawful and probably not what its author wants. */
export function meaningWarnings({ ring, intent, access }: Definition): MeaningFault[] {
  const warnings: MeaningFault[] = [];
  if (ring === "outsider" && access) {
    warnings.push({
      path: ["access"],
      message: "Outsiders get no credentials: who wears this as an outsider gets none of this access.",
    });
  }
  for (const pattern of shadowed(intent)) {
    warnings.push({
      path: ["intent"],
      message: `${quote(pattern)} is allowed and denied. Denied wins, so it is never allowed.`,
    });
  }
  return warnings;
}

function versionErrors({ declaredVersion }: Definition): MeaningFault[] {
  if (findVersion(declaredVersion)) return [];
  return [
    {
      path: ["version"],
      message: `${quote(declaredVersion)} has a number above 2147483647. Choose a smaller one.`,
    },
  ];
}

function skillErrors({ skills }: Definition): MeaningFault[] {
  const seen = new Set<string>();
  return skills.flatMap(({ uri }, place) => {
    if (!seen.has(uri)) {
      seen.add(uri);
      return [];
    }
    return [
      { path: ["skills", place, "uri"], message: `${quote(uri)} is claimed twice. Keep one level for it.` },
    ];
  });
}

function intentErrors({ intent }: Definition): MeaningFault[] {
  if (intent.allowed.length === 0 || shadowed(intent).length < intent.allowed.length) return [];
  const message =
    "Every allowed pattern is denied as well, so this intent allows nothing. Remove one of the denials.";
  return [{ path: ["intent"], message }];
}

function shadowed({ allowed, denied }: Definition["intent"]): string[] {
  const refused = new Set(denied.map(normalisePattern));
  return allowed.filter((pattern) => refused.has(normalisePattern(pattern)));
}

function accessErrors({ access }: Definition): MeaningFault[] {
  if (!access) return [];
  const errors: MeaningFault[] = [];
  if (findDuration(access.ttl) === 0)
    errors.push({ path: ["access", "ttl"], message: "This lasts no time at all. Give it at least PT1S." });
  for (const [name, { ttl }] of Object.entries(access.elevations)) {
    const seconds = findDuration(ttl) ?? 0;
    if (seconds > 0 && seconds <= LONGEST_ELEVATION) continue;
    const message = `An elevation lasts from one second to 15 minutes, and ${ttl} does not. Write PT15M or less.`;
    errors.push({ path: ["access", "elevations", name, "ttl"], message });
  }
  return errors;
}

function historyErrors({ performance }: Definition): MeaningFault[] {
  return (performance?.history ?? []).flatMap(({ date }, place) => {
    const day = new Date(`${date}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)) return [];
    return [
      {
        path: ["performance", "history", place, "date"],
        message: `There is no day ${date} in the calendar.`,
      },
    ];
  });
}
