import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** What a browser is told of a page of ours. */

/** A part of Web Chat makes a style element before it knows the nonce: an empty one, allowed by its hash. */
const emptyStyle = `'sha256-${createHash('sha256').update('').digest('base64')}'`;

/**
 * The headers that every page of this product has: nothing from elsewhere, no script but our files, in no frame.
 * With a `nonce`, styles that carry it are taken too, which Web Chat needs for those it makes as it runs.
 */
export function protect(
  request: IncomingMessage,
  response: ServerResponse,
  { secure = false, nonce }: { secure?: boolean; nonce?: string } = {},
): void {
  const host = /^[\w.:[\]-]+$/.test(request.headers.host ?? '') ? request.headers.host : undefined;
  const stream = host ? [`${secure ? 'wss' : 'ws'}://${host}`] : [];
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...(nonce ? [`'nonce-${nonce}'`, emptyStyle] : [])],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Not every browser counts a WebSocket on the same host as 'self'.
        connectSrc: ["'self'", ...stream],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure,
    xFrameOptions: { action: 'deny' },
  })(request, response, (error) => {
    if (error) throw error as Error;
  });
  response.setHeader(
    'Permissions-Policy',
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  );
}
