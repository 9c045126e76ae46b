import { cache } from "react";
import { type Answer, read } from "../../registry";

export type Member = Answer<"member.show">;

/** A member by the handle in the address; asked once a request. */
export const showMember = cache((handle: string): Promise<Member> => read("member.show", { handle }));
