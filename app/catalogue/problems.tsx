import { Moment } from "../elements/moment";
import { Notice } from "../elements/notice";
import { read } from "../registry";

/** What elders should know about the repository: tags that moved, and tags that could not be adopted. */
export async function Problems() {
  const { quarantined, tampered } = await read("repository.problems", {});
  return (
    <>
      {tampered.length > 0 && (
        <Notice tone="danger" title={`${count(tampered.length, "published tag")} moved or vanished.`}>
          <p>The locked bytes are still served, and nobody can newly assume these versions.</p>
          <ul className="space-y-1">
            {tampered.map(({ name, version, tag }) => (
              <li key={tag}>
                <a className="link font-mono" href={`/masques/${name}?version=${version}`}>
                  {tag}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {quarantined.length > 0 && (
        <Notice tone="warning" title={`${count(quarantined.length, "tag")} in quarantine.`}>
          <p>
            They arrived in the repository by another way and do not hold a valid masque. They harm nothing.
          </p>
          <details>
            <summary className="link w-fit">Show them</summary>
            <ul className="mt-2 space-y-2">
              {quarantined.map(({ tag, reason, at }) => (
                <li key={tag}>
                  <span className="font-mono break-all">{tag}</span> · <Moment at={at} />
                  <span className="block text-muted">{reason}</span>
                </li>
              ))}
            </ul>
          </details>
        </Notice>
      )}
    </>
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
