import Link from "next/link";
import { Deed } from "../deciding/deed";
import { Moment } from "../elements/moment";
import { VisibleText } from "../elements/visible-text";
import { liftLock } from "../members/[handle]/deeds";
import { read } from "../registry";
import { lockMasque } from "./lock-masque";
import { MasqueField } from "./masque-field";

/** What is locked in an emergency, each to be lifted by any elder, and a way to lock a masque. */
export async function Locks() {
  const { items } = await read("lock.list", {});
  return (
    <section aria-labelledby="locks" className="mt-12">
      <h2 id="locks" className="subtitle mb-1">
        Locks <span className="font-normal text-muted tabular-nums">{items.length}</span>
      </h2>
      <p className="mb-4 max-w-[65ch] text-muted">
        For emergencies: at once, without grace, until an elder lifts it. A member is locked on their own
        page.
      </p>
      <ul className="card divide-y divide-line overflow-hidden">
        {items.map(({ id, subject, reason, by, at }) => (
          <li key={id}>
            <p className="px-4 pt-3 text-sm">
              <Subject {...subject} />, by {by} <Moment at={at} />: “<VisibleText>{reason}</VisibleText>”
            </p>
            <Deed title="Lift this lock" verb="Lift it" action={liftLock} about={{ id }}>
              <p>What was locked goes on at once, as far as its standing lets it.</p>
            </Deed>
          </li>
        ))}
        <li>
          <Deed
            title="Lock a masque"
            verb="Lock it"
            danger
            withReason
            action={lockMasque}
            about={{}}
            fields={<MasqueField />}
          >
            <p>Nobody can assume it from this moment. For one version that should go, withdraw it instead.</p>
          </Deed>
        </li>
      </ul>
    </section>
  );
}

function Subject({ member, masque, session }: { member?: string; masque?: string; session?: string }) {
  if (member) {
    return (
      <Link href={`/members/${member}`} className="link font-mono font-medium">
        {member}
      </Link>
    );
  }
  if (masque) {
    return (
      <Link href={`/masques/${masque}`} className="link font-mono font-medium">
        masque:{masque}
      </Link>
    );
  }
  return <span className="font-mono font-medium">session {session}</span>;
}
