"use client";

/** What a page shows when making it failed. What exactly failed is in the server's log, under the same digest. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <section className="page max-w-2xl py-24 text-center sm:py-32">
      <title>Something failed · Masque</title>
      <p className="eyebrow">Something failed</p>
      <h1 className="title mt-3">The scene could not be played.</h1>
      <p className="mt-4 text-muted">
        Nothing was changed. Try again; if it stays like this, show your operator this number.
      </p>
      {error.digest && <p className="mt-3 font-mono text-sm">{error.digest}</p>}
      <button type="button" onClick={reset} className="button button-main mt-8">
        Try again
      </button>
    </section>
  );
}
