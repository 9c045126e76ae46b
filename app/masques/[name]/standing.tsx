import Link from "next/link";
import { Moment } from "../../elements/moment";
import { Notice } from "../../elements/notice";
import type { Answer } from "../../registry";
import type { Masque, Version } from "./masque";

const MEANS = {
  deprecated: "It still works; its maintainers would rather you moved on.",
  yanked: "Who pinned it can still resolve it. Nobody can newly assume it.",
  revoked: "Nothing of it resolves any more. This page is what remains.",
} as const;

/** Whatever a reader must know before relying on this version. */
export function Standing({
  masque,
  version,
  status,
  isLatest,
  isNew,
}: {
  masque: Masque;
  version: Version;
  status: Answer<"masque.status">;
  isLatest: boolean;
  isNew: boolean;
}) {
  const { state, reason, replacement, since } = status;
  return (
    <div className="mt-8 space-y-3 empty:hidden">
      {isNew && (
        <Notice tone="good" title={`${masque.name}@${version.version} is published.`}>
          <p>Its tag {version.git.tag} stands in the repository and will not move.</p>
        </Notice>
      )}
      {status.tampered && (
        <Notice tone="danger" title="This version's tag was tampered with.">
          <p>
            The tag in the repository no longer leads to what was published. What you see here are the locked
            bytes; new assumptions of this version are refused.
          </p>
        </Notice>
      )}
      {state !== "published" && (
        <Notice
          tone={state === "deprecated" ? "warning" : "danger"}
          title={
            <>
              This version was {state} <Moment at={since} />.
            </>
          }
        >
          {reason && <p>“{reason}”</p>}
          <p>
            {MEANS[state]}
            {replacement && (
              <>
                {" "}
                Use <ReplacementLink reference={replacement} /> instead.
              </>
            )}
          </p>
        </Notice>
      )}
      {!isLatest && (
        <Notice tone="info" title="You are looking at an earlier version.">
          <p>
            <Link className="link" href={`/masques/${masque.name}`}>
              Go to {masque.latest.version}
            </Link>
            {state !== "revoked" && (
              <>
                {" "}
                or{" "}
                <Link
                  className="link"
                  href={`/masques/${masque.name}/diff?from=${version.version}&to=${masque.latest.version}`}
                >
                  see what changed since
                </Link>
              </>
            )}
            .
          </p>
        </Notice>
      )}
    </div>
  );
}

function ReplacementLink({ reference }: { reference: string }) {
  const [name, selector = ""] = reference.replace(/^masque:/, "").split("@");
  const version = /^v?\d/.test(selector) ? `?version=${selector}` : "";
  return (
    <Link className="link font-mono" href={`/masques/${name}${version}`}>
      {reference}
    </Link>
  );
}
