import { portrait } from "./portrait";

/** A masque's face. Decorative (no `label`) where its name stands beside it. Fills its frame, whatever the shape. */
export function MasquePortrait({
  name,
  digest,
  label,
  className = "",
}: {
  name: string;
  digest: string;
  label?: string;
  className?: string;
}) {
  return (
    <div
      className={`overflow-hidden [&>svg]:block [&>svg]:size-full ${className}`}
      {...(label ? { role: "img", "aria-label": label, title: label } : { "aria-hidden": true })}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; no text of anyone's is in it.
      dangerouslySetInnerHTML={{ __html: portrait(name, digest) }}
    />
  );
}
