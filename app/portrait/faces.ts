import type { Chance } from "./chance";

/** The outline of a mask, right half from crown to chin, and where its features sit. */
export interface Face {
  outline: string;
  /** The head that a half-mask leaves to be guessed. */
  under?: string;
  eye: { x: number; y: number };
  browY: number;
  nose: { top: number; bottom: number };
  /** Absent on half-masks, which leave the mouth free, and on beaks. */
  mouthY?: number;
  foreheadY: number;
  /** Half the width at the temples, where ribbons and horns begin. */
  temple: { x: number; y: number };
  crownY: number;
}

type Family = (chance: Chance) => Face;

const volto: Family = (chance) => {
  const wide = chance.between(27, 31);
  const chin = chance.between(38, 42);
  return {
    outline: `M0,-38C18,-38 ${wide},-27 ${wide},-6C${wide},14 16,${chin} 0,${chin}Z`,
    eye: { x: 12.5, y: -6 },
    browY: -17,
    nose: { top: -8, bottom: 10 },
    mouthY: 21,
    foreheadY: -26,
    temple: { x: wide - 1, y: -10 },
    crownY: -38,
  };
};

const heart: Family = (chance) => {
  const wide = chance.between(30, 34);
  return {
    outline: `M0,-33C7,-41 27,-41 ${wide},-22C37,-2 16,27 0,43Z`,
    eye: { x: 14, y: -9 },
    browY: -20,
    nose: { top: -10, bottom: 8 },
    mouthY: 19,
    foreheadY: -25,
    temple: { x: wide - 1, y: -18 },
    crownY: -36,
  };
};

const shield: Family = (chance) => {
  const jaw = chance.between(22, 27);
  return {
    outline: `M0,-40L17,-38L29,-28L31,-4L${jaw},20L10,40L0,43Z`,
    eye: { x: 13, y: -7 },
    browY: -18,
    nose: { top: -12, bottom: 11 },
    mouthY: 22,
    foreheadY: -28,
    temple: { x: 30, y: -14 },
    crownY: -40,
  };
};

const bauta: Family = (chance) => {
  const flare = chance.between(30, 36);
  return {
    outline: `M0,-38C18,-38 28,-31 29,-15L27,3L${flare},30C25,37 12,41 0,41Z`,
    eye: { x: 13, y: -9 },
    browY: -20,
    nose: { top: -12, bottom: 13 },
    mouthY: 26,
    foreheadY: -28,
    temple: { x: 28, y: -14 },
    crownY: -38,
  };
};

const domino: Family = (chance) => {
  const wing = chance.between(-33, -25);
  return {
    under: "M0,-34C19,-34 30,-24 30,-4C30,16 16,40 0,42Z",
    outline: `M0,-15C8,-24 26,-23 46,${wing}C48,-9 42,17 24,18C11,18 7,10 0,8Z`,
    eye: { x: 18, y: -3 },
    browY: -14,
    nose: { top: -10, bottom: 3 },
    foreheadY: -10,
    temple: { x: 32, y: -14 },
    crownY: -32,
  };
};

const moon: Family = (chance) => {
  const size = chance.between(31, 34);
  const k = size * 0.55;
  return {
    outline: `M0,${-size}C${k},${-size} ${size},${-k} ${size},0C${size},${k} ${k},${size} 0,${size}Z`,
    eye: { x: 13, y: -6 },
    browY: -17,
    nose: { top: -6, bottom: 7 },
    mouthY: 16,
    foreheadY: -23,
    temple: { x: size - 1, y: -6 },
    crownY: -size,
  };
};

const beak: Family = (chance) => {
  const tip = chance.between(44, 52);
  return {
    outline: `M0,-38C20,-38 32,-28 31,-9C30,4 20,7 13,13C9,22 5,${tip - 8} 0,${tip}Z`,
    eye: { x: 14.5, y: -8 },
    browY: -21,
    nose: { top: 0, bottom: tip - 12 },
    foreheadY: -26,
    temple: { x: 30, y: -12 },
    crownY: -38,
  };
};

const cat: Family = (chance) => {
  const ear = chance.between(-47, -41);
  return {
    outline: `M0,-26C5,-29 9,-29 13,-29L29,${ear}C34,-30 35,-16 33,-4C30,16 15,32 0,35Z`,
    eye: { x: 14, y: -6 },
    browY: -17,
    nose: { top: 2, bottom: 9 },
    mouthY: 17,
    foreheadY: -18,
    temple: { x: 32, y: -8 },
    crownY: -28,
  };
};

const noh: Family = (chance) => {
  const full = chance.between(26, 29);
  return {
    outline: `M0,-42C17,-42 ${full - 1},-32 ${full},-12C${full + 2},14 18,44 0,45Z`,
    eye: { x: 11.5, y: -3 },
    browY: -24,
    nose: { top: -4, bottom: 13 },
    mouthY: 25,
    foreheadY: -30,
    temple: { x: full - 1, y: -12 },
    crownY: -42,
  };
};

/** The families of masks, by name. */
export const FAMILIES: readonly [Family, ...Family[]] = [
  volto,
  heart,
  shield,
  bauta,
  domino,
  moon,
  beak,
  cat,
  noh,
];
