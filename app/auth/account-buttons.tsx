"use client";

import { useState } from "react";

/** Goes to an identity provider: to sign in, or to link its account when signed in already. */
export function AccountButtons({
  accounts,
  verb,
  returnTo,
}: {
  accounts: { id: string; name: string }[];
  verb: string;
  returnTo: string;
}) {
  const [leaving, setLeaving] = useState<string>();
  const leave = async (id: string) => {
    setLeaving(id);
    const { signIn } = await import("next-auth/react");
    await signIn(id, { callbackUrl: returnTo });
  };
  return (
    <div className="grid gap-2">
      {accounts.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          disabled={leaving !== undefined}
          onClick={() => leave(id)}
          className="button"
        >
          {leaving === id ? `Going to ${name}…` : `${verb} ${name}`}
        </button>
      ))}
    </div>
  );
}
