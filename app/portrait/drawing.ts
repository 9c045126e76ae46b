/**
 * Portraits are drawn around x = 0. A path is written for the right half only, as `M`, `L` and `C` with `x,y` pairs,
 * and mirrored.
 */
export function mirror(path: string): string {
  return path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x: string, y: string) => `${round(-Number(x))},${y}`);
}

/** A filled path on both sides: two paths, because in one a shape on the axis would cancel its own mirror image. */
export function both(path: string, fill: string): string {
  return `<g fill="${fill}"><path d="${mirror(path)}"/><path d="${path}"/></g>`;
}

/** A line on both sides. */
export function bothLines(path: string, colour: string, width: number): string {
  return `<path d="${mirror(path)}${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A filled path whose right side lies in the shade. The light side reaches under the other, so that no seam shows. */
export function modelled(path: string, light: string, shade: string): string {
  return `<path d="${mirror(path)}" fill="${light}" stroke="${light}" stroke-width=".8"/><path d="${path}" fill="${shade}"/>`;
}

/** An ellipse as a path. */
export function oval(x: number, y: number, rx: number, ry: number): string {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523];
  const p = (dx: number, dy: number) => `${round(x + dx)},${round(y + dy)}`;
  return `M${p(-rx, 0)}C${p(-rx, -ky)} ${p(-kx, -ry)} ${p(0, -ry)}C${p(kx, -ry)} ${p(rx, -ky)} ${p(rx, 0)}C${p(rx, ky)} ${p(kx, ry)} ${p(0, ry)}C${p(-kx, ry)} ${p(-rx, ky)} ${p(-rx, 0)}Z`;
}

/** A polygon as a path. */
export function polygon(...points: [x: number, y: number][]): string {
  return `M${points.map(([x, y]) => `${round(x)},${round(y)}`).join("L")}Z`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
