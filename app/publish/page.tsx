import type { Metadata } from "next";
import type { Query } from "../catalogue/search";
import { findRefusal } from "../refusal";
import { act, read, viewer } from "../registry";
import { FIRST_DRAFT } from "./first-draft";
import { type Draft, PublishForm } from "./publish-form";

export const metadata: Metadata = { title: "Publish" };

export default async function PublishPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { name } = await searchParams;
  const [{ member }, draft] = await Promise.all([viewer(), startDraft(typeof name === "string" ? name : "")]);
  return (
    <div className="page pt-8 sm:pt-10">
      <h1 className="title">{draft.from ? "Publish a new version" : "Publish a masque"}</h1>
      <p className="mt-2 mb-6 max-w-[70ch] text-muted">
        {draft.from
          ? "You start from the latest file. Raise its version; a version, once published, never changes."
          : "One file: what it may be worn for, whom it helps, what it knows, which keys it carries and how it looks at problems."}
      </p>
      <PublishForm key={draft.name} draft={draft} signedIn={member !== undefined} />
    </div>
  );
}

/** What the editor starts from: the latest file of a masque that was named, a template otherwise. */
async function startDraft(name: string): Promise<Draft> {
  if (name === "") return { name: "", source: FIRST_DRAFT };
  const masque = await read("masque.show", { name });
  try {
    const { source } = await act("masque.source", { name, version: masque.latest.version });
    return { name, source, from: masque.latest.version, digest: masque.latest.digest };
  } catch (error) {
    if (findRefusal(error)?.code !== "gone") throw error;
    return { name, source: FIRST_DRAFT, digest: masque.latest.digest };
  }
}
