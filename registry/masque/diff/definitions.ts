import type { Definition } from "../definition";
import { rank } from "../ring";
import { diffAccess } from "./access";
import type { Change, Effect } from "./change";
import { diffPatterns } from "./patterns";
import { diffPointers } from "./pointers";

/** What the changes come to together. Text to be read counts as neither, and so does a version's own number. */
export type Risk = "widening" | "narrowing" | "neutral" | "mixed" | "none";

/** The difference between two versions, by what it does to a wearer's reach. */
export interface RiskDiff {
  risk: Risk;
  /** What widens comes first, then what must be read. */
  changes: Change[];
}

const ORDER: Effect[] = ["widening", "read", "narrowing", "neutral"];

/** Compares two versions of a masque. Version and index are what is compared, not a change. */
export function diffDefinitions(before: Definition, after: Definition): RiskDiff {
  const changes = [
    ...ring(before, after),
    ...program(before.program, after.program),
    ...diffPatterns("allowed", before.intent.allowed, after.intent.allowed),
    ...diffPatterns("denied", before.intent.denied, after.intent.denied),
    ...diffAccess(before.access, after.access),
    ...diffPointers(before.knowledge, after.knowledge),
    ...read("lens", "The lens, which steers how a wearer works,", before.lens, after.lens),
    ...read("context", "The context, which a wearer takes as given,", before.context, after.context),
    ...plain("name", "The title", before.name, after.name),
    ...plain("attributes", "The attributes", before.attributes, after.attributes),
    ...plain("skills", "The claimed skills", before.skills, after.skills),
    ...plain("performance", "The author's own claim of performance", before.performance, after.performance),
    ...plain("rubric", "What raters are asked", before.rubric, after.rubric),
    ...plain("spinnerVerbs", "The spinner's words", before.spinnerVerbs, after.spinnerVerbs),
    ...plain("extensions", "Keys that the registry does not read", before.extensions, after.extensions),
  ].sort((a, b) => ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect));
  return { risk: riskOf(changes), changes };
}

function riskOf(changes: Change[]): Risk {
  const widens = changes.some(({ effect }) => effect === "widening");
  const narrows = changes.some(({ effect }) => effect === "narrowing");
  if (widens) return narrows ? "mixed" : "widening";
  if (narrows) return "narrowing";
  return changes.length > 0 ? "neutral" : "none";
}

function ring({ ring: before }: Definition, { ring: after }: Definition): Change[] {
  if (before === after) return [];
  return [
    rank(after) < rank(before)
      ? {
          path: "ring",
          before,
          after,
          effect: "widening",
          explain: `The ring falls: ${after}s may newly wear it.`,
        }
      : {
          path: "ring",
          before,
          after,
          effect: "narrowing",
          explain: `The ring rises: ${before}s may no longer wear it.`,
        },
  ];
}

/** Code only narrows, so code taken away gives back what it refused. What code was added or changed must be read. */
function program(before: string | null, after: string | null): Change[] {
  if (before === after) return [];
  const path = "program";
  if (after === null) {
    const explain = "The code is gone, and with it whatever it refused.";
    return [{ path, before, after, effect: "widening", explain }];
  }
  const explain = before === null ? "Code is new here: read it." : "The code changed: read it.";
  return [{ path, before, after, effect: "read", explain }];
}

function read(path: string, what: string, before: string | null, after: string | null): Change[] {
  if (before === after) return [];
  const how = before === null ? "is new" : after === null ? "is gone" : "changed";
  return [{ path, before, after, effect: "read", explain: `${what} ${how}: read it.` }];
}

function plain(path: string, what: string, before: unknown, after: unknown): Change[] {
  if (canonical(before) === canonical(after)) return [];
  const explain = `${what} changed, which gives and takes no access.`;
  return [{ path, before: before ?? null, after: after ?? null, effect: "neutral", explain }];
}

/** JSON with sorted keys: the same text for the same content, whatever order a file wrote it in. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
