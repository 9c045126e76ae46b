"use client";

import { EditorView } from "@codemirror/view";
import { type RefObject, useEffect, useRef } from "react";
import { editorSetup, recheck } from "./editor-setup";
import type { Verdict } from "./verdict";

/** What stands beside the editor and wants to point into it. */
export interface EditorHandle {
  goTo(line: number, column: number): void;
  /** Checks the draft again though its text is the same: its name has changed. */
  recheck(): void;
}

/** Where in a text somebody is, or what they have selected, counted in characters. */
export interface Caret {
  anchor: number;
  head: number;
}

/** The editor, in place of the plain text field that stands here without JavaScript. */
export default function Editor({
  initial,
  caret,
  name,
  handle,
  onChange,
  onVerdict,
}: {
  initial: string;
  /** Given when it takes the focus over. */
  caret: Caret | undefined;
  name: RefObject<string>;
  handle: RefObject<EditorHandle | null>;
  onChange: (source: string) => void;
  onVerdict: (verdict: Verdict) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  // The editor keeps its own state: it is made once, from what it was first given.
  const given = useRef({ initial, caret, name, handle, onChange, onVerdict });
  useEffect(() => {
    const { current } = given;
    if (!frame.current) return;
    const view = new EditorView({
      doc: current.initial,
      ...(current.caret && { selection: current.caret }),
      parent: frame.current,
      extensions: editorSetup({ ...current, name: () => current.name.current }),
    });
    if (current.caret) view.focus();
    current.handle.current = {
      goTo(line, column) {
        const place = view.state.doc.line(Math.min(line, view.state.doc.lines));
        const anchor = Math.min(place.from + column - 1, place.to);
        view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
        view.focus();
      },
      recheck: () => view.dispatch({ effects: recheck.of(null) }),
    };
    return () => view.destroy();
  }, []);
  return <div ref={frame} className="h-full" />;
}
