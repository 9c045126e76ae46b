import type { Metadata } from "next";
import Link from "next/link";
import { Problems } from "../catalogue/problems";
import { Moment } from "../elements/moment";
import { read } from "../registry";
import { Live } from "../shell/live";
import { Locks } from "./locks";
import { Needs } from "./needs";
import { NominationCard, Step } from "./nomination-card";
import { type Promotion, requireCouncil } from "./promotion";
import { Troubled } from "./troubled";

export const metadata: Metadata = { title: "Council" };

export default async function CouncilPage() {
  const ring = await requireCouncil();
  const [{ items: open }, { items: latest }] = await Promise.all([
    read("promotion.list", { state: "open", limit: 100 }),
    read("promotion.list", { limit: 40 }),
  ]);
  const closed = latest.filter(({ state }) => state !== "open").slice(0, 12);
  // What waits for the visitor first, and of that what closes soonest.
  const waiting = open.toSorted(
    (a, b) => Number(b.mayDecide) - Number(a.mayDecide) || a.closesAt.localeCompare(b.closesAt),
  );
  return (
    <div className="page max-w-6xl pt-10 sm:pt-14">
      <Live />
      <h1 className="title">Council</h1>
      <p className="mt-3 max-w-[62ch] text-lg text-muted">
        Merit opens the door, people decide. Nobody applies: a nomination opens by itself when what others saw
        of somebody's work meets the policy.{" "}
        <Link href="/docs/rings" className="link">
          What rings ask for
        </Link>
      </p>
      <section aria-labelledby="nominations" className="mt-10">
        <h2 id="nominations" className="subtitle mb-4">
          Nominations <span className="font-normal text-muted tabular-nums">{open.length}</span>
        </h2>
        {waiting.length === 0 ? (
          <p className="card px-5 py-10 text-center text-muted">
            Nobody is nominated now. The next nomination opens by itself.
          </p>
        ) : (
          <ul className="space-y-5">
            {waiting.map((promotion) => (
              <NominationCard key={promotion.id} promotion={promotion} />
            ))}
          </ul>
        )}
      </section>
      <Troubled />
      {ring === "admin" && <Elders />}
      {closed.length > 0 && <Closed promotions={closed} />}
    </div>
  );
}

function Elders() {
  return (
    <>
      <Locks />
      <section aria-label="The repository" className="mt-12 space-y-3 empty:hidden">
        <Problems />
      </section>
    </>
  );
}

function Closed({ promotions }: { promotions: Promotion[] }) {
  return (
    <section aria-labelledby="closed" className="mt-12">
      <h2 id="closed" className="subtitle mb-4">
        Decided
      </h2>
      <ul className="card divide-y divide-line">
        {promotions.map((promotion) => (
          <li
            key={promotion.id}
            className="grid items-center gap-x-6 gap-y-1 px-4 py-3 md:grid-cols-[minmax(0,1fr)_14rem_16rem]"
          >
            <p className="truncate">
              <Link href={`/council/${promotion.id}`} className="link font-medium">
                {promotion.member.name}
              </Link>{" "}
              <span className="text-sm text-muted">
                nominated <Moment at={promotion.openedAt} />
              </span>
            </p>
            <Step promotion={promotion} />
            <Needs promotion={promotion} />
          </li>
        ))}
      </ul>
    </section>
  );
}
