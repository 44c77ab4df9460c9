import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from '../../data/store/store.js';

/** JSON in and out of requests, and refusals in plain words. */

export type JsonObject = { [key: string]: Json | undefined };

/** Bytes of a request's body: a long paragraph and a filled-in card are well under it. */
export const bodyLimit = 256 * 1024;
/** Real cards nest to about ten. Much deeper breaks whoever turns it into text again. */
const depthLimit = 32;

/** A request that is not done, in the form Direct Line clients know: `{ error: { code, message } }`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Seconds after which it may be asked again. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export function answer(response: ServerResponse, status: number, body: JsonObject): void {
  if (response.headersSent) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(text);
}

/**
 * The JSON object in a request's body; `{}` for an empty one. Takes what a body parser has read already, when the
 * server has one.
 * @throws {Refusal} 413 over `bodyLimit`, 415 for another content type, 400 for anything that is no JSON object.
 */
export async function readJson(request: IncomingMessage & { body?: unknown }): Promise<JsonObject> {
  if (request.body !== undefined && request.body !== null && typeof request.body !== 'string')
    return objectOf(request.body as Json);
  const text =
    typeof request.body === 'string' ? request.body : (await readBody(request, bodyLimit)).toString('utf8');
  if (text.trim() === '') return {};
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new Refusal(415, 'UnsupportedMediaType', 'Send JSON, with Content-Type: application/json.');
  try {
    return objectOf(JSON.parse(text) as Json);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, 'BadArgument', 'The body is not JSON.');
  }
}

/**
 * What is over the limit is let go by unread, and the connection stays: closing it while the client still sends would
 * keep the answer from it. How long that may take is the server's time limit for a request.
 */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = () => {
      request.removeAllListeners('data').resume();
      reject(new Refusal(413, 'MessageSizeTooBig', `The body is over ${most / 1024} KB. Send less at once.`));
    };
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => {
      if (!request.complete) reject(new Refusal(400, 'BadArgument', 'The body did not arrive whole.'));
    });
    request.on('error', () => reject(new Refusal(400, 'BadArgument', 'The body did not arrive whole.')));
    if (Number(request.headers['content-length'] ?? 0) > most) return tooLarge();
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) return tooLarge();
      chunks.push(chunk);
    });
  });
}

function objectOf(value: Json): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new Refusal(400, 'BadArgument', 'The body is not a JSON object.');
  check(value, depthLimit);
  return value;
}

/** @throws {Refusal} 400 for what is nested more than `depth` deep, without looking any deeper. */
function check(value: Json | undefined, depth: number): void {
  if (value === null || typeof value !== 'object') return;
  if (depth < 0) throw new Refusal(400, 'BadArgument', 'The body is nested too deeply.');
  // JSON makes it an ordinary field; whoever copies it to another object gives that a new prototype.
  if (Object.hasOwn(value, '__proto__')) delete (value as { __proto__?: unknown }).__proto__;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) check(inner, depth - 1);
}
