import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came. */
export interface AskedModel {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The body, as text: what left the machine. */
  readonly body: string;
  readonly json: { model?: string; messages: { role: string; content: string }[]; stream?: boolean };
}

/** How it answers: a plan (or any text) as the message, or whatever the function does with the response. */
export type ModelAnswer = string | object | ((response: ServerResponse) => void);

export interface ModelServer {
  readonly url: string;
  readonly asked: AskedModel[];
  /** What it answers from now on. */
  answer(next: ModelAnswer): void;
  close(): Promise<void>;
}

export const modelKey = 'test-key-0123456789';

/**
 * A language model as OpenAI and Azure OpenAI serve it, without the model: chat completions at their two paths, each
 * with its own way of giving the key, and the same errors as theirs.
 */
export async function startModel(): Promise<ModelServer> {
  const asked: AskedModel[] = [];
  let answer: ModelAnswer = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const url = new URL(request.url ?? '', 'http://model');
      const azure = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/.exec(url.pathname);
      const isOpenAI = url.pathname === '/v1/chat/completions';
      if (request.method !== 'POST' || (!azure && !isOpenAI))
        return reply(response, 404, { error: { code: '404', message: 'Resource not found' } });
      if (azure && !url.searchParams.get('api-version'))
        return reply(response, 404, { error: { code: '404', message: 'Resource not found' } });
      const key = azure ? request.headers['api-key'] : request.headers.authorization;
      if (key !== (azure ? modelKey : `Bearer ${modelKey}`))
        return reply(response, 401, { error: { code: 'invalid_api_key', message: 'Incorrect API key' } });
      const json = JSON.parse(body) as AskedModel['json'];
      if (!json.messages?.length || !json.model)
        return reply(response, 400, { error: { code: null, message: 'missing parameter' } });
      asked.push({ path: `${url.pathname}${url.search}`, headers: request.headers, body, json });
      if (typeof answer === 'function') return answer(response);
      const content = typeof answer === 'string' ? answer : JSON.stringify(answer);
      reply(response, 200, completion(content, json.model));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (next) => (answer = next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function completion(content: string | null, model = 'stand-in', finish = 'stop'): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_795_000_000,
    model,
    choices: [{ index: 0, finish_reason: finish, logprobs: null, message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 },
  };
}

export function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Plans as the model is told to write them. */
export const say = (response: string) => ({ type: 'plan', commands: [{ type: 'SAY', response }] });
export const act = (action: string, parameters: object = {}) => ({
  type: 'plan',
  commands: [{ type: 'DO', action, parameters }],
});
