"use client";

import { useEffect, useRef } from "react";

const PAUSE = 250;

/**
 * Sends the form it stands in when something is chosen, and a moment after the last key when something is typed; empty
 * fields stay out of the address.
 */
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
    const leaveOutEmpty = ({ formData }: FormDataEvent) => {
      for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
    };
    form.addEventListener("formdata", leaveOutEmpty);
    form.addEventListener("input", typed);
    form.addEventListener("change", chosen);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("formdata", leaveOutEmpty);
      form.removeEventListener("input", typed);
      form.removeEventListener("change", chosen);
    };
  }, []);
  return <span ref={anchor} hidden />;
}
