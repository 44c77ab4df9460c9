import { z } from 'zod';
import type { ModelConfig } from '../config.js';

/** One call to a language model's endpoint, with nothing about this machine, and with a name for whatever goes wrong. */

/** What went wrong with a call, as the log says it. */
export type CallFault =
  | { readonly fault: 'timed-out' | 'unreachable' | 'malformed' | 'empty' | 'filtered' | 'cut' }
  | { readonly fault: 'status'; readonly status: number };

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
});
/** A refusal because of what was asked or answered, as Azure says it. */
const filteredSchema = z.object({ error: z.object({ code: z.literal('content_filter') }) });

/** Bytes of an answer that are read. */
const longestAnswer = 256 * 1024;

/**
 * The `fetch` of teams-ai's model, for one question. It never fails: what goes wrong is kept in `fault`, and the model
 * gets an empty answer. teams-ai would print an error in full, with the service's words, and its client would try
 * again while the person waits. Nothing about this machine is sent along, and a redirection is not followed.
 */
export function callOf({ endpoint, timeout }: ModelConfig): {
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly fault: () => CallFault | undefined;
} {
  let fault: CallFault | undefined;
  return {
    async fetch(url, init = {}) {
      const answer = await ask(addressOf(url, endpoint), init, timeout);
      if ('fault' in answer) fault = answer;
      const content = 'fault' in answer ? '' : answer.content;
      return Response.json({ choices: [{ index: 0, message: { role: 'assistant', content } }] });
    },
    fault: () => fault,
  };
}

async function ask(
  url: URL,
  { body, headers }: RequestInit,
  timeout: number,
): Promise<CallFault | { readonly content: string }> {
  const given = new Headers(headers);
  const sent = new Headers();
  for (const name of ['authorization', 'api-key', 'content-type', 'accept']) {
    const value = given.get(name);
    if (value) sent.set(name, value);
  }
  let status = 0;
  let text = '';
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, {
      method: 'POST',
      body: body ?? null,
      headers: sent,
      signal,
      redirect: 'error',
    });
    status = response.status;
    text = await read(response);
  } catch (error) {
    return { fault: (error as Error).name === 'TimeoutError' ? 'timed-out' : 'unreachable' };
  }
  const said = parsed(text);
  if (status !== 200)
    return filteredSchema.safeParse(said).success ? { fault: 'filtered' } : { fault: 'status', status };
  const completion = completionSchema.safeParse(said);
  const [choice] = completion.success ? completion.data.choices : [];
  if (!choice) return { fault: 'malformed' };
  if (choice.finish_reason === 'content_filter') return { fault: 'filtered' };
  if (choice.finish_reason === 'length') return { fault: 'cut' };
  return choice.message.content ? { content: choice.message.content } : { fault: 'empty' };
}

/** Longer ones are cut off, and then are no JSON. */
async function read(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > longestAnswer) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** teams-ai insists on https for Azure; the configuration allows http on this machine. */
function addressOf(url: string | URL | Request, endpoint: string): URL {
  const address = new URL(url instanceof Request ? url.url : url);
  address.protocol = new URL(endpoint).protocol;
  return address;
}
