import type { ReactNode } from "react";

/** A frame whose content scrolls sideways: named, and reachable by keyboard. */
export function ScrollRegion({
  label,
  className = "",
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls with the arrow keys.
      tabIndex={0}
      className={`overflow-x-auto -outline-offset-2 ${className}`}
    >
      {children}
    </section>
  );
}
