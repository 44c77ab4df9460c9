import type { Request, Response, Server } from 'restify';
import type { Schemes } from '../data/schemes/schemes.js';
import type { Store } from '../data/store/store.js';
import { renderDates, renderDocument, type RenderedDocument } from '../dialogs/documents/models.js';
import type { Application } from '../workflows/application.js';
import type { WorkingCalendar } from '../workflows/dates.js';
import { applicationsOf, linkId } from './assistant.js';
import type { Clock } from './clock.js';
import { personOf } from './direct-line/people.js';
import { protect } from './page/serve.js';
import { kinds, type LinkRecord } from './records.js';

export interface DocumentsOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
}

/**
 * Serves the documents behind the links that the chat gave: unguessable, good for an hour, and for the person who
 * asked. A browser that is somebody else's gets the same answer as a link that never was.
 */
export function mountDocuments(server: Server, options: DocumentsOptions): void {
  server.get('/documents/:token', async (request: Request, response: Response) => {
    protect(request, response);
    response.setHeader('Cache-Control', 'no-store');
    const { token } = request.params as { token: string };
    const link = (await options.store.get<LinkRecord>(kinds.link, linkId(token)))?.doc;
    const isTheirs = link && (!link.person.startsWith('web-') || personOf(request) === link.person);
    const document = isTheirs && link.expires > options.clock.now() ? await render(link, options) : undefined;
    if (!document) {
      response.status(404);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(gone);
      return;
    }
    response.setHeader('Content-Type', document.contentType);
    response.setHeader('Content-Disposition', `attachment; filename="${document.filename}"`);
    response.setHeader('Content-Length', document.content.length);
    response.end(document.content);
  });
}

/** The document as it is now, if the person may still see it. */
async function render(
  { document, application: reference, person }: LinkRecord,
  { store, schemes, clock, calendar }: DocumentsOptions,
): Promise<RenderedDocument | undefined> {
  const mine = (await applicationsOf(store, person)).map(({ doc }) => doc);
  const schemeOf = ({ scheme: { id, version } }: Application) =>
    schemes.schemes.get(`${id}@${version}`) ?? schemes.current;
  if (document === 'calendar') return renderDates(mine, schemeOf, { now: clock.now(), calendar });
  const application = mine.find((one) => one.reference === reference);
  return application && renderDocument(document, application, schemeOf(application), clock.now());
}

const gone = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Link no longer works</title><link rel="stylesheet" href="/pages.css"></head>
<body><main><h1>This link no longer works</h1>
<p>Links to documents work for one hour, and only for the person who asked.</p>
<p>Nothing is lost. Go back to the chat and say <strong>documents</strong> for new links.</p></main></body></html>`;
