import { expect, test } from "vitest";
import { parseFileName, splitFileName } from "./file-name";

test("S111: a file below personas/ is named after its path", () => {
  expect(parseFileName("homelab.masque.yaml")).toEqual({ name: "homelab" });
  expect(parseFileName("engineer/backend.masque.yaml")).toEqual({ name: "engineer:backend" });
  expect(parseFileName("homelab@v2.2.masque.yaml")).toEqual({ name: "homelab", version: "2.2.0" });
  expect(parseFileName("engineer\\backend@v1.masque.yaml")).toEqual({
    name: "engineer:backend",
    version: "1.0.0",
  });
});

test("S108: .masque is the same language", () => {
  expect(parseFileName("homelab.masque")).toEqual({ name: "homelab" });
});

test.each(["README.md", "homelab.masque.md", "HOMELAB.MD"])(
  "S98: %s is documentation and no masque",
  (path) => {
    expect(() => splitFileName(path)).toThrow(/is documentation, and a masque is a program/);
  },
);

test.each(["homelab.yaml", "homelab.masque.yml", "homelab", "homelab.masque.yaml.bak", ""])(
  "%j is not called a masque",
  (path) => {
    expect(() => splitFileName(path)).toThrow(/end in \.masque\.yaml/);
  },
);

test.each([
  "../homelab.masque",
  "a/b/c.masque.yaml",
  "Homelab.masque",
  ".masque.yaml",
  "masque.masque",
  "homelab@.masque",
  "homelab@v1@v2.masque",
])("%s names no masque", (path) => {
  expect(() => parseFileName(path)).toThrow(/is not a (masque's name|version)/);
});
