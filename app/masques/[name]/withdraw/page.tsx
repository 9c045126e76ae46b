import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Query } from "../../../catalogue/search";
import { findVersion, showMasque } from "../masque";
import { WithdrawForm } from "./withdraw-form";

export const metadata: Metadata = { title: "Withdraw a version" };

export default async function WithdrawPage({
  params,
  searchParams,
}: {
  params: Promise<{ name: string }>;
  searchParams: Promise<Query>;
}) {
  const masque = await showMasque((await params).name);
  const { version: wanted } = await searchParams;
  const version = findVersion(masque, typeof wanted === "string" ? wanted : undefined);
  if (!version || !masque.mayWithdraw) notFound();
  return (
    <div className="page max-w-2xl pt-10">
      <h1 className="title">
        Withdraw <span className="whitespace-nowrap">{version.version}</span>
      </h1>
      <p className="mt-2 text-muted">
        of <span className="font-mono break-all">masque:{masque.name}</span>. A withdrawal only ever goes
        further; it is not taken back, and its reason is what users will read.
      </p>
      <WithdrawForm name={masque.name} version={version.version} state={version.state} />
    </div>
  );
}
