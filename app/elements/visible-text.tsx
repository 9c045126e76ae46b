import type { ReactNode } from "react";

/** What shows nothing, or shows something else than it is: zero-width, bidirectional, control and odd space characters. */
const HIDDEN =
  /((?![\t\n\r ])[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc])/u;

/** Somebody's text with its invisible characters made visible, kept from turning the direction of what is around it. */
export function VisibleText({ children }: { children: string }) {
  return <bdi>{withVisible(children)}</bdi>;
}

/** The same without the isolation, for pieces of one text. */
export function withVisible(text: string): ReactNode {
  if (!HIDDEN.test(text)) return text;
  return text.split(HIDDEN).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity.
      <Chip key={index} character={part} />
    ) : (
      part
    ),
  );
}

function Chip({ character }: { character: string }) {
  const codepoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return (
    <mark
      title="A character that would not be seen here"
      className="mx-px rounded-sm border border-widening/50 bg-paper px-0.5 font-mono text-[0.75em] whitespace-nowrap text-widening"
    >
      ⟨U+{codepoint}⟩
    </mark>
  );
}
