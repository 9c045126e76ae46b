"use server";

import { redirect } from "next/navigation";
import { type RefusalText, requireRefusal } from "../../../refusal";
import { act } from "../../../registry";

/** Withdraws a version and shows it as it now stands; gives back the refusal when the registry says no. */
export async function withdraw(
  _before: RefusalText | undefined,
  form: FormData,
): Promise<RefusalText | undefined> {
  const text = (field: string) => String(form.get(field) ?? "");
  const [name, version] = [text("name"), text("version")];
  try {
    await act("masque.withdraw", {
      name,
      version,
      state: text("state") as "deprecated" | "yanked" | "revoked",
      reason: text("reason"),
      replacement: text("replacement").trim() || undefined,
    });
  } catch (error) {
    return requireRefusal(error);
  }
  redirect(`/masques/${encodeURIComponent(name)}?version=${encodeURIComponent(version)}`);
}
