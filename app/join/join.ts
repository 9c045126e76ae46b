"use server";

import { redirect } from "next/navigation";
import { type RefusalText, requireRefusal } from "../refusal";
import { act } from "../registry";
import { keepSession } from "../session";

/** Lets in who was invited and signs them in; gives back what was refused. */
export async function join(
  _before: RefusalText | undefined,
  form: FormData,
): Promise<RefusalText | undefined> {
  const text = (field: string) => String(form.get(field) ?? "").trim();
  const handle = text("handle").toLowerCase();
  const password = String(form.get("password") ?? "");
  if (password !== form.get("again")) {
    return { code: "invalid", message: "The two passwords differ. Type the same one twice.", issues: [] };
  }
  try {
    await act("member.join", { invitation: text("invitation"), handle, name: text("name"), password });
    await keepSession(await act("browser.open", { handle, password }));
  } catch (error) {
    return requireRefusal(error);
  }
  redirect("/you?joined=1");
}
