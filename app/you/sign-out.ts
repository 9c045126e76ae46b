"use server";

import { redirect } from "next/navigation";
import { act, viewer } from "../registry";
import { forgetSession } from "../session";

/** Ends this browser's session in the registry, then here. */
export async function signOut(): Promise<void> {
  if ((await viewer()).member) await act("browser.close", {});
  await forgetSession();
  redirect("/");
}
