import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Gives each request to the next of several servers. One that cannot be connected to is passed over; a request that
 * reached one is never sent to another: when its server dies, the answer is 502.
 */
export async function startProxy(servers: readonly (() => string)[]): Promise<Proxy> {
  let turn = 0;

  function forward(request: IncomingMessage, response: ServerResponse, body: Buffer, tries: number): void {
    const target = servers[turn++ % servers.length]?.() ?? '';
    const onward = ask(new URL(request.url ?? '/', target), {
      method: request.method,
      headers: request.headers,
    });
    let connected = false;
    onward.on('socket', (socket) => {
      if (!socket.connecting)
        connected = true; // One that was used before.
      else socket.once('connect', () => (connected = true));
    });
    onward.on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => response.destroy());
      answer.on('end', () => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.end(Buffer.concat(chunks));
      });
    });
    onward.on('error', () => {
      if (!connected && tries < 3 * servers.length)
        setTimeout(() => forward(request, response, body, tries + 1), tries < servers.length ? 0 : 100);
      else {
        response.statusCode = 502;
        response.end();
      }
    });
    onward.end(body);
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => forward(request, response, Buffer.concat(chunks), 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
