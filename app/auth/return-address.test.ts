import { expect, test } from "vitest";
import { returnAddress } from "./return-address";

test("after signing in one goes back to where one was on this site", () => {
  expect(returnAddress("/publish?name=engineer:backend")).toBe("/publish?name=engineer:backend");
});

test.each([
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/a\\b",
  "/\t/elsewhere.example",
  "javascript:alert(1)",
  "",
  undefined,
  ["/a"],
])("%j leads nowhere but home", (wanted) => {
  expect(returnAddress(wanted)).toBe("/");
});
