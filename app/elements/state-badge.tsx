import { Ban, CircleSlash, Clock4, ShieldAlert } from "lucide-react";
import type { VersionState } from "#registry/catalog/facts";

const LOOK = {
  deprecated: { Icon: Clock4, colour: "text-widening" },
  yanked: { Icon: CircleSlash, colour: "text-danger" },
  revoked: { Icon: Ban, colour: "text-danger" },
  tampered: { Icon: ShieldAlert, colour: "text-danger" },
} as const;

/** Where a version stands, when it is not simply published. */
export function StateBadge({ state, tampered = false }: { state: VersionState; tampered?: boolean }) {
  const kinds = [...(tampered ? (["tampered"] as const) : []), ...(state === "published" ? [] : [state])];
  return kinds.map((kind) => {
    const { Icon, colour } = LOOK[kind];
    return (
      <span key={kind} className={`inline-flex items-center gap-1 text-xs font-semibold ${colour}`}>
        <Icon aria-hidden className="size-3.5" />
        {kind}
      </span>
    );
  });
}
