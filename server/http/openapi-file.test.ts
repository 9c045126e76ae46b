import { expect, test } from "vitest";
import { describeApi } from "./openapi";

test("schemas/openapi.json is what the server serves; `npx vitest run server/http/openapi-file -u` writes it anew", async () => {
  const text = `${JSON.stringify(describeApi("http://localhost:3000"), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../schemas/openapi.json");
});
