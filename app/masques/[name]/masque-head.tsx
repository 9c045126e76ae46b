import { GitCompareArrows, Upload } from "lucide-react";
import Link from "next/link";
import { Moment } from "../../elements/moment";
import { RingBadge } from "../../elements/ring-badge";
import { skillName } from "../../elements/skill-name";
import { StateBadge } from "../../elements/state-badge";
import { VisibleText } from "../../elements/visible-text";
import { MasquePortrait } from "../../portrait/masque-portrait";
import { type Body, type Masque, pinOf, type Version } from "./masque";

/** Who this is: face, title, ring, version, and what the viewer may do with it. */
export function MasqueHead({ masque, version, body }: { masque: Masque; version: Version; body?: Body }) {
  const { name, title, tagline } = masque;
  const subtitle = typeof body?.attributes.tagline === "string" ? body.attributes.tagline : tagline;
  return (
    <header className="flex flex-col gap-6 sm:flex-row sm:gap-9">
      <MasquePortrait
        name={name}
        digest={version.digest}
        label={`Portrait of ${name}`}
        className="h-44 w-full shrink-0 rounded-lg sm:size-56"
      />
      <div className="flex min-w-0 flex-1 flex-col">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <RingBadge ring={version.ring} />
          <span className="font-mono text-sm tabular-nums">{pinOf(version)}</span>
          <StateBadge state={version.state} tampered={version.tampered} />
        </p>
        <h1 className="title mt-2 break-words">
          <VisibleText>{body?.title ?? title}</VisibleText>
        </h1>
        <p className="mt-1 font-mono text-sm break-all text-muted">masque:{name}</p>
        {subtitle && (
          <p className="mt-3 max-w-[60ch] text-lg break-words text-muted">
            <VisibleText>{subtitle}</VisibleText>
          </p>
        )}
        <Skills body={body} />
        <div className="mt-auto flex flex-wrap items-center gap-x-6 gap-y-4 pt-6">
          <p className="text-sm text-muted">
            Published <Moment at={version.publishedAt} /> ·{" "}
            <span title="The masque's index, which stays its own for ever">No. {masque.index}</span>
          </p>
          <Actions masque={masque} version={version} />
        </div>
      </div>
    </header>
  );
}

function Skills({ body }: { body?: Body }) {
  if (!body || body.skills.length === 0) return null;
  return (
    <ul aria-label="Claimed skills" className="mt-4 flex max-h-40 flex-wrap gap-2 overflow-y-auto text-sm">
      {body.skills.map(({ uri, level }) => (
        <li
          key={uri}
          title={uri}
          className="max-w-full rounded-full border wrap-anywhere border-line px-3 py-0.5"
        >
          {skillName(uri)} <span className="text-muted">{level}</span>
        </li>
      ))}
    </ul>
  );
}

function Actions({ masque, version }: { masque: Masque; version: Version }) {
  const { name, versions, mayPublish } = masque;
  return (
    <div className="flex flex-wrap gap-2 sm:ml-auto">
      {versions.length > 1 && version.state !== "revoked" && (
        <Link className="button" href={`/masques/${name}/diff?to=${version.version}`}>
          <GitCompareArrows aria-hidden className="size-4" />
          Compare
        </Link>
      )}
      {mayPublish && (
        <Link className="button button-main" href={`/publish?name=${name}`}>
          <Upload aria-hidden className="size-4" />
          New version
        </Link>
      )}
    </div>
  );
}
