import type { Change, Effect } from "#registry/masque/diff/change";
import { EFFECTS } from "../elements/risk";
import { VisibleText } from "../elements/visible-text";
import { WordDiff, type Words } from "./word-diff";

const ORDER: readonly Effect[] = ["widening", "read", "narrowing", "neutral"];
const LONG = 160;

/** Every change, grouped by what it does: what widens first, the texts to be read with their words. */
export function ChangeList({ changes, words }: { changes: Change[]; words: Words[] }) {
  const groups = ORDER.map((effect) => ({
    effect,
    list: changes.filter((change) => change.effect === effect),
  }));
  return groups
    .filter(({ list }) => list.length > 0)
    .map(({ effect, list }) => {
      const { Icon, colour, heading, says } = EFFECTS[effect];
      return (
        <section key={effect} aria-labelledby={`effect-${effect}`} className="card overflow-hidden">
          <h3
            id={`effect-${effect}`}
            className="flex flex-wrap items-center gap-x-3 border-b border-line px-4 py-3"
          >
            <span className={`flex items-center gap-2 font-semibold ${colour}`}>
              <Icon aria-hidden className="size-5 shrink-0" />
              {heading}
            </span>
            <span className="text-sm text-muted">
              {list.length === 1 ? "1 change" : `${list.length} changes`}: {says}
            </span>
          </h3>
          <ul className="divide-y divide-line">
            {list.map((change) => (
              <ChangeRow key={change.path + change.explain} change={change} words={words} />
            ))}
          </ul>
        </section>
      );
    });
}

function ChangeRow({ change, words }: { change: Change; words: Words[] }) {
  const text = words.find(({ path }) => path === change.path);
  return (
    <li className="px-4 py-3.5">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-64 break-words">
          <VisibleText>{change.explain}</VisibleText>
        </p>
        <code className="font-mono text-xs break-all text-muted">{change.path}</code>
      </div>
      {text ? (
        <div className="mt-3">
          <WordDiff segments={text.segments} />
        </div>
      ) : (
        <BeforeAfter change={change} />
      )}
    </li>
  );
}

/** What stood there and what stands there; neutral structures are left to the file's own diff, which shows them best. */
function BeforeAfter({ change: { before, after, effect } }: { change: Change }) {
  const isLong = JSON.stringify([before, after]).length > LONG;
  if (effect === "neutral" && isLong) return null;
  return (
    <div className="mt-2 grid gap-1 font-mono text-sm">
      {before !== null && before !== undefined && (
        <Value sign="−" word="Before" value={before} look="bg-danger/9" />
      )}
      {after !== null && after !== undefined && (
        <Value sign="+" word="After" value={after} look="bg-narrowing/11" />
      )}
    </div>
  );
}

function Value({ sign, word, value, look }: { sign: string; word: string; value: unknown; look: string }) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return (
    <div className={`flex gap-2 rounded-sm px-2 py-1 ${look}`}>
      <span aria-hidden className="text-muted select-none">
        {sign}
      </span>
      <span className="sr-only">{word}:</span>
      <span className="min-w-0 break-words whitespace-pre-wrap">
        <VisibleText>{text}</VisibleText>
      </span>
    </div>
  );
}
