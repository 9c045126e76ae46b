import Link from "next/link";
import { viewer } from "../registry";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import type { Theme } from "./theme";
import { ThemeToggle } from "./theme-toggle";

/** Mark, navigation, theme: the same on every page. */
export async function Header({ theme }: { theme: Theme | undefined }) {
  const { member } = await viewer();
  return (
    <header className="border-b border-line">
      <div className="page flex min-h-16 items-center gap-2 sm:gap-6">
        <Link href="/" className="flex items-center gap-2.5 rounded-sm" aria-label="Masque, home">
          <Mark className="size-7 text-curtain" />
          <span className="hidden font-display text-xl font-semibold tracking-tight sm:inline">Masque</span>
        </Link>
        <nav aria-label="Main" className="flex flex-1 items-center sm:gap-1">
          <NavLink href="/" also={["/masques"]}>
            Catalogue
          </NavLink>
          <NavLink href="/publish">Publish</NavLink>
          <span className="flex-1" />
          {member ? (
            <NavLink href="/you">
              <span className="max-w-28 truncate">
                <span className="sr-only">You, </span>
                {member.handle}
              </span>
            </NavLink>
          ) : (
            <NavLink href="/sign-in">Sign in</NavLink>
          )}
        </nav>
        <ThemeToggle theme={theme} />
      </div>
    </header>
  );
}
