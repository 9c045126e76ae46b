import http from "node:http";
import type { ServerProcess } from "./server-process";

/** An answer and the milliseconds until its last byte. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  readonly ms: number;
}

const agent = new http.Agent({ keepAlive: true });

/** Asks the server one thing, as its founder, over a connection that stays. Throws unless the answer is a good one. */
export function ask(
  { url, token }: Pick<ServerProcess, "url" | "token">,
  target: string,
  body?: object,
): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(
      url + target,
      { agent, method: body ? "POST" : "GET", headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const { statusCode: status = 0, headers } = response;
          const answer = { status, headers, body: Buffer.concat(chunks), ms: performance.now() - started };
          if (status < 300) resolve(answer);
          else reject(new Error(`${target} was answered with ${status}: ${answer.body}`));
        });
      },
    );
    request.on("error", reject);
    request.end(body && JSON.stringify(body));
  });
}

/** Asks for all of them, so many at a time. */
export async function askAll(
  server: Pick<ServerProcess, "url" | "token">,
  targets: readonly string[],
  atOnce: number,
): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < targets.length) await ask(server, targets[next++] as string);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
