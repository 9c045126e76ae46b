import Link from "next/link";
import { Moment } from "../elements/moment";
import { RingBadge } from "../elements/ring-badge";
import { skillName } from "../elements/skill-name";
import { StateBadge } from "../elements/state-badge";
import { MasquePortrait } from "../portrait/masque-portrait";
import type { Page } from "./search";

const SKILLS_SHOWN = 3;

/** A masque as the catalogue shows it: its face first. */
export function MasqueCard({ masque }: { masque: Page["items"][number] }) {
  const { name, title, tagline, ring, latest, skills } = masque;
  return (
    <li className="card group relative flex overflow-hidden transition-shadow hover:shadow-lift sm:flex-col">
      <MasquePortrait
        name={name}
        digest={latest.digest}
        className="w-28 shrink-0 sm:aspect-16/10 sm:w-auto"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5 p-4">
        <h3 className="leading-snug">
          <Link
            href={`/masques/${name}`}
            prefetch={false}
            className="block truncate font-display text-lg font-semibold after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-curtain"
            title={title}
          >
            {title}
          </Link>
          <span className="block truncate font-mono text-xs text-muted" title={name}>
            {name}
          </span>
        </h3>
        <p className="line-clamp-2 text-sm break-words text-muted sm:min-h-[2.8em]">{tagline}</p>
        <p className="hidden min-h-5 truncate text-xs text-muted sm:block">
          {skills
            .slice(0, SKILLS_SHOWN)
            .map(({ uri }) => skillName(uri))
            .join(" · ")}
          {skills.length > SKILLS_SHOWN && ` · ${skills.length - SKILLS_SHOWN} more`}
        </p>
        <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 pt-2 text-xs text-muted">
          <RingBadge ring={ring} />
          <span className="font-mono tabular-nums">v{latest.version}</span>
          <StateBadge state={latest.state} />
          <span className="ml-auto hidden sm:inline">
            <Moment at={latest.publishedAt} />
          </span>
        </div>
      </div>
    </li>
  );
}
