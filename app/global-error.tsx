"use client";

import "./globals.css";

/** The last resort, when not even the frame around the pages could be made. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="page max-w-2xl py-24 text-center">
          <title>Something failed · Masque</title>
          <h1 className="title">The scene could not be played.</h1>
          <p className="mt-4 text-muted">Nothing was changed.</p>
          <button type="button" onClick={reset} className="button button-main mt-8">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
