"use client";

import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import type { RefusalText } from "../refusal";

/** What kept a form from going through. Takes the focus each time, so that keyboard and screen reader land on it. */
export function FormError({ id, refusal }: { id: string; refusal: RefusalText | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) place.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  const elsewhere = refusal.issues.filter(({ line }) => line === undefined);
  return (
    <div
      id={id}
      ref={place}
      role="alert"
      tabIndex={-1}
      className="flex gap-2.5 rounded-md border border-danger/45 bg-danger/8 px-3.5 py-3 text-sm"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
      <div className="min-w-0 break-words">
        <p>{refusal.message}</p>
        {elsewhere.length > 1 && (
          <ul className="mt-1 list-disc pl-5">
            {elsewhere.map(({ path, message }) => (
              <li key={path + message}>
                {path && <code className="font-mono">{path}</code>} {message}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
