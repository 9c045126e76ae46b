"use server";

import { redirect } from "next/navigation";
import { returnAddress } from "../auth/return-address";
import { type RefusalText, requireRefusal } from "../refusal";
import { act } from "../registry";
import { keepSession } from "../session";

/** Signs this browser in and goes on; gives back the refusal when handle and password do not fit. */
export async function signIn(
  _before: RefusalText | undefined,
  form: FormData,
): Promise<RefusalText | undefined> {
  const text = (field: string) => String(form.get(field) ?? "");
  try {
    await keepSession(await act("browser.open", { handle: text("handle"), password: text("password") }));
  } catch (error) {
    return requireRefusal(error);
  }
  redirect(returnAddress(form.get("next")));
}
