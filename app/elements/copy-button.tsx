"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";

/** Puts `text` on the clipboard, and says so for a moment. `what` names it for who cannot see where it stands. */
export function CopyButton({
  text,
  what,
  className = "",
}: {
  text: string;
  what: string;
  className?: string;
}) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      aria-label={`Copy ${what}`}
      title={`Copy ${what}`}
      className={`grid size-8 shrink-0 place-items-center rounded-sm text-muted transition-colors hover:bg-line/60 hover:text-ink ${className}`}
    >
      <Icon aria-hidden className={`size-4 ${copied ? "text-narrowing" : ""}`} />
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}
