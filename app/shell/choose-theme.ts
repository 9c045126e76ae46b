"use server";

import { cookies } from "next/headers";
import { findTheme, THEME_COOKIE } from "./theme";

const YEAR = 365 * 24 * 60 * 60;

/** Keeps the chosen theme in a cookie, so that the next page arrives in it and nothing flashes. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = findTheme(String(form.get("theme")));
  const jar = await cookies();
  if (theme) jar.set(THEME_COOKIE, theme, { path: "/", maxAge: YEAR, sameSite: "lax" });
  else jar.delete(THEME_COOKIE);
}
