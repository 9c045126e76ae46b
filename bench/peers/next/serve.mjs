/** A Next app with one route handler, in a server like the registry's own; the answer is in the file of the first argument. */
import { createServer } from "node:http";
import next from "next";

process.env.ANSWER = process.argv[2];
const app = next({ dev: false, dir: import.meta.dirname, customServer: true, quiet: true });
await app.prepare();
const server = createServer(app.getRequestHandler());
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
