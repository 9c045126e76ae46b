import type { Chance } from "./chance";
import { both, bothLines, oval, polygon } from "./drawing";
import type { Face } from "./faces";
import type { Palette } from "./palette";

type Feature = (face: Face, palette: Palette) => string;
type Mouth = (y: number, palette: Palette) => string;

const eyes: readonly [Feature, ...Feature[]] = [
  // Almond.
  ({ eye: { x, y } }, { hole }) =>
    both(
      `M${x - 8},${y + 1}C${x - 4},${y - 6} ${x + 5},${y - 6} ${x + 9},${y - 2}C${x + 5},${y + 5} ${x - 3},${y + 5} ${x - 8},${y + 1}Z`,
      hole,
    ),
  // Laughing.
  ({ eye: { x, y } }, { hole }) =>
    both(
      `M${x - 8},${y + 4}C${x - 6},${y - 7} ${x + 6},${y - 7} ${x + 8},${y + 4}C${x + 4},${y - 1} ${x - 4},${y - 1} ${x - 8},${y + 4}Z`,
      hole,
    ),
  // Weeping.
  ({ eye: { x, y } }, { hole }) =>
    both(
      `M${x - 8},${y - 4}C${x - 1},${y - 6} ${x + 6},${y - 2} ${x + 9},${y + 5}C${x + 2},${y + 6} ${x - 6},${y + 4} ${x - 8},${y - 4}Z`,
      hole,
    ),
  // Fierce.
  ({ eye: { x, y } }, { hole }) =>
    both(
      `M${x - 8},${y + 3}C${x - 3},${y - 2} ${x + 3},${y - 5} ${x + 10},${y - 6}C${x + 8},${y + 4} ${x},${y + 6} ${x - 8},${y + 3}Z`,
      hole,
    ),
  // Half closed.
  ({ eye: { x, y } }, { hole }) =>
    both(
      `M${x - 8},${y - 1}C${x - 3},${y - 3} ${x + 3},${y - 3} ${x + 8},${y - 1}C${x + 7},${y + 5} ${x - 7},${y + 5} ${x - 8},${y - 1}Z`,
      hole,
    ) + bothLines(`M${x - 7},${y - 5}C${x - 3},${y - 8} ${x + 3},${y - 8} ${x + 7},${y - 5}`, hole, 1),
  // Round.
  ({ eye: { x, y } }, { hole }) => both(oval(x, y, 6, 6.5), hole),
];

const brows: readonly [Feature, ...Feature[]] = [
  ({ eye: { x }, browY: y }, { hole }) =>
    both(
      `M${x - 8},${y + 4}C${x - 3},${y - 3} ${x + 6},${y - 4} ${x + 11},${y + 3}C${x + 5},${y - 1} ${x - 2},${y + 1} ${x - 8},${y + 4}Z`,
      hole,
    ),
  ({ eye: { x }, browY: y }, { hole }) =>
    both(`M${x - 9},${y + 4}L${x + 9},${y - 5}C${x + 11},${y - 3} ${x + 9},${y} ${x + 6},${y + 1}Z`, hole),
  ({ eye: { x }, browY: y }, { hole }) =>
    both(
      `M${x - 9},${y - 2}C${x - 4},${y - 5} ${x + 4},${y - 1} ${x + 9},${y + 5}C${x + 2},${y + 2} ${x - 4},${y + 1} ${x - 9},${y - 2}Z`,
      hole,
    ),
  // High smudges, as on Noh masks.
  ({ eye: { x }, browY: y }, { hole }) => both(oval(x - 1, y - 3, 6, 2.6), hole),
  ({ eye: { x }, browY: y }, { paint }) =>
    bothLines(
      `M${x - 7},${y + 4}C${x - 5},${y - 4} ${x + 5},${y - 6} ${x + 8},${y}C${x + 9},${y + 4} ${x + 4},${y + 4} ${x + 5},${y + 1}`,
      paint,
      2,
    ),
];

const noses: readonly [Feature, ...Feature[]] = [
  ({ nose: { top, bottom } }, { shade, hole }) =>
    `<path d="M0,${top}L0,${bottom + 3}C4,${bottom + 3} 6,${bottom + 1} 5,${bottom - 2}C3,${bottom - 6} 2,${top + 6} 0,${top}Z" fill="${hole}" opacity=".28"/>` +
    `<path d="M0,${top}C-2,${top + 6} -3,${bottom - 6} -5,${bottom - 2}C-6,${bottom + 1} -4,${bottom + 3} 0,${bottom + 3}Z" fill="${shade}"/>`,
  ({ nose: { bottom } }, { hole }) =>
    both(
      `M1.5,${bottom}C3,${bottom - 2} 5,${bottom - 1} 5,${bottom + 1}C4,${bottom + 2} 2,${bottom + 2} 1.5,${bottom}Z`,
      hole,
    ),
  ({ nose: { top, bottom } }, { hole }) =>
    `<path d="${polygon([0, top], [5.5, bottom + 2], [0, bottom + 4])}" fill="${hole}" opacity=".3"/><path d="${polygon([0, top], [-5.5, bottom + 2], [0, bottom + 4])}" fill="${hole}" opacity=".12"/>`,
];

const mouths: readonly [Mouth, ...Mouth[]] = [
  // Comedy.
  (y, { hole }) => both(`M0,${y}C7,${y} 13,${y - 3} 17,${y - 7}C16,${y + 5} 9,${y + 10} 0,${y + 10}Z`, hole),
  // Tragedy.
  (y, { hole }) =>
    both(`M0,${y - 4}C8,${y - 4} 14,${y + 1} 16,${y + 10}C11,${y + 5} 6,${y + 4} 0,${y + 4}Z`, hole),
  // Painted lips.
  (y, { paint, hole }) =>
    both(`M0,${y - 2}C2,${y - 5} 4,${y - 4} 9,${y}C6,${y + 5} 3,${y + 6} 0,${y + 6}Z`, paint) +
    bothLines(`M0,${y + 0.6}C3,${y - 0.4} 6,${y} 8,${y}`, hole, 0.9),
  // Singing.
  (y, { hole }) => both(oval(0, y + 3, 6.5, 8), hole),
  // Composed.
  (y, { hole }) => both(`M0,${y}C4,${y - 1} 9,${y - 1} 12,${y - 3}C10,${y + 1} 5,${y + 3} 0,${y + 3}Z`, hole),
  // Grinning, with teeth.
  (y, { hole, face }) =>
    both(`M0,${y - 2}C8,${y - 2} 13,${y - 4} 18,${y - 8}C18,${y + 3} 10,${y + 9} 0,${y + 9}Z`, hole) +
    both(
      `M0,${y - 0.5}C6,${y - 0.5} 11,${y - 2} 15,${y - 4}L14,${y - 1}C10,${y + 2} 5,${y + 3} 0,${y + 3}Z`,
      face,
    ),
];

/** Eyes, brows, nose and, where the mask has one, the mouth. */
export function features(chance: Chance, face: Face, palette: Palette): string {
  const draw = chance.pick(eyes)(face, palette) + chance.pick(brows)(face, palette);
  const nose = chance.pick(noses)(face, palette);
  const mouth = chance.pick(mouths);
  return draw + nose + (face.mouthY === undefined ? "" : mouth(face.mouthY, palette));
}
