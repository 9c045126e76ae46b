import type { IncomingHttpHeaders } from "node:http";
import { referenceTo } from "#registry/catalog/body";
import type { Resolution } from "#registry/catalog/resolve";
import type { Ring } from "#registry/masque/ring";
import { API_HEADERS, type Reply } from "./problem";

/** What an answer may depend on besides what came out. */
export interface Asked {
  /** Whether the policy lets the anonymous read at all; otherwise nothing is for shared caches. */
  readonly isOpen: boolean;
  readonly headers: IncomingHttpHeaders;
}

const JSON_TYPE = "application/json; charset=utf-8";
const YEAR = 31_536_000;
/** How long a moving selector may be remembered, in seconds. */
const MOVING_AGE = 60;

export function sendPlain(output: unknown, _asked: Asked, status: number): Reply {
  const headers = {
    "Content-Type": JSON_TYPE,
    "Cache-Control": "private, no-cache",
    Vary: VARY,
    ...API_HEADERS,
  };
  return { status, headers, body: JSON.stringify(output) };
}

export function sendUncached(output: unknown, _asked: Asked, status: number): Reply {
  const headers = { "Content-Type": JSON_TYPE, "Cache-Control": "no-store", ...API_HEADERS };
  return { status, headers, body: JSON.stringify(output) };
}

/** Answers differ by who asks, and a browser's session is a way of asking, too. */
const VARY = "Authorization, Cookie";

/** A resolved body. A pin's bytes never change, so its digest is its tag and a year is not too long. */
export function sendResolution({ version, pinned, body }: Resolution, { headers, isOpen }: Asked): Reply {
  const moving = pinned ? "" : ";moving";
  const etag = `"${version.digest}${moving}"`;
  const common: Record<string, string> = {
    ETag: etag,
    "Cache-Control": pinned ? pinCaching(version.ring, isOpen) : `private, max-age=${MOVING_AGE}`,
    Vary: VARY,
    "Masque-State": version.tampered ? `${version.state}, tampered` : version.state,
    ...API_HEADERS,
  };
  if (!pinned) {
    common["Content-Location"] = `/api/v1/resolve/${referenceTo(version.name, version.version)}`;
  }
  if (matches(headers["if-none-match"], etag)) return { status: 304, headers: common, body: null };
  common["Content-Type"] = JSON_TYPE;
  return { status: 200, headers: common, body: pinned ? body : unpinned(body) };
}

/** The exact bytes of a file. */
export function sendSource(output: { source: string; digest: string; ring: Ring }, asked: Asked): Reply {
  return sendText(output.source, "application/yaml; charset=utf-8", output, asked);
}

/** A compiled module. */
export function sendProgram(output: { program: string; digest: string; ring: Ring }, asked: Asked): Reply {
  return sendText(output.program, "text/javascript; charset=utf-8", output, asked);
}

function sendText(
  body: string,
  type: string,
  { digest, ring }: { digest: string; ring: Ring },
  { headers, isOpen }: Asked,
): Reply {
  const etag = `"${digest}"`;
  const common = { ETag: etag, "Cache-Control": pinCaching(ring, isOpen), Vary: VARY, ...API_HEADERS };
  if (matches(headers["if-none-match"], etag)) return { status: 304, headers: common, body: null };
  return { status: 200, headers: { ...common, "Content-Type": type }, body };
}

function pinCaching(ring: Ring, isOpen: boolean): string {
  return `${ring === "outsider" && isOpen ? "public" : "private"}, max-age=${YEAR}, immutable`;
}

/** The same body, said to be what the reference means today. */
function unpinned(body: Buffer): string {
  return JSON.stringify({ ...JSON.parse(body.toString("utf8")), pinned: false });
}

function matches(asked: string | undefined, etag: string): boolean {
  if (asked === undefined) return false;
  return asked.split(",").some((one) => ["*", etag, `W/${etag}`].includes(one.trim()));
}
