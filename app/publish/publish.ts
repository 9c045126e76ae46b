"use server";

import { redirect } from "next/navigation";
import { type RefusalText, requireRefusal } from "../refusal";
import { act } from "../registry";

/** What came of a submission that does not lead on: a refusal, the version that holds these very bytes, or a proposal. */
export type Submitted =
  | { refusal: RefusalText }
  | { unchanged: { name: string; version: string } }
  | { proposed: { name: string; version: string; id: string } };

/** Publishes what the form holds and shows the new version. Sent twice, the second finds everything done. */
export async function publish(_before: Submitted | undefined, form: FormData): Promise<Submitted> {
  const text = (field: string) => String(form.get(field) ?? "");
  const name = text("name")
    .trim()
    .replace(/^masque:/, "");
  // Forms send line ends as CRLF; what was typed had none.
  const source = text("source").replaceAll("\r\n", "\n");
  const message = text("message").trim();
  let published: Awaited<ReturnType<typeof act<"masque.publish">>>;
  try {
    published = await act("masque.publish", { name, source, ...(message && { message }) });
  } catch (error) {
    return { refusal: requireRefusal(error) };
  }
  const { version } = published;
  if (published.outcome === "unchanged") return { unchanged: { name, version } };
  if (published.outcome === "proposed") return { proposed: { name, version, id: published.proposal.id } };
  redirect(`/masques/${encodeURIComponent(name)}?version=${encodeURIComponent(version)}&published=1`);
}
