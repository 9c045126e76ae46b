import { ArrowLeftRight } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { AutoSubmit } from "../../../elements/auto-submit";
import type { Masque } from "../masque";

/** Which two versions are compared: a form whose fields are the address. */
export function VersionPickers({ masque, from, to }: { masque: Masque; from: string; to: string }) {
  const address = `/masques/${masque.name}/diff`;
  const options = masque.versions.map(({ version, state }) => (
    <option key={version} value={version}>
      {state === "published" ? version : `${version} (${state})`}
    </option>
  ));
  return (
    <Form
      action={address}
      replace
      scroll={false}
      className="flex w-full flex-wrap items-end gap-2 sm:w-auto"
      key={from + to}
    >
      <AutoSubmit />
      <label className="min-w-0 flex-1 text-sm">
        <span className="text-muted">From</span>
        <select name="from" defaultValue={from} className="field font-mono">
          {options}
        </select>
      </label>
      <Link
        href={`${address}?from=${to}&to=${from}`}
        className="grid size-10 shrink-0 place-items-center rounded-md text-muted hover:bg-sunk hover:text-ink"
        aria-label="Swap the two versions"
        title="Swap the two versions"
        replace
      >
        <ArrowLeftRight aria-hidden className="size-4" />
      </Link>
      <label className="min-w-0 flex-1 text-sm">
        <span className="text-muted">To</span>
        <select name="to" defaultValue={to} className="field font-mono">
          {options}
        </select>
      </label>
      <button type="submit" className="button w-full sm:w-auto">
        Compare
      </button>
    </Form>
  );
}
