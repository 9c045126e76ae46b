import { Monitor, Moon, Sun } from "lucide-react";
import { chooseTheme } from "./choose-theme";
import type { Theme } from "./theme";

const STEPS = {
  system: { Icon: Monitor, next: "light", says: "Theme follows the system. Switch to light." },
  light: { Icon: Sun, next: "dark", says: "Theme is light. Switch to dark." },
  dark: { Icon: Moon, next: "system", says: "Theme is dark. Follow the system." },
} as const;

/** Steps from the system's theme to light to dark and back. A form, so that it works without JavaScript. */
export function ThemeToggle({ theme }: { theme: Theme | undefined }) {
  const { Icon, next, says } = STEPS[theme ?? "system"];
  return (
    <form action={chooseTheme}>
      <button
        type="submit"
        name="theme"
        value={next}
        aria-label={says}
        title={says}
        className="grid size-10 place-items-center rounded-md text-muted transition-colors hover:bg-sunk hover:text-ink"
      >
        <Icon aria-hidden className="size-4.5" />
      </button>
    </form>
  );
}
