"use client";

import { useEffect, useRef } from "react";
import { Notice } from "../elements/notice";

/** What was done, in a sentence. Takes the focus, so that who cannot see the page change hears of it. */
export function Done({ children }: { children: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} role="status" tabIndex={-1} className="rounded-md">
      <Notice tone="good" title={children} />
    </div>
  );
}
