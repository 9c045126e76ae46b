"use server";

import { revalidatePath } from "next/cache";
import type { Scope } from "#registry/actor";
import { type RefusalText, requireRefusal } from "../refusal";
import { type Answer, act } from "../registry";

/** What came of making a token: the token with its secret, this once, or what was refused. */
export type Made = { token: Answer<"token.create"> } | { refusal: RefusalText };

/** Makes a token for the signed-in member. */
export async function createToken(_before: Made | undefined, form: FormData): Promise<Made> {
  const days = Number(form.get("days"));
  try {
    const token = await act("token.create", {
      label: String(form.get("label") ?? "").trim(),
      scopes: form.getAll("scope") as Scope[],
      ...(days > 0 && { expiresInDays: days }),
    });
    revalidatePath("/you");
    return { token };
  } catch (error) {
    return { refusal: requireRefusal(error) };
  }
}

/** Ends a token. One that is gone already is as good as ended. */
export async function revokeToken(form: FormData): Promise<void> {
  try {
    await act("token.revoke", { id: String(form.get("id")) });
  } catch (error) {
    if (requireRefusal(error).code !== "not_found") throw error;
  }
  revalidatePath("/you");
}
