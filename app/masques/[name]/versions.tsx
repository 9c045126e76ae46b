import Link from "next/link";
import { Moment } from "../../elements/moment";
import { RingShape } from "../../elements/ring-badge";
import { StateBadge } from "../../elements/state-badge";
import type { Masque, Version } from "./masque";

const FIRST = 8;

/** All versions, newest first; many are folded away. */
export function Versions({ masque, shown }: { masque: Masque; shown: Version }) {
  const { name, versions, mayWithdraw } = masque;
  const rows = (list: Version[]) =>
    list.map((version) => <Row key={version.version} name={name} version={version} shown={shown} />);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="subtitle mb-4">
        Versions{" "}
        <span className="font-sans text-base font-normal text-muted tabular-nums">{versions.length}</span>
      </h2>
      <ol className="-mx-2">{rows(versions.slice(0, FIRST))}</ol>
      {versions.length > FIRST && (
        <details className="mt-1" open={versions.indexOf(shown) >= FIRST}>
          <summary className="link w-fit text-sm">{versions.length - FIRST} earlier</summary>
          <ol className="-mx-2 mt-1">{rows(versions.slice(FIRST))}</ol>
        </details>
      )}
      {mayWithdraw && shown.state !== "revoked" && (
        <Link
          href={`/masques/${name}/withdraw?version=${shown.version}`}
          className="button button-small button-danger mt-4"
        >
          Withdraw {shown.version}…
        </Link>
      )}
    </section>
  );
}

function Row({ name, version, shown }: { name: string; version: Version; shown: Version }) {
  return (
    <li>
      <Link
        href={`/masques/${name}?version=${version.version}`}
        prefetch={false}
        aria-current={version === shown ? "true" : undefined}
        className="flex flex-wrap items-center gap-x-3 rounded-sm px-2 py-1.5 text-sm hover:bg-sunk aria-[current=true]:bg-sunk"
      >
        <RingShape ring={version.ring} />
        <span className={`font-mono tabular-nums ${version.state === "revoked" ? "line-through" : ""}`}>
          {version.version}
        </span>
        <span className="sr-only">ring {version.ring}</span>
        <StateBadge state={version.state} tampered={version.tampered} />
        <span className="ml-auto text-muted">
          <Moment at={version.publishedAt} />
        </span>
      </Link>
    </li>
  );
}
