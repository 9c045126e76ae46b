import type { Ring } from "#registry/masque/ring";

/** Each ring has a colour and a shape; the shapes gain corners towards the centre. */
const LOOK = {
  outsider: { colour: "text-outsider", shape: <circle cx="8" cy="8" r="5.2" fill="none" /> },
  guest: { colour: "text-guest", shape: <path d="M8 2.8L13.6 12.600H2.400Z" fill="none" /> },
  player: { colour: "text-player", shape: <path d="M8 1.800L14.2 8L8 14.200L1.8 8Z" fill="currentColor" /> },
  admin: {
    colour: "text-admin",
    shape: (
      <path
        d="M8 1L9.7 5.300L14 3.800L11.7 7.600L15.4 10L10.9 10.500L11 15L8 11.700L5 15L5.1 10.500L0.6 10L4.3 7.600L2 3.800L6.3 5.300Z"
        fill="currentColor"
        strokeWidth="0.5"
      />
    ),
  },
} as const;

/** The shape alone, for where the word stands beside it. */
export function RingShape({ ring, className = "" }: { ring: Ring; className?: string }) {
  const { colour, shape } = LOOK[ring];
  return (
    <svg
      viewBox="0 0 16 16"
      className={`size-3.5 shrink-0 ${colour} ${className}`}
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shape}
    </svg>
  );
}

/** A ring by shape, colour and word. */
export function RingBadge({ ring }: { ring: Ring }) {
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-medium ${LOOK[ring].colour}`}>
      <RingShape ring={ring} />
      {ring}
    </span>
  );
}
