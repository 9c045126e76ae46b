"use server";

import { redirect } from "next/navigation";
import { carryOut, type Outcome, textOf } from "../deciding/carry-out";
import { requireRefusal } from "../refusal";
import { act } from "../registry";
import { forgetSession } from "../session";

/** Changes one's password; every other browser is signed out. */
export async function changePassword(_before: Outcome, form: FormData): Promise<Outcome> {
  const password = String(form.get("new-password") ?? "");
  if (password !== form.get("again")) {
    return {
      refusal: {
        code: "invalid",
        message: "The two new passwords differ. Type the same one twice.",
        issues: [],
      },
    };
  }
  return carryOut(form, async () => {
    await act("me.change-password", { current: String(form.get("current") ?? ""), password });
    return "Your password is changed, and every other browser is signed out.";
  });
}

/** Changes one's name and whether the ring below may see one's profile. */
export async function changeProfile(_before: Outcome, form: FormData): Promise<Outcome> {
  return carryOut(form, async () => {
    await act("me.change-profile", {
      name: textOf(form, "name"),
      shownBelow: form.get("shownBelow") === "on",
    });
    return "Your profile is kept.";
  });
}

/** Ends every browser's session, this one's too, and every token where asked to. */
export async function signOutEverywhere(_before: Outcome, form: FormData): Promise<Outcome> {
  try {
    await act("me.sign-out", { tokens: form.get("tokens") === "on" });
  } catch (error) {
    return { refusal: requireRefusal(error) };
  }
  await forgetSession();
  redirect("/sign-in");
}
