import type { Request, Response, Server } from 'restify';
import type { Schemes } from '../../data/schemes/schemes.js';
import type { Store } from '../../data/store/store.js';
import type { Mind } from '../../dialogs/conversation.js';
import { renderCsv } from '../../dialogs/documents/csv.js';
import type { KeptFiles, RenderedDocument } from '../../dialogs/documents/models.js';
import { rows } from '../../dialogs/overview/content.js';
import { holdingsModel } from '../../dialogs/privacy/holdings.js';
import { londonDate, type WorkingCalendar } from '../../workflows/dates.js';
import { mayOpen, overseenIn, type Chats } from '../turn/access.js';
import { isOfKnownRound, schemeOfIn } from '../turn/rounds.js';
import type { Clock } from '../turn/clock.js';
import { personOf } from './people.js';
import { protect } from './protect.js';
import { holdingsOf } from '../turn/holdings.js';
import { kinds, linkId, type FileRecord, type LinkRecord } from '../turn/records.js';

/** The documents behind the links that the chat gives, rendered when they are fetched. */

export interface DocumentsOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  /** Person ids of those who oversee the organisation's applications. */
  readonly coordinators?: readonly string[];
  readonly chats?: () => Chats | undefined;
  /** Roles side by side, by id. */
  readonly comparisons?: () => Mind['comparisons'];
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

/** The document as it is now, if the person may still have it. */
async function render(
  link: LinkRecord,
  {
    store,
    schemes,
    clock,
    calendar,
    coordinators = [],
    chats = () => undefined,
    comparisons = () => new Map(),
  }: DocumentsOptions,
): Promise<RenderedDocument | undefined> {
  const viewer = await mayOpen(store, coordinators, link);
  if (!viewer) return undefined;
  // Loaded when the first document is fetched: a start needs none of the libraries behind them.
  const [{ renderDates, renderDocument, wordType }, { renderWord }, { tableDocument }] = await Promise.all([
    import('../../dialogs/documents/models.js'),
    import('../../dialogs/documents/word.js'),
    import('../../dialogs/questions/content.js'),
  ]);
  const { person } = viewer;
  const [schemeOf, isKnown] = [schemeOfIn(schemes), isOfKnownRound(schemes)];
  const mine = viewer.mine.filter(isKnown);
  const now = clock.now();
  switch (link.document) {
    case 'calendar':
      return renderDates(
        mine.filter(({ reference }) => [reference, ''].includes(link.application)),
        schemeOf,
        { now, calendar, rounds: schemes.rounds, round: link.round, intake: link.intake },
      );
    case 'overview': {
      const table = rows(
        { schemeOf, today: londonDate(now) },
        await overseenIn(store, person.tenant, schemes),
      );
      return file('AP-Pathway-overview.csv', 'text/csv; charset=utf-8', renderCsv(table));
    }
    case 'roles': {
      const comparison = comparisons().get(link.comparison ?? '');
      return (
        comparison && file('AP-Pathway-roles.docx', wordType, await renderWord(tableDocument(comparison)))
      );
    }
    case 'my-data': {
      const held = await holdingsOf(person, now, { store, chats: chats() });
      return file(
        'AP-Pathway-my-data.json',
        'application/json; charset=utf-8',
        JSON.stringify(held, null, 2),
      );
    }
    case 'my-data-to-read': {
      const held = await holdingsOf(person, now, { store, chats: chats() });
      return file('AP-Pathway-my-data.docx', wordType, await renderWord(holdingsModel(held, schemeOf)));
    }
    case 'file': {
      const found = await fileOf(store, link.file ?? '', link.application);
      // Its own name is in any alphabet; a header's is not.
      return found && { ...found, filename: found.filename.replace(/[^\x20-\x7e]|["\\]/g, '-') };
    }
    default: {
      const application = mine.find(({ reference }) => reference === link.application);
      const kept: KeptFiles = (id) => fileOf(store, id, link.application);
      return application && renderDocument(link.document, application, schemeOf(application), now, kept);
    }
  }
}

/** A file that is kept with that application, and with no other. */
async function fileOf(store: Store, id: string, application: string): Promise<RenderedDocument | undefined> {
  const found = (await store.get<FileRecord>(kinds.file, id))?.doc;
  if (found?.application !== application) return undefined;
  const { name: filename, contentType, content } = found;
  return { filename, contentType, content: Buffer.from(content, 'base64') };
}

function file(filename: string, contentType: string, content: string | Buffer): RenderedDocument {
  return { filename, contentType, content: Buffer.from(content) };
}

const gone = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Link no longer works</title><link rel="stylesheet" href="/pages.css"></head>
<body><main><h1>This link no longer works</h1>
<p>Links to documents work for one hour, and only for the person who asked.</p>
<p>Nothing is lost. Go back to the chat and say <strong>documents</strong> for new links.</p></main></body></html>`;
