import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Query } from "../../catalogue/search";
import { door } from "../../door";
import { read } from "../../registry";
import { Components } from "./components";
import { Facts } from "./facts";
import { Maintainers } from "./maintainers";
import { findBody, findVersion, showMasque } from "./masque";
import { MasqueHead } from "./masque-head";
import { Source } from "./source";
import { Standing } from "./standing";
import { Tabs } from "./tabs";
import { UseIt } from "./use-it";
import { Versions } from "./versions";

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, name } = await showMasque((await params).name);
  return { title: `${title} (${name})` };
}

export default async function MasquePage({ params, searchParams }: Props) {
  const masque = await showMasque((await params).name);
  const { version: wanted, view, published } = await searchParams;
  const version = findVersion(masque, typeof wanted === "string" ? wanted : undefined);
  if (!version) notFound();
  const pin = { name: masque.name, version: version.version };
  const [body, status] = await Promise.all([findBody(pin.name, pin.version), read("masque.status", pin)]);
  const isLatest = version.version === masque.latest.version;
  return (
    <article className="page pt-8 sm:pt-12">
      <MasqueHead masque={masque} version={version} body={body} />
      <Standing
        masque={masque}
        version={version}
        status={status}
        isLatest={isLatest}
        isNew={published === "1"}
      />
      <div
        className={`mt-10 grid grid-cols-1 gap-x-14 gap-y-12 ${body ? "lg:grid-cols-[minmax(0,1fr)_22rem]" : ""}`}
      >
        {body && (
          <div className="min-w-0">
            <Tabs masque={masque} version={version} view={view === "source" ? "source" : "definition"} />
            {view === "source" ? <Source {...pin} /> : <Components body={body} />}
          </div>
        )}
        <aside
          className={
            body
              ? "min-w-0 space-y-10"
              : "grid min-w-0 grid-cols-1 gap-x-14 gap-y-10 md:grid-cols-2 lg:grid-cols-3"
          }
        >
          {body && <UseIt version={version} name={masque.name} url={door().config.url} />}
          <Versions masque={masque} shown={version} />
          <Maintainers masque={masque} />
          <Facts version={version} />
        </aside>
      </div>
    </article>
  );
}
