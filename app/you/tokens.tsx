import { Moment } from "../elements/moment";
import type { Answer } from "../registry";
import { revokeToken } from "./token-actions";
import { TokenForm } from "./token-form";

/** The member's tokens, and a form to make another. */
export function Tokens({ tokens, url }: { tokens: Answer<"token.list">["items"]; url: string }) {
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens" className="subtitle">
        Tokens
      </h2>
      <p className="mt-1 mb-4 max-w-[65ch] text-muted">
        A token lets a tool act in your name, as far as its scopes go. Give every tool its own, so that each
        can be revoked alone.
      </p>
      {tokens.length === 0 ? (
        <p className="card px-4 py-5 text-center text-sm text-muted">You have no tokens.</p>
      ) : (
        <ul className="card divide-y divide-line">
          {tokens.map(({ id, label, scopes, createdAt, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-medium break-words">{label}</p>
                <p className="text-sm text-muted">
                  {scopes.join(", ")} · made <Moment at={createdAt} />
                  {expiresAt && (
                    <>
                      {" "}
                      · ends <Moment at={expiresAt} />
                    </>
                  )}
                </p>
              </div>
              <form action={revokeToken}>
                <input type="hidden" name="id" value={id} />
                <button
                  type="submit"
                  className="button button-small button-danger"
                  aria-label={`Revoke ${label}`}
                >
                  Revoke
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <TokenForm url={url} />
    </section>
  );
}
