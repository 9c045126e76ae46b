import Link from "next/link";
import { viewer } from "../registry";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import type { Theme } from "./theme";
import { ThemeToggle } from "./theme-toggle";

/** Mark, navigation, theme: the same on every page. On a narrow screen the ways around have a line of their own. */
export async function Header({ theme }: { theme: Theme | undefined }) {
  const { member, ring } = await viewer();
  const isCouncil = ring === "player" || ring === "admin";
  return (
    <header className="border-b border-line">
      <div className="page flex flex-wrap items-center gap-x-2 sm:min-h-16 sm:gap-x-6">
        <Link href="/" className="flex min-h-12 items-center gap-2.5 rounded-sm" aria-label="Masque, home">
          <Mark className="size-7 text-curtain" />
          <span className="font-display text-xl font-semibold tracking-tight">Masque</span>
        </Link>
        <nav
          aria-label="Main"
          className="order-last -mx-1.5 flex w-[calc(100%+0.75rem)] items-center overflow-x-auto sm:order-none sm:mx-0 sm:w-auto sm:flex-1 sm:gap-1"
        >
          <NavLink href="/" also={["/masques"]}>
            Catalogue
          </NavLink>
          <NavLink href="/publish">Publish</NavLink>
          {member && (
            <>
              <NavLink href="/reviews">Reviews</NavLink>
              <NavLink href="/members">Members</NavLink>
              {isCouncil && <NavLink href="/council">Council</NavLink>}
            </>
          )}
        </nav>
        <nav aria-label="You" className="ml-auto flex items-center">
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
