import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/**
 * Follows the requests in hand, so that a stop can wait for their answers to be on their way: a turn that is over is
 * not yet an answer that was given.
 */
export function followRequests(server: Server): { finish(patience: number): Promise<void> } {
  // Boxes, emptied when they are taken out: what a set once held stays in its outgrown tables until the next full
  // collection, and with a response that was all of its turn.
  const inHand = new Set<{ response?: ServerResponse }>();
  let stopping = false;
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    const box: { response?: ServerResponse } = { response };
    inHand.add(box);
    if (stopping) response.setHeader('Connection', 'close');
    response.once('close', () => {
      inHand.delete(box);
      delete box.response;
    });
  });

  return {
    /** Takes no new connection, lets the requests in hand end within so many milliseconds, then closes every one. */
    async finish(patience) {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const responses = [...inHand].flatMap(({ response }) => response ?? []);
      for (const response of responses) if (!response.headersSent) response.setHeader('Connection', 'close');
      const ended = Promise.all(
        responses.map((response) => new Promise((resolve) => response.once('close', resolve))),
      );
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([ended, new Promise((resolve) => (timer = setTimeout(resolve, patience)))]);
      clearTimeout(timer);
      server.closeAllConnections();
      await closed;
    },
  };
}
