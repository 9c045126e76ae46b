import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import "./globals.css";
import { Footer } from "./shell/footer";
import { Header } from "./shell/header";
import { findTheme, THEME_COOKIE } from "./shell/theme";

export const metadata: Metadata = {
  title: { default: "Masque", template: "%s · Masque" },
  description: "The registry of assumable identities for AI agents.",
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = findTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="button button-main sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:inline-flex"
        >
          Skip to content
        </a>
        <Header theme={theme} />
        <main id="content" tabIndex={-1} className="flex-1 pb-20 outline-none">
          {children}
        </main>
        <Footer />
      </body>
    </html>
  );
}
