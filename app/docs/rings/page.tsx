import type { Metadata } from "next";
import rings from "../../../docs/rings.md";
import { RingShape } from "../../elements/ring-badge";
import { RING_MEANINGS } from "../../rings/meanings";
import { Document } from "../document";

export const metadata: Metadata = { title: "Rings" };

const INWARDS = ["outsider", "guest", "player", "admin"] as const;

export default function RingsPage() {
  return (
    <div className="page max-w-5xl pt-10 sm:pt-14">
      <h1 className="title">Rings, and how one climbs</h1>
      <ol className="mt-8 mb-10 grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2 lg:grid-cols-4">
        {INWARDS.map((ring) => (
          <li key={ring} className="bg-raised p-4">
            <RingShape ring={ring} className="size-8" />
            <p className="mt-3 font-display text-lg font-semibold">{ring}</p>
            <p className="mt-0.5 text-sm text-muted">{RING_MEANINGS[ring]}</p>
          </li>
        ))}
      </ol>
      <Document source={rings} />
    </div>
  );
}
