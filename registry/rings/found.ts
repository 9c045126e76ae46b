import { timingSafeEqual } from "node:crypto";
import { type Member, SCOPES } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { isDuplicate } from "#registry/store/open";
import { requireFreeHandle } from "./handle";
import { newToken } from "./issue-token";
import { hashPassword, passwordInput } from "./password";
import { hashSecret, newId } from "./secret";
import { memberWithTokenShape } from "./shapes";
import { viewMember } from "./view-member";

/** Begins the community: once, with the one-time token that the server prints. Founders start at the centre. */
export const foundCommunity = operation({
  name: "community.found",
  effect: "write",
  scope: "decide",
  entrance: true,
  summary: "Founds the registry's community with the one-time token, and makes you its first elder.",
  input: {
    type: "object",
    required: ["token", "handle", "name", "password"],
    additionalProperties: false,
    properties: {
      token: { type: "string", maxLength: 200 },
      handle: { type: "string", maxLength: 64 },
      name: { type: "string", minLength: 1, maxLength: 100 },
      password: passwordInput,
    },
  },
  output: memberWithTokenShape,
  async run(context, { token, handle, name, password }) {
    const { runtime, now } = context;
    const expected = Buffer.from(hashSecret(runtime.founding.token), "hex");
    const isRight = timingSafeEqual(Buffer.from(hashSecret(token), "hex"), expected);
    if (!isRight)
      throw new Refusal(
        "forbidden",
        "This founding token is not the one that the server printed at its start.",
      );
    if (await runtime.store.reader.founding.count()) {
      throw new Refusal("conflict", "The community is founded already. Ask a member for an invitation.");
    }
    const passwordHash = await hashPassword(password);
    const member: Member = {
      id: newId(),
      handle: requireFreeHandle(runtime.people, handle),
      name,
      ring: "admin",
      kind: "person",
      createdAt: now,
    };
    const { tokenHours } = runtime.policy.current.presence;
    const decidesUntil = new Date(now.getTime() + tokenHours * 3_600_000);
    const issued = newToken({ memberId: member.id, label: "founding", scopes: SCOPES, now, decidesUntil });
    try {
      await context.commit({ member: member.id, ring: "admin" }, async (tx) => {
        await tx.founding.create({ data: { id: 1, foundedAt: now, memberId: member.id } });
        await tx.member.create({ data: { ...member, passwordHash, founder: true } });
        await issued.write(tx);
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw new Refusal("conflict", "The community is founded already. Ask a member for an invitation.");
    }
    runtime.people.putMember(member);
    runtime.society.change(member.id, { founder: true });
    runtime.people.putToken(issued.facts);
    return { member: viewMember(context, member), token: issued.secret };
  },
});
