"use server";

import { revalidatePath } from "next/cache";
import { type RefusalText, requireRefusal } from "../../refusal";
import { act } from "../../registry";

/** Lets a member publish new versions; gives back the refusal when the registry says no. */
export async function addMaintainer(
  _before: RefusalText | undefined,
  form: FormData,
): Promise<RefusalText | undefined> {
  try {
    await act("maintainer.add", read(form));
  } catch (error) {
    const refusal = requireRefusal(error);
    return refusal.code === "not_found"
      ? { ...refusal, message: "You see no member of that handle." }
      : refusal;
  }
  revalidatePath("/masques/[name]", "page");
}

/** Takes the masque out of a member's hands. Who is no maintainer any more needs no removing. */
export async function removeMaintainer(form: FormData): Promise<void> {
  try {
    await act("maintainer.remove", read(form));
  } catch (error) {
    if (requireRefusal(error).code !== "not_found") throw error;
  }
  revalidatePath("/masques/[name]", "page");
}

function read(form: FormData): { name: string; handle: string } {
  const handle = String(form.get("handle") ?? "");
  return { name: String(form.get("name") ?? ""), handle: handle.trim().toLowerCase() };
}
