/** `skill://programming/zig` as people say it: zig. */
export function skillName(uri: string): string {
  return uri.replace(/^skill:\/\/[^/]*\//, "");
}
