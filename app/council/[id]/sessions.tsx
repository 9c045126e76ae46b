import Link from "next/link";
import { Moment } from "../../elements/moment";
import { ScrollRegion } from "../../elements/scroll-region";
import { VisibleText } from "../../elements/visible-text";
import { RATINGS } from "../../merit/ratings";
import type { Promotion } from "../promotion";

/** Every session that counts, with what it was for, how it ended and what others thought of it. */
export function Sessions({ sessions }: { sessions: Promotion["evidence"]["sessions"] }) {
  return (
    <ScrollRegion label="Sessions" className="card">
      <table className="w-full min-w-160 text-sm">
        <thead className="border-b border-line text-left text-muted">
          <tr className="*:px-4 *:py-2.5 *:font-medium">
            <th scope="col">When</th>
            <th scope="col">Masque</th>
            <th scope="col">For what</th>
            <th scope="col">Ended</th>
            <th scope="col">Ratings</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {sessions.map(({ id, masque, task, startedAt, endedCleanly, ratings }) => (
            <tr key={id} className="align-top *:px-4 *:py-2.5">
              <td className="whitespace-nowrap text-muted">{startedAt && <Moment at={startedAt} />}</td>
              <td className="font-mono text-xs">
                {masque && (
                  <Link href={`/masques/${masque.split("@")[0]}`} className="link">
                    {masque}
                  </Link>
                )}
              </td>
              <td className="min-w-48 break-words">{task && <VisibleText>{task}</VisibleText>}</td>
              <td className={endedCleanly ? "text-muted" : "font-medium text-danger"}>
                {endedCleanly ? "cleanly" : "not cleanly"}
              </td>
              <td>
                <ul className="flex flex-wrap gap-1">
                  {ratings?.map(({ by, symbol, at }) => (
                    <li key={`${by}${at}`} className="key" title={`${by}: ${symbol && RATINGS[symbol]}`}>
                      <span className="font-semibold">{symbol}</span> {by}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
