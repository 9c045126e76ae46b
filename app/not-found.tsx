import type { Metadata } from "next";
import Link from "next/link";
import { viewer } from "./registry";

export const metadata: Metadata = { title: "Nothing here" };

/** One page for what is absent and for what is hidden. It never repeats what was asked for. */
export default async function NotFound() {
  const { member } = await viewer();
  return (
    <section className="page max-w-2xl py-24 text-center sm:py-32">
      <p className="eyebrow">404</p>
      <h1 className="title mt-3">Behind this curtain there is nothing.</h1>
      <p className="mt-4 text-muted">
        Nothing has this address, or nothing that you may see.
        {!member && " If someone sent you here, you may have to sign in first."}
      </p>
      <p className="mt-8 flex justify-center gap-3">
        <Link href="/" className="button button-main">
          Go to the catalogue
        </Link>
        {!member && (
          <Link href="/sign-in" className="button">
            Sign in
          </Link>
        )}
      </p>
    </section>
  );
}
