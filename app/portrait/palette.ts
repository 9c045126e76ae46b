import type { Chance } from "./chance";
import { oklch } from "./colour";

/** The colours of one portrait, as hex. Light face on deep ground, so that it reads on a light page and on a dark one. */
export interface Palette {
  ground: string;
  fold: string;
  spotlight: string;
  face: string;
  /** The half of the face that is turned from the light. */
  shade: string;
  /** What is painted on the face. */
  paint: string;
  /** Crown, feathers, ribbons. */
  trim: string;
  trimShade: string;
  /** Eye and mouth openings. */
  hole: string;
}

interface Tone {
  lightness: number;
  chroma: number;
  hue: number;
}

const FACES: readonly [Tone, ...Tone[]] = [
  { lightness: 0.94, chroma: 0.025, hue: 85 },
  { lightness: 0.94, chroma: 0.025, hue: 85 },
  { lightness: 0.91, chroma: 0.02, hue: 240 },
  { lightness: 0.83, chroma: 0.11, hue: 86 },
  { lightness: 0.82, chroma: 0.07, hue: 165 },
  { lightness: 0.81, chroma: 0.085, hue: 50 },
  { lightness: 0.85, chroma: 0.055, hue: 10 },
  { lightness: 0.83, chroma: 0.055, hue: 290 },
];

/** A palette around one hue. Paint and trim stand apart from ground and face by hue and by lightness. */
export function paletteOf(chance: Chance): Palette {
  const hue = chance.pick([8, 28, 55, 145, 165, 190, 215, 240, 262, 285, 308, 335, 352]);
  const face = chance.pick(FACES);
  const paintHue = hue + chance.pick([0, 150, 180, 210, -40]);
  const trimHue = chance.pick([82, 82, hue + 180, hue + 35, hue - 35, 25]);
  const trim = { lightness: chance.pick([0.72, 0.66, 0.78]), chroma: 0.13 };
  return {
    ground: oklch(0.36, 0.085, hue),
    fold: oklch(0.33, 0.08, hue),
    spotlight: oklch(0.44, 0.095, hue),
    face: oklch(face.lightness, face.chroma, face.hue),
    shade: oklch(face.lightness - 0.085, face.chroma + 0.012, face.hue - 8),
    paint: oklch(0.57, 0.165, paintHue),
    trim: oklch(trim.lightness, trim.chroma, trimHue),
    trimShade: oklch(trim.lightness - 0.13, trim.chroma, trimHue - 8),
    hole: oklch(0.22, 0.045, hue),
  };
}
