import type { IncomingMessage } from "node:http";
import { Refusal } from "#registry/errors";
import { decodeSource } from "#registry/masque/source";

/** The largest body: a masque of 64 KiB with every character escaped, and some room. */
export const LARGEST_BODY = 512 * 1024;

const YAML = /^(application|text)\/(x-)?yaml\b/i;

/** The input that a body holds: JSON as it stands, YAML as the `source` of a masque, nothing as nothing. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return {};
  if (YAML.test(request.headers["content-type"] ?? "")) return { source: decode(bytes) };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(
      "invalid",
      "The body is not JSON in UTF-8. Send JSON, or a masque file as application/yaml.",
    );
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new Refusal("invalid", "The body must be a JSON object.");
  }
  return value as Record<string, unknown>;
}

/** A masque file as text; bytes that are no text are refused here, with their place, because JSON could not carry them. */
function decode(bytes: Buffer): string {
  const decoded = decodeSource(bytes);
  if ("text" in decoded) return decoded.text;
  throw new Refusal("invalid", "This is not a valid masque.", [decoded.issue]);
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) {
      throw new Refusal(
        "too_large",
        `The body is larger than ${LARGEST_BODY / 1024} KiB. A masque has at most 64 KiB.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
