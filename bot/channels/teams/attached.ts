import type { Activity, Attachment } from 'botbuilder';
import type { Attached } from '../../turn/files/receive.js';

/** A file as Teams tells of it in a personal chat: it lies in the sender's OneDrive, and the address opens it for a while. */
const teamsFile = 'application/vnd.microsoft.teams.file.download.info';
/** Milliseconds that a file may take to come. */
const fetchWithin = 20_000;

/** From where files are fetched at all: an activity may name any address, and this machine reaches more than its sender. */
export type MayFetch = (url: URL) => boolean;

/** Microsoft's own, where OneDrive and SharePoint keep files. */
export const microsoft: MayFetch = ({ protocol, hostname }) =>
  protocol === 'https:' && /(?:^|\.)(?:sharepoint\.com|sharepoint\.us|svc\.ms)$/.test(hostname);

/** What somebody attached to a message. Teams attaches typed text once more, as HTML, and cards are none. */
function attachedTo({ attachments = [] }: Pick<Activity, 'attachments'>): readonly Attachment[] {
  return attachments.filter(
    ({ contentType }) =>
      contentType !== 'text/html' && !contentType?.startsWith('application/vnd.microsoft.card.'),
  );
}

/** To be fetched when it is known that a file is asked for. */
export function attachedFiles(activity: Pick<Activity, 'attachments'>, mayFetch: MayFetch): Attached[] {
  return attachedTo(activity).map((one) => ({
    name: one.name ?? '',
    fetch: (most) =>
      one.contentType === teamsFile ? download(addressOf(one), mayFetch, most) : inside(one.contentUrl, most),
  }));
}

function addressOf({ content }: Attachment): unknown {
  return (content as { downloadUrl?: unknown } | undefined)?.downloadUrl;
}

/** As the web page sends it, in the message itself. */
function inside(url: string | undefined, most: number): Promise<Buffer | 'too-large'> {
  const [, coded] = /^data:[\w.+/-]*;base64,([A-Za-z0-9+/]*={0,2})$/.exec(url ?? '') ?? [];
  if (coded === undefined) return Promise.reject(new Error('Not in the message'));
  const bytes = Buffer.from(coded, 'base64');
  return Promise.resolve(bytes.length > most ? 'too-large' : bytes);
}

async function download(address: unknown, mayFetch: MayFetch, most: number): Promise<Buffer | 'too-large'> {
  const signal = AbortSignal.timeout(fetchWithin);
  let url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined;
  // A redirect is looked at as the first address is.
  for (let hops = 0; url && mayFetch(url) && hops < 4; hops++) {
    const response = await fetch(url, { redirect: 'manual', signal });
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next) {
      await response.body?.cancel();
      url = new URL(next, url);
      continue;
    }
    if (!response.ok || !response.body) break;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) return 'too-large';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
  throw new Error('It could not be fetched');
}
