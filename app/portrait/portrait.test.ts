import fc from "fast-check";
import { expect, test } from "vitest";
import { portrait } from "./portrait";

const DIGEST = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
const names = fc.stringMatching(/^[a-z][a-z0-9-]{0,62}(:[a-z][a-z0-9-]{0,62})?$/);

test("the same name and digest always give the same portrait", () => {
  expect(portrait("homelab", DIGEST)).toBe(portrait("homelab", DIGEST));
});

test("another name gives another face, another digest other accents on the same one", () => {
  const [first, second] = [portrait("homelab", DIGEST), portrait("homelab", "sha256-other")];
  expect(portrait("codesmith", DIGEST)).not.toBe(first);
  expect(second).not.toBe(first);
  const shapes = (svg: string) => new Set(svg.match(/<path[^>]*>/g));
  const shared = [...shapes(first)].filter((shape) => shapes(second).has(shape));
  expect(shared.length).toBeGreaterThan(shapes(first).size * 0.6);
});

test("every portrait is well-formed, with finite numbers and nothing that a content security policy would stop", () => {
  fc.assert(
    fc.property(names, fc.string(), (name, digest) => {
      const svg = portrait(name, digest);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|style=|<script|<style|\son[a-z]+=|href=|\sid=/);
      expect(unclosedTags(svg)).toEqual([]);
      expect(svg.length).toBeLessThan(12_000);
    }),
  );
});

test("nothing of the name or the digest is written into the markup", () => {
  fc.assert(
    fc.property(fc.uuid(), (text) => {
      const svg = portrait(`a${text}`, `sha256-${text}`);
      for (const part of text.split("-").filter((part) => part.length > 6)) expect(svg).not.toContain(part);
      expect(svg).not.toContain("sha256");
    }),
  );
});

test("hundred names share no portrait", () => {
  const all = Array.from({ length: 100 }, (_, n) => portrait(`masque-${n}`, DIGEST));
  expect(new Set(all).size).toBe(100);
});

/** The tags that are open at the end, or closed out of order, in markup that quotes every attribute. */
function unclosedTags(svg: string): string[] {
  const open: string[] = [];
  for (const [, end, tag, empty] of svg.matchAll(/<(\/?)([a-z]+)(?: [a-zA-Z:-]+="[^"<>]*")*(\/?)>/g)) {
    if (end) {
      if (open.pop() !== tag) return [`</${tag}>`];
    } else if (!empty) open.push(tag ?? "");
  }
  return svg.replaceAll(/<(\/?)([a-z]+)(?: [a-zA-Z:-]+="[^"<>]*")*(\/?)>/g, "") === "" ? open : ["text"];
}
