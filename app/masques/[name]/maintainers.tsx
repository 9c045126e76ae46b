import { removeMaintainer } from "./maintainer-actions";
import { MaintainerForm } from "./maintainer-form";
import type { Masque } from "./masque";

/** Who keeps this masque; those who keep it may add others. */
export function Maintainers({ masque: { name, maintainers, mayPublish } }: { masque: Masque }) {
  if (maintainers.length === 0 && !mayPublish) return null;
  return (
    <section aria-labelledby="kept-by">
      <h2 id="kept-by" className="subtitle mb-3">
        Kept by
      </h2>
      {maintainers.length === 0 && (
        <p className="text-sm text-muted">The elders, until someone maintains it.</p>
      )}
      <ul>
        {maintainers.map((handle) => (
          <li key={handle} className="flex min-h-9 items-center justify-between gap-3 text-sm">
            <span className={handle.includes(" ") ? "text-muted" : "font-mono"}>{handle}</span>
            {mayPublish && !handle.includes(" ") && (
              <form action={removeMaintainer}>
                <input type="hidden" name="name" value={name} />
                <input type="hidden" name="handle" value={handle} />
                <button type="submit" className="link text-sm text-muted" aria-label={`Remove ${handle}`}>
                  Remove
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayPublish && <MaintainerForm name={name} />}
    </section>
  );
}
