/**
 * An OKLCH colour as `#rrggbb`, which every SVG renderer reads. Lightness 0–1, chroma 0–0.4, hue in degrees. Chroma
 * gives way where the screen cannot show it, so that lightness, and with it contrast, stays as asked.
 */
export function oklch(lightness: number, chroma: number, hue: number): string {
  const linear = toLinear(lightness, chroma, hue);
  if (chroma > 0 && linear.some((channel) => channel < -0.001 || channel > 1.001)) {
    return oklch(lightness, Math.max(0, chroma - 0.005), hue);
  }
  return `#${linear.map(toHex).join("")}`;
}

function toLinear(lightness: number, chroma: number, hue: number): [number, number, number] {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function toHex(channel: number): string {
  const bounded = Math.min(1, Math.max(0, channel));
  const encoded = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, "0");
}
