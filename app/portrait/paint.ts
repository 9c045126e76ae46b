import type { Chance } from "./chance";
import { both, bothLines, oval, polygon } from "./drawing";
import type { Face } from "./faces";
import type { Palette } from "./palette";

type Paint = (face: Face, palette: Palette) => string;

const paints: readonly [Paint, ...Paint[]] = [
  // A harlequin's diamonds through the eyes.
  ({ eye: { x, y } }, { paint }) =>
    both(polygon([x, y - 19], [x + 6.5, y], [x, y + 22], [x - 6.5, y]), paint),
  // Round cheeks.
  ({ eye: { x, y } }, { paint }) => both(oval(x + 5, y + 16, 5, 5), paint),
  // A tear.
  ({ eye: { x, y } }, { paint }) =>
    both(
      `M${x},${y + 8}C${x + 3},${y + 13} ${x + 4},${y + 16} ${x + 3},${y + 19}C${x + 1},${y + 22} ${x - 1},${y + 22} ${x - 3},${y + 19}C${x - 4},${y + 16} ${x - 3},${y + 13} ${x},${y + 8}Z`,
      paint,
    ),
  // A band across the eyes.
  ({ eye: { x, y } }, { paint }) =>
    both(
      `M0,${y - 5}C${x - 6},${y - 10} ${x + 6},${y - 11} ${x + 13},${y - 7}C${x + 15},${y} ${x + 12},${y + 6} ${x + 6},${y + 8}C${x - 4},${y + 9} ${x - 8},${y + 3} 0,${y + 4}Z`,
      paint,
    ),
  // Three strokes on each cheek.
  ({ eye: { x, y } }, { paint }) =>
    [0, 1, 2]
      .map((n) =>
        bothLines(`M${x + 1 - n},${y + 12 + n * 5}L${x + 11 - n * 1.5},${y + 9.5 + n * 5}`, paint, 2.2),
      )
      .join(""),
  // A spiral on each cheek.
  ({ eye: { x, y } }, { paint }) =>
    bothLines(
      `M${x - 2},${y + 12}C${x + 2},${y + 8} ${x + 10},${y + 10} ${x + 9},${y + 16}C${x + 8},${y + 21} ${x + 1},${y + 20} ${x + 2},${y + 16}C${x + 3},${y + 14} ${x + 6},${y + 14} ${x + 6},${y + 16}`,
      paint,
      1.8,
    ),
  // Rays over the eyes.
  ({ eye: { x, y } }, { paint }) =>
    [-6, 0, 6]
      .map((dx) => both(polygon([x + dx - 1.6, y - 8], [x + dx * 1.6, y - 17], [x + dx + 1.6, y - 8]), paint))
      .join(""),
  // A keel from forehead to nose.
  ({ foreheadY, nose }, { paint }) =>
    both(`M0,${foreheadY - 4}L4.5,${foreheadY + 4}C3,${nose.top} 2,${nose.top + 4} 0,${nose.bottom}Z`, paint),
];

/** What is painted on the face. */
export function paint(chance: Chance, face: Face, palette: Palette): string {
  return chance.pick(paints)(face, palette);
}
