import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { VisibleText } from "../../elements/visible-text";
import { Access } from "./access";
import type { Body } from "./masque";

/** The five components of a masque, to be read. */
export function Components({ body }: { body: Body }) {
  const { intent, context, knowledge, access, lens, rubric } = body;
  return (
    <div className="space-y-12">
      <Component name="Intent" asks="Why may it be worn?">
        <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
          <Patterns title="Allowed" patterns={intent.allowed} kind="allowed" />
          <Patterns title="Denied, whatever else is allowed" patterns={intent.denied} kind="denied" />
        </div>
      </Component>
      <Component name="Context" asks="Whom does it help, and what do they value?">
        {context === null ? <Absent /> : <Prose text={context} />}
      </Component>
      <Component name="Knowledge" asks="Where are facts looked up?">
        {knowledge.length === 0 ? (
          <Absent />
        ) : (
          <ul className="divide-y divide-line rounded-md border border-line">
            {knowledge.map((pointer) => (
              <li key={pointer} className="px-4 py-2.5 font-mono text-sm break-all">
                {pointer}
              </li>
            ))}
          </ul>
        )}
      </Component>
      <Component name="Access" asks="Which keys does it carry?">
        {access === null ? <Absent /> : <Access access={access} />}
      </Component>
      <Component name="Lens" asks="How does it approach problems?">
        <div className="border-l-2 border-curtain/60 pl-5">
          <Prose text={lens} />
        </div>
      </Component>
      {rubric && (
        <Component name="Rubric" asks="What is a session held against?">
          <dl className="space-y-4">
            {Object.entries(rubric).map(([criterion, question]) => (
              <div key={criterion}>
                <dt className="font-medium">{criterion}</dt>
                <dd className="text-muted">
                  <VisibleText>{String(question)}</VisibleText>
                </dd>
              </div>
            ))}
          </dl>
        </Component>
      )}
    </div>
  );
}

function Component({ name, asks, children }: { name: string; asks: string; children: ReactNode }) {
  const id = name.toLowerCase();
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-1 gap-x-8 gap-y-4 md:grid-cols-[10rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="subtitle leading-snug">
          {name}
        </h2>
        <p className="text-sm text-muted">{asks}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

function Patterns({
  title,
  patterns,
  kind,
}: {
  title: string;
  patterns: string[];
  kind: "allowed" | "denied";
}) {
  const Icon = kind === "allowed" ? Check : X;
  return (
    <div>
      <h3 className="eyebrow mb-2">{title}</h3>
      {patterns.length === 0 ? (
        <p className="text-sm text-muted">Nothing in particular.</p>
      ) : (
        <ul className="space-y-1.5">
          {patterns.map((pattern) => (
            <li key={pattern} className="flex items-start gap-2">
              <Icon
                aria-hidden
                strokeWidth={2.5}
                className={`mt-1 size-4 shrink-0 ${kind === "allowed" ? "text-narrowing" : "text-danger"}`}
              />
              <code className="min-w-0 font-mono text-sm break-words">
                <VisibleText>{pattern}</VisibleText>
              </code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The author's paragraphs. Lines broken only to keep the file narrow flow on; lists and indented lines stay lines. */
function Prose({ text }: { text: string }) {
  const flowing = text.trimEnd().replaceAll(/(?<=\S)\r?\n(?=[^\s\-*+#>\d|`])/g, " ");
  return (
    <div className="prose-text" dir="auto">
      <VisibleText>{flowing}</VisibleText>
    </div>
  );
}

function Absent() {
  return <p className="text-muted">None stated.</p>;
}
