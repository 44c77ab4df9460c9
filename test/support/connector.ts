import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface Connector {
  readonly url: string;
  /** What was posted, in the order it came. */
  readonly received: Partial<Activity>[];
  close(): Promise<void>;
}

/** Answers like the Bot Framework's connector: an id for every activity, after as long as a real call takes. */
export async function startConnector(milliseconds = 5): Promise<Connector> {
  const received: Partial<Activity>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Partial<Activity>);
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id: `reply-${received.length}` }));
      }, milliseconds);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
