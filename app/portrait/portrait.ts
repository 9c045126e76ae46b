import { accents } from "./accents";
import { chanceOf } from "./chance";
import { crown } from "./crowns";
import { both, modelled } from "./drawing";
import { FAMILIES } from "./faces";
import { features } from "./features";
import { paint } from "./paint";
import { type Palette, paletteOf } from "./palette";

/** Room around (0, 0) in which a portrait is composed; its ground goes on beyond, to fill frames of any shape. */
const VIEW = "-60 -60 120 120";

/**
 * The portrait of a masque as SVG markup: always the same for the same name and digest. The name alone gives family,
 * colours, features and crown, so that people know the masque again; the digest gives small accents, so that versions
 * differ. Nothing of either is written into the markup. It carries no ids and no styles: put it anywhere, twice.
 */
export function portrait(name: string, digest: string): string {
  const chance = chanceOf(name);
  const palette = paletteOf(chance);
  const face = chance.pick(FAMILIES)(chance);
  const behind = crown(chance, face, palette);
  const painted = paint(chance, face, palette);
  const drawn = features(chance, face, palette);
  const version = accents(chanceOf(digest), face);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW}" preserveAspectRatio="xMidYMid meet" aria-hidden="true" focusable="false">${stage(palette)}${version.behind}${behind}${face.under ? both(face.under, palette.hole) : ""}${modelled(face.outline, palette.face, palette.shade)}${painted}${drawn}${version.front}</svg>`;
}

/** A curtain in folds, and the light on it. */
function stage({ ground, fold, spotlight }: Palette): string {
  const folds = Array.from({ length: 21 }, (_, n) => `M${(n - 10) * 24},-90v180h9v-180Z`).join("");
  return `<path d="M-250,-90h500v180h-500Z" fill="${ground}"/><path d="${folds}" fill="${fold}"/><circle r="53" fill="${spotlight}"/>`;
}
