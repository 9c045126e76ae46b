import { CopyButton } from "./copy-button";

/** A command line to be copied. Long ones scroll in their own frame. */
export function Command({ text, what }: { text: string; what: string }) {
  return (
    <div className="flex items-center gap-1 rounded-md border border-line bg-sunk pr-1">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} role="region" aria-label={what} className="min-w-0 flex-1 overflow-x-auto px-3 py-2.5 font-mono text-[0.8125rem]">
        {text}
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
