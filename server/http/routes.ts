import type { OutputOf } from "#registry/operation";
import type { OperationName, Operations } from "#registry/operations";
import type { Schema } from "#registry/schema-type";
import type { Reply } from "./problem";
import { type Asked, sendPlain, sendProgram, sendResolution, sendSource, sendUncached } from "./send";

/** One line of the API: what is asked for and which operation answers. */
export interface Route<Name extends OperationName = OperationName> {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below `/api/v1`; `:parameters` go into the operation's input under their names. */
  readonly path: string;
  readonly operation: Name;
  /** The status of a good answer, 200 unless said; the first, where there are several. */
  readonly status: number;
  readonly others: readonly number[];
  /** The media type of a good answer. */
  readonly type: string;
  /** What is asked for beside the path, all of it required, where that is not called as in the operation's input. */
  readonly fields?: Readonly<Record<string, Schema>>;
  /** Makes the operation's input of path, query and body, where their names are not its own. */
  readonly input: (given: Record<string, unknown>) => unknown;
  /** Turns what came out into the answer. */
  readonly send: (output: OutputOf<Operations[Name]>, asked: Asked, status: number) => Reply;
}

function route<Name extends OperationName>(
  line: string,
  operation: Name,
  {
    status = 200,
    others = [],
    type = "application/json",
    fields,
    input = (given) => given,
    send = sendPlain,
  }: Partial<Omit<Route<Name>, "method" | "path" | "operation">> = {},
): Route {
  const [method, path] = line.split(" ") as [Route["method"], string];
  return { method, path, operation, status, others, type, fields, input, send } as unknown as Route;
}

const PUBLISH_STATUS = { published: 201, unchanged: 200, proposed: 202 } as const;

/** The HTTP API, line by line. */
export const routes: readonly Route[] = [
  route("POST /found", "community.found", { status: 201 }),
  route("GET /community", "community.show"),
  route("POST /invitations", "member.invite", { status: 201 }),
  route("POST /members", "member.join", { status: 201 }),
  route("GET /members", "member.list"),
  route("GET /members/:handle", "member.show"),
  route("PUT /members/:handle/sponsorship", "member.sponsor"),
  route("DELETE /members/:handle/sponsorship", "member.end-sponsorship"),
  route("PUT /members/:handle/disapproval", "member.disapprove"),
  route("DELETE /members/:handle/disapproval", "member.withdraw-disapproval"),
  route("POST /members/:handle/disapproval/confirmation", "member.confirm-disapproval"),
  route("PUT /members/:handle/reconfirmation", "member.reconfirm"),
  route("GET /council", "council.show"),
  route("GET /policy", "policy.show"),
  route("GET /promotions", "promotion.list"),
  route("GET /promotions/:id", "promotion.show"),
  route("POST /promotions/:id/decisions", "promotion.decide"),
  route("POST /locks", "lock.create", { status: 201 }),
  route("GET /locks", "lock.list"),
  route("DELETE /locks/:id", "lock.lift"),
  route("POST /agents", "agent.create", { status: 201 }),
  route("GET /me", "me.show"),
  route("PUT /me/password", "me.change-password"),
  route("PUT /me/profile", "me.change-profile"),
  route("POST /me/sign-out", "me.sign-out"),
  route("POST /tokens", "token.create", { status: 201 }),
  route("GET /tokens", "token.list"),
  route("DELETE /tokens/:id", "token.revoke"),
  route("GET /masques", "masque.list"),
  route("GET /masques/:name", "masque.show"),
  route("GET /masques/:name/versions", "masque.versions"),
  route("GET /masques/:name/versions/:version", "masque.resolve", {
    fields: {},
    input: ({ name, version }) => ({ reference: `${name}@${version}` }),
    send: sendResolution,
  }),
  route("GET /masques/:name/versions/:version/source", "masque.source", {
    type: "application/yaml",
    send: sendSource,
  }),
  route("GET /masques/:name/versions/:version/program", "masque.program", {
    type: "text/javascript",
    send: sendProgram,
  }),
  route("GET /masques/:name/versions/:version/status", "masque.status", { send: sendUncached }),
  route("GET /masques/:name/diff", "masque.diff"),
  route("POST /masques/:name/comparison", "masque.compare"),
  route("POST /intents/check", "intent.check"),
  route("POST /validate", "masque.validate"),
  route("POST /masques/:name/versions", "masque.publish", {
    status: PUBLISH_STATUS.published,
    others: [PUBLISH_STATUS.unchanged, PUBLISH_STATUS.proposed],
    send: (output, asked) => sendPlain(output, asked, PUBLISH_STATUS[output.outcome]),
  }),
  route("POST /masques/:name/versions/:version/withdrawal", "masque.withdraw"),
  route("PUT /masques/:name/maintainers/:handle", "maintainer.add"),
  route("DELETE /masques/:name/maintainers/:handle", "maintainer.remove"),
  route("GET /proposals", "proposal.list"),
  route("GET /proposals/:id", "proposal.show"),
  route("DELETE /proposals/:id", "proposal.withdraw"),
  route("POST /proposals/:id/decisions", "proposal.decide"),
  route("GET /audit", "audit.list"),
  route("GET /resolve/:reference", "masque.resolve", { send: sendResolution }),
  route("GET /resolve", "masque.resolve", {
    fields: { ref: { type: "string", maxLength: 512 } },
    input: ({ ref: reference, ...rest }) => ({ reference, ...rest }),
    send: sendResolution,
  }),
  route("GET /repository/problems", "repository.problems"),
];
