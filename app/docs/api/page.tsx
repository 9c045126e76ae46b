import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { door } from "../../door";
import { Command } from "../../elements/command";
import { describedApi, type Endpoint } from "./description";
import { Errors } from "./errors";
import { ShapeView, typeName } from "./shape-view";

export const metadata: Metadata = { title: "API reference" };

export default async function ApiPage() {
  const subjects = [...describedApi()];
  const { url } = door().config;
  return (
    <div className="page grid grid-cols-1 gap-x-12 pt-10 sm:pt-14 lg:grid-cols-[12rem_minmax(0,1fr)]">
      <nav aria-label="Subjects" className="hidden lg:block">
        <ul className="sticky top-8 space-y-1 text-sm">
          {subjects.map(([subject]) => (
            <li key={subject}>
              <a
                href={`#${subject}`}
                className="block rounded-sm px-2 py-1 text-muted capitalize hover:bg-sunk hover:text-ink"
              >
                {subject}
              </a>
            </li>
          ))}
          <li>
            <a href="#errors" className="block rounded-sm px-2 py-1 text-muted hover:bg-sunk hover:text-ink">
              Errors
            </a>
          </li>
        </ul>
      </nav>
      <div className="min-w-0">
        <h1 className="title">API reference</h1>
        <div className="mt-4 mb-10 max-w-[70ch] space-y-4 text-muted">
          <p>
            JSON over HTTP. Send a token you made under You as a bearer token, or nothing and be an outsider.
            What you may not see answers exactly like what does not exist. Errors are{" "}
            <code className="font-mono">application/problem+json</code> with a code and a sentence; lists
            continue at <code className="font-mono">next</code>.
          </p>
          <Command
            what="example request"
            text={`curl ${url}/api/v1/masques -H "Authorization: Bearer $MASQUE_TOKEN"`}
          />
          <p>
            The same as a machine reads it:{" "}
            <a className="link" href="/api/v1/openapi.json">
              openapi.json
            </a>
            .
          </p>
        </div>
        <div className="space-y-12">
          {subjects.map(([subject, endpoints]) => (
            <section key={subject} id={subject} aria-labelledby={`${subject}-title`} className="scroll-mt-8">
              <h2 id={`${subject}-title`} className="subtitle mb-3 capitalize">
                {subject}
              </h2>
              <div className="card divide-y divide-line">
                {endpoints.map((endpoint) => (
                  <EndpointView key={endpoint.id} {...endpoint} />
                ))}
              </div>
            </section>
          ))}
          <Errors />
        </div>
      </div>
    </div>
  );
}

function EndpointView({ id, method, path, summary, scope, parameters, body, status, answer }: Endpoint) {
  return (
    <details id={id} className="group">
      <summary className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 hover:bg-sunk">
        <span
          className={`w-14 font-mono text-xs font-semibold ${method === "GET" ? "text-read" : "text-widening"}`}
        >
          {method}
        </span>
        <code className="min-w-0 flex-1 font-mono text-sm break-all">{path}</code>
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 self-center text-muted transition-transform group-open:rotate-90"
        />
        <span className="w-full text-sm text-muted">{summary}</span>
      </summary>
      <div className="space-y-5 border-t border-line px-4 py-4">
        <p className="text-sm text-muted">
          Needs a token with the scope <code className="font-mono">{scope}</code>, where it needs one.
        </p>
        {parameters.length > 0 && (
          <div>
            <h3 className="eyebrow mb-2">Parameters</h3>
            <ul className="space-y-1 text-sm">
              {parameters.map(({ name, in: where, required, schema }) => (
                <li key={where + name}>
                  <code className="font-mono">{name}</code>
                  {!required && <span className="text-muted">?</span>}{" "}
                  <span className="text-muted">
                    in the {where}, {typeName(schema)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {body && (
          <div>
            <h3 className="eyebrow mb-2">Body</h3>
            <ShapeView shape={body} />
          </div>
        )}
        {answer && (
          <div>
            <h3 className="eyebrow mb-2">Answer, {status}</h3>
            <ShapeView shape={answer} />
          </div>
        )}
      </div>
    </details>
  );
}
