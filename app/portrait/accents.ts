import type { Chance } from "./chance";
import { oklch } from "./colour";
import { both, oval, polygon } from "./drawing";
import type { Face } from "./faces";

/**
 * What tells one version from another: a jewel on the forehead, a gleam in the eyes and a few sequins in the air. Small
 * on purpose, so that the mask stays the one people know.
 */
export function accents(chance: Chance, face: Face): { behind: string; front: string } {
  const colour = oklch(0.74, 0.15, chance.pick([25, 60, 90, 145, 190, 235, 290, 340]));
  const y = face.foreheadY;
  const jewel = chance.pick([
    polygon([0, y - 5], [3.4, y], [0, y + 5]),
    oval(0, y, 3, 3),
    `${oval(0, y, 2.2, 2.2)}${oval(7, y + 1, 1.5, 1.5)}`,
    polygon([0, y - 4], [1.2, y - 1.2], [4, y], [1.2, y + 1.2], [0, y + 4]),
    `${polygon([0, y - 4], [2.4, y], [0, y + 4])}${polygon([6, y - 2], [7.6, y + 1], [6, y + 4], [4.4, y + 1])}`,
  ]);
  const dx = chance.pick([-1.5, 0, 1.5]);
  const gleam = oval(face.eye.x + dx, face.eye.y - 0.4, 1.7, 1.7);
  const sequins = Array.from({ length: 4 }, () => {
    const x = chance.between(40, 56);
    const top = chance.between(-54, 54);
    const size = chance.between(0.8, 1.7);
    return polygon([x, top - size], [x + size, top], [x, top + size], [x - size, top]);
  });
  return { behind: both(sequins.join(""), colour), front: both(gleam + jewel, colour) };
}
