"use client";

import { type Ref, useId } from "react";

/** The reason of a decision: it stands beside it for good. */
export function ReasonField({
  value,
  onChange,
  hint = "It stands beside the decision, for everyone who may see it.",
  field,
}: {
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  field?: Ref<HTMLTextAreaElement>;
}) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        Reason
      </label>
      <textarea
        id={id}
        ref={field}
        name="reason"
        required
        rows={3}
        maxLength={1000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit();
        }}
        aria-describedby={`${id}-hint`}
        className="field py-2"
      />
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
    </div>
  );
}
