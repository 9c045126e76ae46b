const UNITS = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** A time as people say it, counted at the moment the page was made, with the exact one on hover. */
export function Moment({ at }: { at: string }) {
  const exact = at.replace("T", " ").replace(/\.\d+Z$|Z$/, " UTC");
  return (
    <time dateTime={at} title={exact}>
      {relative((new Date(at).getTime() - Date.now()) / 1000)}
    </time>
  );
}

function relative(seconds: number): string {
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  if (!unit) return Math.abs(seconds) < 10 ? "just now" : words.format(Math.round(seconds), "second");
  return words.format(Math.round(seconds / unit[1]), unit[0]);
}
