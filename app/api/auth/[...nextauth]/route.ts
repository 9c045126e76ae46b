import NextAuth from "next-auth";
import { authOptions } from "../../../auth/options";

type Segments = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses: csrf, callbacks, session, sign-out. */
function handle(request: Request, segments: Segments): Promise<Response> {
  return NextAuth(request as never, segments as never, authOptions());
}

export { handle as GET, handle as POST };
