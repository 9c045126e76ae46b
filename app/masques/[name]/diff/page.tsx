import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { Query } from "../../../catalogue/search";
import { ChangeList } from "../../../comparison/change-list";
import { HiddenCharacters } from "../../../comparison/hidden-characters";
import { UnifiedDiff } from "../../../comparison/unified-diff";
import { Notice } from "../../../elements/notice";
import { RiskBadge } from "../../../elements/risk";
import { MasquePortrait } from "../../../portrait/masque-portrait";
import { findComparison, findVersion, type Masque, showMasque, type Version } from "../masque";
import { VersionPickers } from "./version-pickers";

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Changes of ${(await showMasque((await params).name)).name}` };
}

export default async function DiffPage({ params, searchParams }: Props) {
  const masque = await showMasque((await params).name);
  const pair = choosePair(masque, await searchParams);
  if (!pair) notFound();
  return (
    <div className="page pt-8 sm:pt-12">
      <header className="mb-8 flex flex-wrap items-center gap-5">
        <MasquePortrait name={masque.name} digest={pair.to.digest} className="size-20 shrink-0 rounded-md" />
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="title text-2xl sm:text-3xl">What changed</h1>
          <Link href={`/masques/${masque.name}`} className="link font-mono text-sm break-all text-muted">
            masque:{masque.name}
          </Link>
        </div>
        <VersionPickers masque={masque} from={pair.from.version} to={pair.to.version} />
      </header>
      <Changes masque={masque} {...pair} />
    </div>
  );
}

async function Changes({ masque, from, to }: { masque: Masque; from: Version; to: Version }) {
  const found = await findComparison(masque.name, from.version, to.version);
  if ("gone" in found) {
    return (
      <Notice tone="danger" title="One of the two was revoked.">
        <p>{found.gone}</p>
      </Notice>
    );
  }
  const { risk, changes, words, invisible, text } = found;
  return (
    <div className="space-y-6">
      <h2 className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <RiskBadge risk={risk} changes={changes} />
        <span className="text-muted">
          from <span className="font-mono">{from.version}</span> to{" "}
          <span className="font-mono">{to.version}</span>
        </span>
      </h2>
      <HiddenCharacters found={invisible} />
      {changes.length === 0 && <p className="text-muted">Nothing that a wearer would notice is different.</p>}
      <ChangeList changes={changes} words={words} />
      {text !== "" && (
        <section aria-labelledby="file" className="pt-4">
          <h2 id="file" className="subtitle mb-3">
            The file, line by line
          </h2>
          <UnifiedDiff text={text} />
        </section>
      )}
    </div>
  );
}

/** The two versions to compare: those asked for, else the one shown and the one before it. */
function choosePair(masque: Masque, query: Query): { from: Version; to: Version } | undefined {
  const text = (value: Query[string]) => (typeof value === "string" && value !== "" ? value : undefined);
  const to = findVersion(masque, text(query.to));
  if (!to) return undefined;
  const wanted = text(query.from);
  const before = masque.versions[masque.versions.indexOf(to) + 1];
  const from = wanted === undefined ? (before ?? to) : findVersion(masque, wanted);
  return from && { from, to };
}
