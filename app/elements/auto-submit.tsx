"use client";

import { useEffect, useRef } from "react";

const PAUSE = 250;

/** Sends the form it stands in when something is chosen, and a moment after the last key when something is typed. */
export function AutoSubmit() {
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = anchor.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    const submit = () => form.requestSubmit();
    const typed = (event: Event) => {
      clearTimeout(timer);
      if ((event.target as HTMLInputElement).type === "search") timer = setTimeout(submit, PAUSE);
    };
    const chosen = (event: Event) => {
      clearTimeout(timer);
      if ((event.target as HTMLInputElement).type !== "search") submit();
    };
    form.addEventListener("input", typed);
    form.addEventListener("change", chosen);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", typed);
      form.removeEventListener("change", chosen);
    };
  }, []);
  return <span ref={anchor} hidden />;
}
