import { BookOpenText, ChevronsLeftRight, ChevronsRightLeft, Equal, type LucideIcon } from "lucide-react";
import type { Change, Effect } from "#registry/masque/diff/change";
import type { Risk } from "#registry/masque/diff/definitions";

interface Look {
  Icon: LucideIcon;
  colour: string;
  label: string;
}

/** What a single change does, as shape, colour and word. */
export const EFFECTS: Record<Effect, Look & { heading: string; says: string }> = {
  widening: {
    Icon: ChevronsLeftRight,
    colour: "text-widening",
    label: "Widens",
    heading: "Widening",
    says: "gives a wearer more than before",
  },
  read: {
    Icon: BookOpenText,
    colour: "text-read",
    label: "Read me",
    heading: "To be read",
    says: "text that only a person can judge",
  },
  narrowing: {
    Icon: ChevronsRightLeft,
    colour: "text-narrowing",
    label: "Narrows",
    heading: "Narrowing",
    says: "takes something from a wearer",
  },
  neutral: {
    Icon: Equal,
    colour: "text-neutral",
    label: "Neutral",
    heading: "Neutral",
    says: "gives and takes no access",
  },
};

const RISKS: Record<Risk, Look> = {
  widening: EFFECTS.widening,
  narrowing: EFFECTS.narrowing,
  neutral: EFFECTS.neutral,
  mixed: { Icon: ChevronsLeftRight, colour: "text-widening", label: "Widens and narrows" },
  none: { Icon: Equal, colour: "text-neutral", label: "No change in reach" },
};

/** What a whole comparison comes to. Where no access changes but a text does, it asks to be read. */
export function RiskBadge({ risk, changes }: { risk: Risk; changes: Change[] }) {
  const isText = risk === "neutral" && changes.some(({ effect }) => effect === "read");
  const { Icon, colour, label } = isText ? EFFECTS.read : RISKS[risk];
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-semibold ${colour}`}>
      <Icon aria-hidden className="size-4.5" />
      {label}
    </span>
  );
}
