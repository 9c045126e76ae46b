import type { Access, Elevation } from "../definition";
import { findDuration } from "../duration";
import { quote } from "../quote";
import type { Change, Effect } from "./change";

/** No session is longer, so `session` counts as this. */
const LONGEST_SESSION = 12 * 3600;

/** What became of the keys. A role that is replaced counts as widening: nobody can tell here which of two is the larger. */
export function diffAccess(before: Access | null, after: Access | null): Change[] {
  if (!before && !after) return [];
  if (!before || !after) {
    const role = quote((before ?? after)?.vault_role ?? "");
    return [
      after
        ? {
            path: "access",
            before,
            after,
            effect: "widening",
            explain: `A wearer newly gets keys to ${role}.`,
          }
        : {
            path: "access",
            before,
            after,
            effect: "narrowing",
            explain: `A wearer no longer gets keys to ${role}.`,
          },
    ];
  }
  return [
    ...value("access.vault_role", "role", before.vault_role, after.vault_role),
    ...value("access.provider", "provider", before.provider ?? "oidc", after.provider ?? "oidc"),
    ...audience(before, after),
    ...scope(before.scope, after.scope),
    ...ttl("access.ttl", "The keys", before.ttl, after.ttl),
    ...elevations(before.elevations, after.elevations),
  ];
}

/** A role or an audience that was replaced by another: widening in both directions. */
function value(path: string, what: string, before: string, after: string): Change[] {
  if (before === after) return [];
  const explain = `The ${what} changes from ${quote(before)} to ${quote(after)}; check what the new one may do.`;
  return [{ path, before, after, effect: "widening", explain }];
}

/** An audience that merely follows its role is said with the role. */
function audience(before: Access, after: Access): Change[] {
  const follows = before.audience === before.vault_role && after.audience === after.vault_role;
  return follows ? [] : value("access.audience", "audience", before.audience, after.audience);
}

function scope(before: string | undefined, after: string | undefined): Change[] {
  const split = (text: string | undefined) => (text ?? "").split(/\s+/).filter(Boolean);
  const [had, has] = [split(before), split(after)];
  const gained = has.filter((item) => !had.includes(item)).join(" ");
  const lost = had.filter((item) => !has.includes(item)).join(" ");
  const change = { path: "access.scope", before: before ?? null, after: after ?? null };
  const changes: Change[] = [];
  if (gained) {
    changes.push({
      ...change,
      effect: "widening",
      explain: `The keys newly carry the scope ${quote(gained)}.`,
    });
  }
  if (lost) {
    changes.push({
      ...change,
      effect: "narrowing",
      explain: `The keys no longer carry the scope ${quote(lost)}.`,
    });
  }
  if (gained || lost || before === after) return changes;
  return [{ ...change, effect: "neutral", explain: "The scope is written differently and means the same." }];
}

function ttl(path: string, what: string, before: string, after: string): Change[] {
  if (before === after) return [];
  const seconds = (text: string) =>
    text === "session" ? LONGEST_SESSION : (findDuration(text) ?? LONGEST_SESSION);
  const grown = seconds(after) - seconds(before);
  const [effect, how]: [Effect, string] =
    grown > 0 ? ["widening", "longer"] : grown < 0 ? ["narrowing", "shorter"] : ["neutral", "just as long"];
  return [
    {
      path,
      before,
      after,
      effect,
      explain: `${what} live ${how}: ${quote(after)} instead of ${quote(before)}.`,
    },
  ];
}

function elevations(before: Record<string, Elevation>, after: Record<string, Elevation>): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name): Change[] => {
    const path = `access.elevations.${name}`;
    const [from, to] = [own(before, name), own(after, name)];
    if (!from || !to) {
      return [
        to
          ? {
              path,
              before: null,
              after: to,
              effect: "widening",
              explain: `A wearer may newly elevate to ${quote(to.role)}.`,
            }
          : {
              path,
              before: from,
              after: null,
              effect: "narrowing",
              explain: `A wearer may no longer elevate to ${quote(from?.role ?? "")}.`,
            },
      ];
    }
    return [
      ...value(`${path}.role`, `role of the elevation ${quote(name)}`, from.role, to.role),
      ...ttl(`${path}.ttl`, `The keys of the elevation ${quote(name)}`, from.ttl, to.ttl),
      ...approval(`${path}.approval`, name, from.approval, to.approval),
    ];
  });
}

function approval(
  path: string,
  name: string,
  before: Elevation["approval"],
  after: Elevation["approval"],
): Change[] {
  if (before === after) return [];
  return [
    after === "none"
      ? {
          path,
          before,
          after,
          effect: "widening",
          explain: `The elevation ${quote(name)} no longer needs approval.`,
        }
      : {
          path,
          before,
          after,
          effect: "narrowing",
          explain: `The elevation ${quote(name)} newly needs approval.`,
        },
  ];
}

function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
