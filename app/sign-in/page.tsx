import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountButtons } from "../auth/account-buttons";
import { accountButtons } from "../auth/providers";
import { returnAddress } from "../auth/return-address";
import type { Query } from "../catalogue/search";
import { door } from "../door";
import { Notice } from "../elements/notice";
import { read, viewer } from "../registry";
import { Mark } from "../shell/mark";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const ERRORS: Record<string, string> = {
  "not-linked": "This account is not linked to a member. Sign in with your password and link it under You.",
  AccessDenied: "The provider did not let you through.",
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, error } = await searchParams;
  const returnTo = returnAddress(next);
  if ((await viewer()).member) redirect(returnTo);
  const { founded } = await read("community.show", {});
  const accounts = accountButtons(door().config);
  return (
    <div className="page max-w-md pt-14 sm:pt-20">
      <Mark className="size-12 text-curtain" />
      <h1 className="title mt-5">Sign in</h1>
      <div className="mt-6 space-y-6">
        {typeof error === "string" && (
          <Notice tone="warning" title={ERRORS[error] ?? "Signing in did not work. Try again."} />
        )}
        {!founded && (
          <Notice tone="info" title="Nobody can sign in yet.">
            <p>Open the one-time link that the registry printed at its start to found it.</p>
          </Notice>
        )}
        <SignInForm returnTo={returnTo} />
        {accounts.length > 0 && (
          <div className="border-t border-line pt-6">
            <AccountButtons accounts={accounts} verb="Sign in with" returnTo={returnTo} />
          </div>
        )}
        <p className="text-sm text-muted">
          No account? Members invite people. Everyone may{" "}
          <Link href="/" className="link">
            look around
          </Link>{" "}
          from the outside.
        </p>
      </div>
    </div>
  );
}
