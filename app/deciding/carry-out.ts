import { revalidatePath } from "next/cache";
import { type RefusalText, requireRefusal } from "../refusal";
import { act } from "../registry";
import { PASSWORD } from "./password-field";

/** What came of what a form asked for: what was done, in a sentence, or what was refused. Nothing before it was sent. */
export type Outcome = { done: string } | { refusal: RefusalText } | undefined;

/**
 * Does `work`, which says in a sentence what it did. Where the form carries the password, that a person is there is
 * confirmed first; a wrong one is asked for again. Afterwards every page is read anew.
 */
export async function carryOut(form: FormData, work: () => Promise<string>): Promise<Outcome> {
  try {
    const asked = await confirmPresence(form);
    if (asked) return { refusal: asked };
    const done = await work();
    revalidatePath("/", "layout");
    return { done };
  } catch (error) {
    return { refusal: requireRefusal(error) };
  }
}

/** What a form's field holds, without the space around it. */
export function textOf(form: FormData, field: string): string {
  return String(form.get(field) ?? "").trim();
}

async function confirmPresence(form: FormData): Promise<RefusalText | undefined> {
  const password = String(form.get(PASSWORD) ?? "");
  if (password === "") return undefined;
  try {
    await act("browser.confirm", { password });
  } catch (error) {
    return { ...requireRefusal(error), code: "forbidden.presence" };
  }
}
