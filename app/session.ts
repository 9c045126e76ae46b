import { cookies } from "next/headers";
import { door } from "./door";

/** The name under which next-auth keeps its session cookie; what is in it is the registry's own opaque secret. */
export function sessionCookie(): { name: string; secure: boolean } {
  const secure = door().config.url.startsWith("https:");
  return { name: `${secure ? "__Secure-" : ""}next-auth.session-token`, secure };
}

/** The browser's session secret, if it has one. */
export async function sessionSecret(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie().name)?.value;
}

/** Keeps a session that `browser.open` gave. Only in a server action or a route handler. */
export async function keepSession({
  secret,
  expiresAt,
}: {
  secret: string;
  expiresAt: string;
}): Promise<void> {
  const { name, secure } = sessionCookie();
  (await cookies()).set(name, secret, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    expires: new Date(expiresAt),
  });
}

/** Forgets the session in this browser; `browser.close` ends it in the registry. */
export async function forgetSession(): Promise<void> {
  (await cookies()).delete(sessionCookie().name);
}
