import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { openedShape, openFor } from "./browser";
import { fitsPassword } from "./password";

export const openBrowser = operation({
  name: "browser.open",
  effect: "write",
  scope: "read",
  entrance: true,
  summary: "Signs a person in with handle and password.",
  input: {
    type: "object",
    required: ["handle", "password"],
    additionalProperties: false,
    properties: { handle: { type: "string", maxLength: 64 }, password: { type: "string", maxLength: 200 } },
  },
  output: openedShape,
  async run(context, { handle, password }) {
    const { people, store, attempts } = context.runtime;
    const known = handle.trim().toLowerCase();
    await attempts.require(known);
    const member = people.findByHandle(known);
    const row = member && (await store.reader.member.findUnique({ where: { id: member.id } }));
    const fits = await fitsPassword(row?.passwordHash, password);
    if (!member || !fits) {
      await attempts.failed(known);
      throw new Refusal("unauthenticated", "Handle and password do not fit together.");
    }
    await attempts.succeeded(known);
    return openFor(context, member, context.now);
  },
});
