import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorState, type Extension, Prec, StateEffect, type Transaction } from "@codemirror/state";
import {
  crosshairCursor,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completeMasque } from "./completion";
import { masqueLanguage } from "./masque-language";
import { checkDraft, type Verdict } from "./verdict";

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], class: "tok-key" },
  { tag: [tags.string, tags.special(tags.string)], class: "tok-string" },
  { tag: [tags.number, tags.bool, tags.null], class: "tok-number" },
  { tag: tags.comment, class: "tok-comment" },
  { tag: [tags.keyword, tags.meta, tags.typeName], class: "tok-mark" },
]);

const look = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "inherit", height: "100%", fontSize: "0.8125rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.65", overflow: "auto" },
  ".cm-content": { padding: "0.75rem 0", caretColor: "var(--color-ink)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--color-muted)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": {
    backgroundColor: "color-mix(in oklch, var(--color-ink) 5%, transparent)",
  },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--color-ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in oklch, var(--color-curtain) 24%, transparent)",
  },
  ".cm-matchingBracket": { backgroundColor: "color-mix(in oklch, var(--color-curtain) 18%, transparent)" },
  ".cm-specialChar": { color: "var(--color-widening)" },
  ".cm-tooltip": {
    backgroundColor: "var(--color-raised)",
    color: "var(--color-ink)",
    border: "1px solid var(--color-line)",
    borderRadius: "var(--radius-sm)",
    boxShadow: "var(--shadow-lift)",
    overflow: "hidden",
    maxWidth: "26rem",
  },
  ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-mono)" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.6rem" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--color-ink)",
    color: "var(--color-paper)",
  },
  ".cm-completionDetail": { color: "inherit", opacity: "0.7" },
  ".cm-tooltip.cm-completionInfo": { padding: "0.5rem 0.75rem", whiteSpace: "pre-wrap" },
  ".cm-diagnostic": { padding: "0.4rem 0.75rem" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--color-danger)" },
  ".cm-diagnostic-warning": { borderLeft: "3px solid var(--color-admin)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--color-danger)",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--color-admin)",
    textUnderlineOffset: "3px",
  },
  ".cm-foldPlaceholder": {
    backgroundColor: "var(--color-sunk)",
    border: "none",
    color: "var(--color-muted)",
  },
});

const DELAY = 350;

/** Asks for another check of the same text. */
export const recheck = StateEffect.define<null>();

function isRecheck({ effects }: Transaction): boolean {
  return effects.some((effect) => effect.is(recheck));
}

/** After Escape, whatever else it closes, the next Tab leaves the editor. */
function leaveWithTab(view: EditorView): boolean {
  view.setTabFocusMode(2000);
  return false;
}

/** The nonce of the page as it was first loaded: later pages come into the same document and its policy. */
function pageNonce(): string {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
}

/** Everything the editor is made of. `name` is asked for at each check, because it changes beside the editor. */
export function editorSetup(options: {
  name: () => string;
  onChange: (source: string) => void;
  onVerdict: (verdict: Verdict) => void;
}): Extension[] {
  return [
    EditorView.cspNonce.of(pageNonce()),
    EditorView.contentAttributes.of({
      "aria-label": "Masque, in YAML",
      "aria-describedby": "editor-keys",
      spellcheck: "true",
      tabindex: "0",
    }),
    [lineNumbers(), foldGutter(), lintGutter(), highlightActiveLineGutter(), highlightActiveLine()],
    [
      history(),
      drawSelection(),
      EditorState.allowMultipleSelections.of(true),
      rectangularSelection(),
      crosshairCursor(),
    ],
    [highlightSpecialChars({ addSpecialChars: /[\u00a0\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000]/u })],
    [bracketMatching(), closeBrackets(), indentUnit.of("  "), EditorView.lineWrapping],
    [masqueLanguage(), syntaxHighlighting(colours), look],
    autocompletion({ override: [completeMasque], icons: false }),
    linter(
      async (view) => {
        const source = view.state.doc.toString();
        const verdict = await checkDraft(source, options.name());
        if (view.state.doc.toString() === source) options.onVerdict(verdict);
        return verdict.diagnostics(view.state.doc);
      },
      { delay: DELAY, needsRefresh: ({ transactions }) => transactions.some(isRecheck) },
    ),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onChange(update.state.doc.toString());
    }),
    Prec.highest(keymap.of([{ key: "Escape", run: leaveWithTab }])),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...foldKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
  ];
}
