import { Info, type LucideIcon, OctagonX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Tone = "info" | "good" | "warning" | "danger";

const LOOK: Record<Tone, { Icon: LucideIcon; frame: string; colour: string }> = {
  info: { Icon: Info, frame: "border-line bg-sunk", colour: "text-read" },
  good: { Icon: Info, frame: "border-narrowing/40 bg-narrowing/8", colour: "text-narrowing" },
  warning: { Icon: TriangleAlert, frame: "border-widening/40 bg-widening/8", colour: "text-widening" },
  danger: { Icon: OctagonX, frame: "border-danger/45 bg-danger/8", colour: "text-danger" },
};

/** Something the reader should know before going on. */
export function Notice({ tone, title, children }: { tone: Tone; title: ReactNode; children?: ReactNode }) {
  const { Icon, frame, colour } = LOOK[tone];
  return (
    <section className={`flex gap-3 rounded-md border px-4 py-3.5 ${frame}`}>
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-1 max-w-[75ch] space-y-2 text-ink/85">{children}</div>}
      </div>
    </section>
  );
}
