"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the navigation; it knows when one is there, or anywhere below one of `also`. */
export function NavLink({
  href,
  also = [],
  children,
}: {
  href: string;
  also?: string[];
  children: ReactNode;
}) {
  const path = usePathname();
  const here =
    path === href || [href, ...also].some((start) => start !== "/" && path.startsWith(`${start}/`));
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className="inline-flex min-h-10 items-center border-b-2 border-transparent px-1.5 text-sm text-muted transition-colors hover:text-ink aria-[current=page]:border-curtain aria-[current=page]:text-ink sm:px-3"
    >
      {children}
    </Link>
  );
}
