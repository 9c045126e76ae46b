import type { Chance } from "./chance";
import { both, bothLines, modelled, oval, polygon, round } from "./drawing";
import type { Face } from "./faces";
import type { Palette } from "./palette";

type Crown = (face: Face, palette: Palette) => string;

/** `count` petals on a half circle around (0, y), from straight up towards the side. */
function fan(count: number, sweep: number, petal: (angle: number, index: number) => string): string {
  return Array.from({ length: count }, (_, index) => petal(((index + 0.5) / count) * sweep, index)).join("");
}

/** A point at `length` from (0, y), `angle` degrees off the vertical. */
function at(y: number, length: number, angle: number): [number, number] {
  const radians = (angle * Math.PI) / 180;
  return [round(length * Math.sin(radians)), round(y - length * Math.cos(radians))];
}

const crowns: readonly [Crown, ...Crown[]] = [
  // Plumes.
  ({ crownY }, { trim, trimShade }) => {
    const y = crownY + 26;
    const plume = (angle: number, index: number) => {
      const [tipX, tipY] = at(y, 50 - index * 3, angle);
      const [ax, ay] = at(y, 34, angle - 12);
      const [bx, by] = at(y, 34, angle + 12);
      return both(
        `M0,${y}C${ax},${ay} ${ax},${ay} ${tipX},${tipY}C${bx},${by} ${bx},${by} 0,${y}Z`,
        index % 2 ? trimShade : trim,
      );
    };
    return fan(4, 88, plume);
  },
  // Rays all around.
  ({ outline }, { trim, trimShade }) => {
    const reach = outline.includes("L") ? 52 : 50;
    return Array.from({ length: 9 }, (_, index) => {
      const angle = index * 22.5;
      const [tipX, tipY] = at(0, reach - (index % 2) * 6, angle);
      const [ax, ay] = at(0, 30, angle - 9);
      const [bx, by] = at(0, 30, angle + 9);
      return both(polygon([tipX, tipY], [ax, ay], [bx, by]), index % 2 ? trimShade : trim);
    }).join("");
  },
  // Horns.
  ({ temple: { x, y } }, { trim, trimShade }) =>
    modelled(
      `M${x - 14},${y - 12}C${x - 2},${y - 20} ${x + 8},${y - 26} ${x + 4},${y - 42}C${x + 20},${y - 28} ${x + 18},${y - 4} ${x - 4},${y + 4}Z`,
      trim,
      trimShade,
    ),
  // A jester's cap with bells.
  ({ crownY, temple }, { trim, trimShade, face }) => {
    const y = crownY;
    return (
      both(
        `M0,${y + 14}L0,${y - 12}C12,${y - 20} 30,${y - 14} ${temple.x + 14},${y + 14}C${temple.x + 2},${y + 8} ${temple.x - 6},${y + 10} ${temple.x - 4},${y + 24}Z`,
        trimShade,
      ) +
      both(`M0,${y + 14}L0,${y - 16}C6,${y - 10} 14,${y - 2} 20,${y + 14}Z`, trim) +
      both(oval(temple.x + 14, y + 16, 3.4, 3.4), face) +
      both(oval(0, y - 17, 3.4, 3.4), face)
    );
  },
  // A hood, and the dark inside it.
  ({ crownY, temple }, { trim, trimShade, hole }) =>
    modelled(
      `M0,${crownY - 15}C26,${crownY - 12} ${temple.x + 13},${crownY + 10} ${temple.x + 12},14C${temple.x + 10},36 ${temple.x + 14},50 ${temple.x + 20},70L0,70Z`,
      trim,
      trimShade,
    ) +
    both(
      `M0,${crownY - 6}C20,${crownY - 5} ${temple.x + 6},${crownY + 12} ${temple.x + 5},12C${temple.x + 2},34 20,48 0,66Z`,
      hole,
    ),
  // Laurel.
  ({ crownY, temple }, { trim, trimShade }) =>
    fan(6, 104, (angle, index) => {
      const radius = Math.max(temple.x + 5, 30);
      const centre = crownY + radius - 3;
      const [x, y] = at(centre, radius, angle + 6);
      const [tipX, tipY] = at(centre, radius + 12, angle - 6);
      const [inX, inY] = at(centre, radius - 1, angle - 10);
      return both(
        `M${x},${y}C${round(x + (tipX - inX) * 0.4)},${round(y - 6)} ${tipX},${tipY} ${tipX},${tipY}C${inX},${inY} ${inX},${inY} ${x},${y}Z`,
        index % 2 ? trimShade : trim,
      );
    }),
  // Ribbons flying from the temples.
  ({ temple: { x, y } }, { trim, trimShade }) =>
    both(
      `M${x - 6},${y - 3}C${x + 6},${y - 14} ${x + 10},${y + 10} 60,${y - 10}L56,${y - 1}L62,${y + 4}C${x + 12},${y + 16} ${x + 6},${y + 2} ${x - 6},${y + 6}Z`,
      trimShade,
    ) +
    both(
      `M${x - 6},${y + 1}C${x + 8},${y + 4} ${x + 2},${y + 24} 56,${y + 27}L49,${y + 33}L51,${y + 42}C${x - 2},${y + 36} ${x + 2},${y + 16} ${x - 6},${y + 9}Z`,
      trim,
    ),
  // A crown.
  ({ crownY, temple }, { trim, trimShade, face }) => {
    const y = crownY;
    const wide = Math.min(temple.x, 30);
    return (
      modelled(
        `M0,${y + 12}L0,${y - 18}L8,${y - 5}L${wide * 0.55},${y - 15}L${wide * 0.72},${y - 2}L${wide + 2},${y - 9}L${wide},${y + 16}Z`,
        trim,
        trimShade,
      ) +
      both(
        oval(0, y - 19, 2.6, 2.6) + oval(wide * 0.55, y - 16, 2.4, 2.4) + oval(wide + 2, y - 10, 2.2, 2.2),
        face,
      )
    );
  },
  // A ruff.
  (_, { trim, trimShade, face }) => {
    const pleat = (angle: number, length: number) =>
      polygon([0, 22], at(22, length, angle - 7), at(22, length + 3, angle), at(22, length, angle + 7));
    const ring = (length: number, colour: (index: number) => string) =>
      [77, 91, 105, 119, 133, 147, 161, 175]
        .map((angle, index) => both(pleat(angle, length), colour(index)))
        .join("");
    return (
      ring(48, (index) => (index % 2 ? trimShade : trim)) +
      ring(40, () => face) +
      ring(36, (index) => (index % 2 ? trim : trimShade))
    );
  },
  // A tricorn.
  ({ crownY, temple }, { trimShade, hole, trim }) => {
    const y = crownY + 12;
    const wide = Math.min(temple.x + 17, 50);
    return (
      both(`M0,${y - 24}C14,${y - 24} 20,${y - 14} 22,${y + 6}L0,${y + 6}Z`, trimShade) +
      both(
        `M0,${y - 10}C14,${y - 12} ${wide - 12},${y - 14} ${wide},${y - 22}C${wide + 4},${y - 4} ${wide - 8},${y + 8} ${wide - 20},${y + 12}L0,${y + 14}Z`,
        hole,
      ) +
      bothLines(`M0,${y - 10}C14,${y - 12} ${wide - 12},${y - 14} ${wide},${y - 22}`, trim, 2)
    );
  },
  // A halo.
  (_, { trim, trimShade, ground }) =>
    `<circle cy="-8" r="44" fill="none" stroke="${trim}" stroke-width="2.5"/><circle cy="-8" r="38" fill="${ground}"/>` +
    Array.from({ length: 8 }, (__, index) =>
      both(oval(...at(-8, 44, index * 22.5 + 11), 2.4, 2.4), trimShade),
    ).join(""),
];

/** What stands behind the mask. */
export function crown(chance: Chance, face: Face, palette: Palette): string {
  return chance.pick(crowns)(face, palette);
}
