import { CopyButton } from "./copy-button";
import { ScrollRegion } from "./scroll-region";

/** A command line to be copied. Long ones scroll in their own frame. */
export function Command({ text, what }: { text: string; what: string }) {
  return (
    <div className="flex items-center gap-1 rounded-md border border-line bg-sunk pr-1">
      <ScrollRegion label={what} className="min-w-0 flex-1 rounded-sm px-3 py-2.5">
        <pre className="font-mono text-[0.8125rem]">{text}</pre>
      </ScrollRegion>
      <CopyButton text={text} what={what} />
    </div>
  );
}
