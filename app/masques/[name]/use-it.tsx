import { Command } from "../../elements/command";
import { pinOf, type Version } from "./masque";

/** What to type to wear this version, unless nobody newly may, to fetch it, and to see it in Git. */
export function UseIt({ name, version, url }: { name: string; version: Version; url: string }) {
  const reference = `masque:${name}@${pinOf(version)}`;
  const isOffered = version.state !== "yanked" && !version.tampered;
  const bearer = version.ring === "outsider" ? "" : ` -H "Authorization: Bearer $MASQUE_TOKEN"`;
  return (
    <section aria-labelledby="use-it">
      <h2 id="use-it" className="subtitle mb-4">
        {isOffered ? "Wear it" : "Look at it"}
      </h2>
      <div className="space-y-3">
        {isOffered && (
          <Labelled label="Assume, for a stated intent">
            <Command what="assume command" text={`masque assume ${reference} --intent "…"`} />
          </Labelled>
        )}
        <Labelled label="Resolve over HTTP">
          <Command what="curl command" text={`curl ${url}/api/v1/resolve/${reference}${bearer}`} />
        </Labelled>
        <Labelled label="See it in the repository">
          <Command what="git command" text={`git show ${version.git.tag}`} />
        </Labelled>
      </div>
    </section>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <p className="mb-1 text-sm text-muted">{label}</p>
      {children}
    </div>
  );
}
