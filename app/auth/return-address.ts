/** Where to go after signing in: an address of this site, and nothing that could lead elsewhere. */
export function returnAddress(wanted: unknown): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return "/";
  return wanted;
}
