import { redirect } from "next/navigation";
import { CatalogueList } from "./catalogue/catalogue-list";
import { Filters } from "./catalogue/filters";
import { Problems } from "./catalogue/problems";
import { type Page, parseSearch, type Query, type Search, searchAddress } from "./catalogue/search";
import { Notice } from "./elements/notice";
import { findRefusal } from "./refusal";
import { act, read, viewer } from "./registry";

export default async function CataloguePage({ searchParams }: { searchParams: Promise<Query> }) {
  const search = parseSearch(await searchParams);
  const [{ ring }, page, community] = await Promise.all([
    viewer(),
    listPage(search),
    read("community.show", {}),
  ]);
  return (
    <div className="page">
      <div className="pt-10 pb-8 sm:pt-14">
        <h1 className="title">Masques</h1>
        <p className="mt-3 max-w-[56ch] text-lg text-muted">
          Identities an agent can assume for a stated intent: why, for whom, with which knowledge and keys,
          and through which lens.
        </p>
      </div>
      <div className="mb-8 space-y-4 empty:hidden">
        {!community.founded && <Unfounded />}
        {ring === "admin" && <Problems />}
      </div>
      <Filters search={search} viewer={ring} namespaces={page.namespaces} skills={page.skills} />
      <CatalogueList page={page} search={search} />
    </div>
  );
}

/** One page of the catalogue; a cursor that leads nowhere any more leads to the first. */
async function listPage(search: Search): Promise<Page> {
  try {
    return await act("masque.list", search);
  } catch (error) {
    if (search.cursor && findRefusal(error)?.code === "invalid")
      redirect(searchAddress({ ...search, cursor: undefined }));
    throw error;
  }
}

function Unfounded() {
  return (
    <Notice tone="info" title="Nobody lives here yet.">
      <p>
        The registry printed a one-time link when it started. Whoever opens it founds this community and
        becomes its first elder. Until then everyone looks from the outside.
      </p>
    </Notice>
  );
}
