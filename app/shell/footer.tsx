import Link from "next/link";

/** What this is, and where its reference lies. */
export function Footer() {
  return (
    <footer className="border-t border-line">
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-6 text-sm text-muted">
        <p>Don, work, doff. Every identity pinned, every assumption with an intent.</p>
        <nav aria-label="Reference" className="flex gap-5">
          <Link className="link" href="/docs/rings">
            Rings
          </Link>
          <Link className="link" href="/docs/api">
            API reference
          </Link>
          <a className="link" href="/api/v1/openapi.json">
            OpenAPI
          </a>
        </nav>
      </div>
    </footer>
  );
}
