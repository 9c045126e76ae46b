"use server";

import { PASSWORD } from "../deciding/password-field";
import { type RefusalText, requireRefusal } from "../refusal";
import { type Answer, act } from "../registry";

/** What came of inviting: the invitation with its address, this once, or what was refused. */
export type Invited = { invitation: Answer<"member.invite"> } | { refusal: RefusalText } | undefined;

/** Makes an invitation. One that begins at the centre needs a person who is there. */
export async function inviteMember(_before: Invited, form: FormData): Promise<Invited> {
  const password = String(form.get(PASSWORD) ?? "");
  try {
    if (password !== "") await act("browser.confirm", { password });
  } catch (error) {
    return { refusal: { ...requireRefusal(error), code: "forbidden.presence" } };
  }
  try {
    return { invitation: await act("member.invite", form.get("founder") === "on" ? { founder: true } : {}) };
  } catch (error) {
    return { refusal: requireRefusal(error) };
  }
}
