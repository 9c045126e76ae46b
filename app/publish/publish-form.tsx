"use client";

import Link from "next/link";
import { type ComponentType, useActionState, useDeferredValue, useEffect, useRef, useState } from "react";
import { FormError } from "../elements/form-error";
import { Notice } from "../elements/notice";
import { MasquePortrait } from "../portrait/masque-portrait";
import type { Caret, EditorHandle, default as EditorType } from "./editor";
import { publish } from "./publish";
import { Review, VerdictLine } from "./review";
import type { Verdict } from "./verdict";

/** What publishing starts from. `from` is the version whose file it is. */
export interface Draft {
  name: string;
  source: string;
  from?: string;
  digest?: string;
}

type Editor = typeof EditorType extends ComponentType<infer Props> ? ComponentType<Props> : never;

/** The file in an editor, what the registry thinks of it beside that, and one button. */
export function PublishForm({ draft, signedIn }: { draft: Draft; signedIn: boolean }) {
  const [submitted, action, pending] = useActionState(publish, undefined);
  const [source, setSource] = useState(draft.source);
  const [name, setName] = useState(draft.name);
  const [message, setMessage] = useState("");
  const [verdict, setVerdict] = useState<Verdict>();
  const [Editor, setEditor] = useState<Editor>();
  const plain = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<Caret>();
  const editor = useRef<EditorHandle>(null);
  const currentName = useRef(name);
  const face = useDeferredValue(name);

  useEffect(() => {
    import("./editor").then((module) => {
      const field = plain.current;
      // Whoever is typing already goes on where they are.
      if (field && field === document.activeElement) {
        setCaret({ anchor: field.selectionStart, head: field.selectionEnd });
      }
      setEditor(() => module.default);
    });
  }, []);
  useEffect(() => {
    currentName.current = name;
    const timer = setTimeout(() => editor.current?.recheck(), 300);
    return () => clearTimeout(timer);
  }, [name]);

  return (
    <form action={action} className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="min-w-0 lg:sticky lg:top-6 lg:self-start">
        <div className="mb-4 flex items-end gap-4">
          <MasquePortrait
            name={face || "?"}
            digest={draft.digest ?? ""}
            className="size-16 shrink-0 rounded-md"
          />
          <div className="min-w-0 flex-1">
            <label className="label" htmlFor="name">
              Name <span className="font-normal text-muted">it keeps this for ever</span>
            </label>
            <input
              id="name"
              name="name"
              required
              readOnly={draft.name !== ""}
              value={name}
              onChange={(event) => setName(event.target.value)}
              placeholder="homelab or engineer:backend"
              maxLength={134}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              className="field font-mono read-only:bg-sunk"
            />
          </div>
        </div>
        <div className="h-[34rem] overflow-hidden rounded-lg border border-edge/70 bg-raised focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-curtain lg:h-[calc(100dvh-19rem)] lg:min-h-[34rem]">
          <textarea
            ref={plain}
            name="source"
            aria-label="Masque, in YAML"
            hidden={Editor !== undefined}
            value={source}
            onChange={(event) => setSource(event.target.value)}
            spellCheck={false}
            className="size-full resize-none bg-transparent p-3 font-mono text-[0.8125rem] leading-[1.65] outline-none"
          />
          {Editor && (
            <Editor
              initial={source}
              caret={caret}
              name={currentName}
              handle={editor}
              onChange={setSource}
              onVerdict={setVerdict}
            />
          )}
        </div>
        <p id="editor-keys" className="hint">
          <kbd className="key">Ctrl</kbd> <kbd className="key">Space</kbd> completes.{" "}
          <kbd className="key">Tab</kbd> indents; <kbd className="key">Esc</kbd> then{" "}
          <kbd className="key">Tab</kbd> leaves the editor.
        </p>
      </div>
      <div className="min-w-0 space-y-5">
        <h2 className="subtitle">Before you publish</h2>
        <VerdictLine verdict={verdict} />
        <FormError id="error" refusal={submitted && "refusal" in submitted ? submitted.refusal : undefined} />
        {submitted && "unchanged" in submitted && <Unchanged {...submitted.unchanged} />}
        {submitted && "proposed" in submitted && <Proposed {...submitted.proposed} />}
        <div>
          <label className="label" htmlFor="message">
            Why this version? <span className="font-normal text-muted">(optional)</span>
          </label>
          <textarea
            id="message"
            name="message"
            rows={2}
            maxLength={2000}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
            className="field py-2"
          />
        </div>
        {signedIn ? (
          <button type="submit" disabled={pending} className="button button-main w-full">
            {pending ? "Publishing…" : "Publish"}
          </button>
        ) : (
          <p className="text-sm text-muted">
            <Link
              className="button button-main mb-2 w-full"
              href={`/sign-in?next=${encodeURIComponent(draft.name ? `/publish?name=${draft.name}` : "/publish")}`}
            >
              Sign in to publish
            </Link>
            You may try things out here; publishing needs a member of a ring that may.
          </p>
        )}
        <Review verdict={verdict} onGoTo={(line, column) => editor.current?.goTo(line, column)} />
      </div>
    </form>
  );
}

function Unchanged({ name, version }: { name: string; version: string }) {
  return (
    <div role="status">
      <Notice tone="info" title="Nothing to do: these very bytes are published.">
        <p>
          They are{" "}
          <Link className="link font-mono" href={`/masques/${name}?version=${version}`}>
            {name}@{version}
          </Link>
          .
        </p>
      </Notice>
    </div>
  );
}

function Proposed({ name, version, id }: { name: string; version: string; id: string }) {
  return (
    <div role="status">
      <Notice tone="good" title={`${name}@${version} is proposed.`}>
        <p>
          Another member has to approve these very bytes before they are published. Other bytes need a new
          approval. See{" "}
          <Link className="link" href={`/reviews/${id}`}>
            how it stands
          </Link>
          .
        </p>
      </Notice>
    </div>
  );
}
