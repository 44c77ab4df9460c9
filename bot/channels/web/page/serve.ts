import { createHash, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root } from '../../../../data/root.js';
import { rememberPerson } from '../../../http/people.js';
import { protect } from '../../../http/protect.js';
import type { Request, Response, Server } from '../../../http/routes.js';

/** Serves `/` with its style and scripts. */

export interface PageOptions {
  /** Browsers come by https: the cookie is `Secure`, and the browser is told to stay with https. */
  readonly secure?: boolean;
}

interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly hash: string;
  /** Made at the first request for it, once. */
  readonly packed: Map<string, Promise<Buffer>>;
}

/** Good and quick: half a second for Web Chat, where the best would take ten for a tenth less. */
const brotliQuality = 9;

const packers: Record<string, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: (body) => promisify(gzip)(body),
};

/** Serves `/`, its style and script, and Web Chat's own bundle, all from this machine. */
export function mountPage(server: Server, options: PageOptions = {}): void {
  const { secure = false } = options;
  const folder = join(root, 'bot', 'channels', 'web', 'page');
  const assets: Record<string, Asset> = {
    'page.css': asset(join(folder, 'page.css'), 'text/css'),
    'page.js': asset(join(folder, 'page.js'), 'text/javascript'),
    // Made by the build, from what `web-chat.js` takes of Web Chat.
    'webchat.js': asset(join(root, 'dist', 'page', 'webchat.js'), 'text/javascript'),
  };
  let html = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const [name, { hash }] of Object.entries(assets))
    html = html.replace(`{{${name}}}`, `/${name}?v=${hash}`);

  server.get('/', (request: Request, response: Response, next) => {
    const nonce = randomBytes(16).toString('base64');
    protect(request, response, { secure, nonce });
    rememberPerson(request, response, secure || request.isSecure());
    response.setHeader('Cache-Control', 'no-store');
    send(response, 'text/html', Buffer.from(html.replace('{{nonce}}', nonce)));
    next();
  });

  for (const [name, file] of Object.entries(assets))
    server.get(`/${name}`, async (request: Request, response: Response) => {
      protect(request, response, { secure });
      await sendAsset(request, response, file);
    });
}

async function sendAsset(request: Request, response: Response, file: Asset): Promise<void> {
  const etag = `"${file.hash}"`;
  const { v } = Object.fromEntries(new URLSearchParams(request.getQuery()));
  response.setHeader('ETag', etag);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', v === file.hash ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304);
    response.end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = Object.keys(packers).find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
  if (encoding) response.setHeader('Content-Encoding', encoding);
  send(response, file.type, encoding ? await packed(file, encoding) : file.body);
}

function packed(file: Asset, encoding: string): Promise<Buffer> {
  const known = file.packed.get(encoding);
  const body = known ?? (packers[encoding]?.(file.body) || Promise.resolve(file.body));
  file.packed.set(encoding, body);
  return body;
}

function send(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': body.length });
  response.end(body);
}

function asset(path: string, type: string): Asset {
  const body = readFileSync(path);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 16);
  return { type, body, hash, packed: new Map() };
}
