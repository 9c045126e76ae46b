import fc from "fast-check";
import { expect, test } from "vitest";
import { findName, parseName } from "../masque/name";
import { parseVersion } from "../masque/version";
import { fileOf, findTag, parseTag, refOf, tagOf } from "./layout";
import { openFixture } from "./repository.fixture";

const segment = fc.stringMatching(/^[a-z][a-z0-9-]{0,62}$/);
const names = fc
  .oneof(
    segment,
    fc.tuple(segment, segment).map((parts) => parts.join(":")),
  )
  .filter((text) => findName(text) !== undefined)
  .map(parseName);
const versions = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map((numbers) => parseVersion(numbers.join(".")));

test("S57: each version has one tag and each version's tag one version", () => {
  fc.assert(
    fc.property(names, versions, (name, version) => {
      expect(findTag(tagOf(name, version))).toEqual({ name, version });
    }),
  );
});

test("S57: whatever else is read as a version's tag is spelled as that version's tag is spelled", () => {
  const near = fc.stringMatching(/^[a-zA-Z:/-]{1,9}@?v?[0-9.]{0,8}(\.lock|@\{|\^)?$/);
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), (tag) => {
      const found = findTag(tag);
      if (found) expect(tagOf(found.name, found.version)).toBe(tag);
    }),
    { numRuns: 2000 },
  );
});

test("tags, refs and files are where everyone looks for them", () => {
  const backend = parseName("engineer:backend");
  expect(tagOf(parseName("homelab"), parseVersion("2.3"))).toBe("homelab@v2.3.0");
  expect(refOf(tagOf(backend, parseVersion("1")))).toBe("refs/tags/engineer/backend@v1.0.0");
  expect(fileOf(backend)).toBe("personas/engineer/backend.masque.yaml");
});

test.each([
  ["homelab@v2.3", "it would be written homelab@v2.3.0"],
  ["homelab@2.3.0", "it would be written homelab@v2.3.0"],
  ["homelab@v2.3.0.1", "is not a version such as"],
  ["homelab@v01.2.0", "is not a version such as"],
  ["homelab@v1e3.0.0", "is not a version such as"],
  ["a/b/c@v1.0.0", "is not a masque's name"],
  ["engineer:backend@v1.0.0", "is not a masque's name"],
  ["../etc@v1.0.0", "is not a masque's name"],
  ["homelab.lock@v1.0.0", "is not a masque's name"],
  ["home@{0}@v1.0.0", "is not a masque's name"],
  ["Homelab@v1.0.0", "is not a masque's name"],
  ["hоmelab@v1.0.0", "is not a masque's name"],
  ["masque@v1.0.0", "is not a masque's name"],
  ["homelab@v1.0.0\n", "is not a version such as"],
  ["v1.0.0", "a version's tag is NAME@vX.Y.Z"],
])("S57: the tag %j is no version, and the reason is said", (tag, reason) => {
  expect(findTag(tag)).toBeUndefined();
  expect(() => parseTag(tag)).toThrow(reason);
});

test("S57: git itself accepts the ref of every version", async () => {
  const { git } = await openFixture();
  for (const [name, version] of fc.sample(fc.tuple(names, versions), 10))
    expect(git(["check-ref-format", refOf(tagOf(name, version))])).toBe("");
});
