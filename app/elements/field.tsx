import type { ComponentProps } from "react";

/** A labelled input of a form; its name is also its id. */
export function Field({
  label,
  hint,
  name,
  className = "",
  ...rest
}: { label: string; hint?: string; name: string } & ComponentProps<"input">) {
  return (
    <div>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <input
        id={name}
        name={name}
        required
        aria-describedby={hint && `${name}-hint`}
        className={`field ${className}`}
        {...rest}
      />
      {hint && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
