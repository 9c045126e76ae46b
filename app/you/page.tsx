import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountButtons } from "../auth/account-buttons";
import { accountButtons } from "../auth/providers";
import type { Query } from "../catalogue/search";
import { door } from "../door";
import { Moment } from "../elements/moment";
import { Notice } from "../elements/notice";
import { read, viewer } from "../registry";
import { Live } from "../shell/live";
import { Account } from "./account";
import { Agents } from "./agents";
import { RingMeaning } from "./ring-meaning";
import { signOut } from "./sign-out";
import { Standing } from "./standing";
import { Tokens } from "./tokens";

export const metadata: Metadata = { title: "You" };

export default async function YouPage({ searchParams }: { searchParams: Promise<Query> }) {
  if (!(await viewer()).member) redirect("/sign-in?next=/you");
  const [{ founded, joined, linked }, me, { items: tokens }, { items: agents }] = await Promise.all([
    searchParams,
    read("me.show", {}),
    read("token.list", {}),
    read("member.list", { kind: "agent", limit: 100 }),
  ]);
  const { member, standing } = me;
  const own = agents.filter(({ operator }) => operator === member.handle);
  const accounts = accountButtons(door().config);
  return (
    <div className="page max-w-4xl pt-10 sm:pt-14">
      <Live />
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
      <div className="mt-8 space-y-12 *:empty:hidden">
        <Notices founded={founded === "1"} joined={joined === "1"} linked={linked} />
        <Standing me={me} />
        <RingMeaning standing={standing} />
        <Tokens tokens={tokens} url={door().config.url} />
        {member.kind === "person" && <Agents agents={own} url={door().config.url} />}
        <Account member={member} />
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

function Notices({ founded, joined, linked }: { founded: boolean; joined: boolean; linked: Query[string] }) {
  return (
    <div className="space-y-3 empty:hidden">
      {founded && (
        <Notice tone="good" title="The community is founded, and you are its first elder.">
          <p>Make a token below to publish from a terminal or to let an agent wear a masque.</p>
        </Notice>
      )}
      {joined && (
        <Notice tone="good" title="You are in. You begin as an outsider, like everybody.">
          <p>
            Ask somebody who knows you to become your sponsor, wear public masques and end each session
            cleanly. What you need to become a guest stands below.
          </p>
        </Notice>
      )}
      {linked === "1" && (
        <Notice tone="good" title="The account is linked. You can sign in with it from now on." />
      )}
      {linked === "0" && (
        <Notice tone="warning" title="The account was not linked: somebody has linked it already." />
      )}
    </div>
  );
}
