import type { Request, Response, Server } from 'restify';
import type { Schemes } from '../data/schemes/schemes.js';
import type { Store } from '../data/store/store.js';
import { renderDocument } from '../dialogs/documents/models.js';
import type { Application } from '../workflows/application.js';
import { linkId } from './assistant.js';
import type { Clock } from './clock.js';
import { personOf } from './direct-line/people.js';
import { protect } from './page/serve.js';
import { kinds, type LinkRecord } from './records.js';

/**
 * Serves the documents behind the links that the chat gave: unguessable, good for an hour, and for the person who
 * asked. A browser that is somebody else's gets the same answer as a link that never was.
 */
export function mountDocuments(
  server: Server,
  { store, schemes, clock }: { store: Store; schemes: Schemes; clock: Clock },
): void {
  server.get('/documents/:token', async (request: Request, response: Response) => {
    protect(request, response);
    response.setHeader('Cache-Control', 'no-store');
    const { token } = request.params as { token: string };
    const link = (await store.get<LinkRecord>(kinds.link, linkId(token)))?.doc;
    const application = link && (await store.get<Application>(kinds.application, link.application))?.doc;
    const isTheirs = link && (!link.person.startsWith('web-') || personOf(request) === link.person);
    const maySee = application && link && [application.owner, ...application.invited].includes(link.person);
    if (!isTheirs || !maySee || link.expires <= clock.now()) {
      response.status(404);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(gone);
      return;
    }
    const { scheme } = application;
    const { filename, contentType, content } = await renderDocument(
      link.document,
      application,
      schemes.schemes.get(`${scheme.id}@${scheme.version}`) ?? schemes.current,
      clock.now(),
    );
    response.setHeader('Content-Type', contentType);
    response.setHeader('Content-Disposition', `attachment; filename="${filename}"`);
    response.setHeader('Content-Length', content.length);
    response.end(content);
  });
}

const gone = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Link no longer works</title></head>
<body><main><h1>This link no longer works</h1>
<p>Links to documents work for one hour, and only for the person who asked.</p>
<p>Nothing is lost. Go back to the chat and say <strong>documents</strong> for new links.</p></main></body></html>`;
