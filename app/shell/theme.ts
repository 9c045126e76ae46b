/** Where the browser keeps which side of the colours it wants. */
export const THEME_COOKIE = "masque-theme";

export type Theme = "light" | "dark";

/** The theme that was chosen; undefined follows the system. */
export function findTheme(text: string | undefined): Theme | undefined {
  return text === "light" || text === "dark" ? text : undefined;
}
