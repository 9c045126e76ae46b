import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountButtons } from "../auth/account-buttons";
import { accountButtons } from "../auth/providers";
import type { Query } from "../catalogue/search";
import { door } from "../door";
import { Moment } from "../elements/moment";
import { Notice } from "../elements/notice";
import { type Answer, read, viewer } from "../registry";
import { RingMeaning } from "./ring-meaning";
import { signOut } from "./sign-out";
import { Tokens } from "./tokens";

export const metadata: Metadata = { title: "You" };

export default async function YouPage({ searchParams }: { searchParams: Promise<Query> }) {
  if (!(await viewer()).member) redirect("/sign-in?next=/you");
  const [{ founded, linked }, { member, standing }, { items: tokens }] = await Promise.all([
    searchParams,
    read("me.show", {}),
    read("token.list", {}),
  ]);
  const accounts = accountButtons(door().config);
  return (
    <div className="page max-w-4xl pt-10 sm:pt-14">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="title break-words">{member.name}</h1>
          <p className="mt-1 text-muted">
            <span className="font-mono">{member.handle}</span>, here since <Moment at={member.since} />
          </p>
        </div>
        <form action={signOut}>
          <button type="submit" className="button">
            Sign out
          </button>
        </form>
      </header>
      <div className="mt-8 space-y-12">
        <Notices founded={founded === "1"} linked={linked} standing={standing} />
        <RingMeaning standing={standing} />
        <Tokens tokens={tokens} url={door().config.url} />
        {accounts.length > 0 && (
          <section aria-labelledby="accounts">
            <h2 id="accounts" className="subtitle">
              Accounts elsewhere
            </h2>
            <p className="mt-1 mb-4 text-muted">A linked account signs you in without your password.</p>
            <div className="max-w-xs">
              <AccountButtons accounts={accounts} verb="Link" returnTo="/you" />
            </div>
          </section>
        )}
      </div>
    </div>
  );
}

function Notices({
  founded,
  linked,
  standing: { state, reasons },
}: {
  founded: boolean;
  linked: Query[string];
  standing: Answer<"me.show">["standing"];
}) {
  return (
    <div className="space-y-3 empty:hidden">
      {founded && (
        <Notice tone="good" title="The community is founded, and you are its first elder.">
          <p>Make a token below to publish from a terminal or to let an agent wear a masque.</p>
        </Notice>
      )}
      {linked === "1" && (
        <Notice tone="good" title="The account is linked. You can sign in with it from now on." />
      )}
      {linked === "0" && (
        <Notice tone="warning" title="The account was not linked: somebody has linked it already." />
      )}
      {state !== "qualified" && (
        <Notice
          tone="warning"
          title={`Your standing is ${state}. You act as an outsider until it is restored.`}
        >
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}
