import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Passing {
  name?: string;
  type?: string;
  replyToId?: string;
  serviceUrl?: string;
  value?: { opensDialog?: boolean; data?: unknown };
}

export interface Bridge {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Stands between the Playground and the assistant, to lend a card's button the dialog that the Playground keeps for
 * message extensions: it knows no task module, and its page throws when such a button is pressed (version 0.2.28: it
 * writes `msTeams` into the action's data, which are frozen). Here the button is shown as a plain one, its press is
 * kept, as Teams keeps it, and what the Playground's own dialog then asks for goes on by the names that Teams gives it.
 * Everything else passes untouched.
 */
export async function openBridge(assistant: string): Promise<Bridge> {
  let playground = '';
  let opened: { readonly data: unknown; readonly card: string | undefined } | undefined;

  /** What goes on to the assistant; undefined for a press that Teams would keep. */
  function toAssistant(sent: Passing): Passing | undefined {
    const { name, value = {}, replyToId, type } = sent;
    playground = new URL(sent.serviceUrl ?? '').origin;
    const activity = { ...sent, serviceUrl: `${url}/_connector` };
    if (type === 'message' && value.opensDialog) {
      const { opensDialog: _kept, ...data } = value;
      opened = { data: { ...data, msteams: { type: 'task/fetch' } }, card: replyToId };
      return undefined;
    }
    if (name === 'composeExtension/fetchTask')
      return {
        ...activity,
        name: 'task/fetch',
        value: { data: opened?.data },
        ...(opened?.card ? { replyToId: opened.card } : {}),
      };
    if (name === 'composeExtension/submitAction')
      return { ...activity, name: 'task/submit', value: { data: value.data } };
    return activity;
  }

  const server = createServer((request, response) => {
    const { method = 'GET', url: path = '/' } = request;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const back = path.startsWith('/_connector');
      const activity = back || !text ? undefined : toAssistant(JSON.parse(text) as Passing);
      if (!back && text && !activity) return answerWith(response, 200);
      const body = back ? withPlainButtons(text) : activity ? JSON.stringify(activity) : '';
      const isDialog = activity?.name?.startsWith('task/') ?? false;
      pass(method, new URL(path, back ? playground : assistant), body, isDialog).then(
        ({ status, answer }) => answerWith(response, status, answer),
        () => answerWith(response, 502),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function pass(
  method: string,
  to: URL,
  body: string,
  isDialog: boolean,
): Promise<{ status: number; answer: string }> {
  const response = await fetch(to, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body } : {}),
  });
  // Teams closes a dialog on an empty answer; the Playground wants something to show.
  const answer = withPlainButtons(await response.text()) || (isDialog ? closed : '');
  return { status: response.status, answer };
}

/** In two steps: restify, where a test loads it too, gives every response a `writeHead` that returns nothing. */
function answerWith(response: ServerResponse, status: number, answer = ''): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(answer);
}

/** What the Playground's dialog shows where Teams would close it. */
export const dialogIsOver = 'Here Teams closes the dialog.';
const closed = JSON.stringify({ task: { type: 'message', value: dialogIsOver } });

function withPlainButtons(json: string): string {
  return json.replaceAll('"msteams":{"type":"task/fetch"}', '"opensDialog":true');
}
