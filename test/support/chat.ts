const json = { 'content-type': 'application/json' };

export interface Chat {
  /** As the page shows it to a browser, and what it carries. */
  readonly cookie: string;
  say(text: string): Promise<Response>;
  texts(): Promise<(string | undefined)[]>;
}

/** The web chat as a browser uses it that has never been there. */
export async function openChat(url: string): Promise<Chat> {
  const cookie = (await fetch(url)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = (path: string, init: RequestInit = {}) => fetch(`${url}/v3/directline${path}`, init);
  const generated = await ask('/tokens/generate', {
    method: 'POST',
    headers: { ...json, cookie, origin: url },
    body: '{}',
  });
  const { token, conversationId } = (await generated.json()) as { token: string; conversationId: string };
  const headers = { ...json, authorization: `Bearer ${token}` };
  await ask('/conversations', { method: 'POST', headers, body: '{}' });
  const path = `/conversations/${conversationId}/activities`;
  return {
    cookie,
    say: (text) => ask(path, { method: 'POST', headers, body: JSON.stringify({ type: 'message', text }) }),
    texts: async () => {
      const { activities } = (await (await ask(path, { headers })).json()) as {
        activities: { text?: string }[];
      };
      return activities.map(({ text }) => text);
    },
  };
}
