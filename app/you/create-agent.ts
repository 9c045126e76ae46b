"use server";

import { revalidatePath } from "next/cache";
import { type RefusalText, requireRefusal } from "../refusal";
import { type Answer, act } from "../registry";

/** What came of admitting an agent: the agent with its token, this once, or what was refused. */
export type Admitted = { agent: Answer<"agent.create"> } | { refusal: RefusalText } | undefined;

/** Admits an agent of the signed-in member. */
export async function createAgent(_before: Admitted, form: FormData): Promise<Admitted> {
  const text = (field: string) => String(form.get(field) ?? "").trim();
  try {
    const agent = await act("agent.create", {
      handle: text("agent-handle").toLowerCase(),
      name: text("agent-name"),
    });
    revalidatePath("/you");
    return { agent };
  } catch (error) {
    return { refusal: requireRefusal(error) };
  }
}
