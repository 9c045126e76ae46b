import Link from "next/link";
import type { Masque, Version } from "./masque";

/** The two ways to read a version: what it says, and the file as it was published. */
export function Tabs({
  masque,
  version,
  view,
}: {
  masque: Masque;
  version: Version;
  view: "definition" | "source";
}) {
  const address = `/masques/${masque.name}`;
  const pinned = version.version === masque.latest.version ? "" : `version=${version.version}`;
  const tabs = [
    { id: "definition", label: "Definition", query: pinned },
    { id: "source", label: "Source", query: ["view=source", pinned].filter(Boolean).join("&") },
  ];
  return (
    <nav aria-label="View" className="mb-8 flex gap-1 border-b border-line">
      {tabs.map(({ id, label, query }) => (
        <Link
          key={id}
          href={query ? `${address}?${query}` : address}
          scroll={false}
          prefetch={false}
          aria-current={id === view ? "page" : undefined}
          className="-mb-px border-b-2 border-transparent px-3 py-2 text-sm text-muted hover:text-ink aria-[current=page]:border-curtain aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
