import type { Commands, Link, Move, View } from '../conversation.js';
import { linkLines } from '../expression-of-interest/send.js';
import { button } from '../words.js';
import * as content from './content.js';

/** "Overview": every application of the organisation for its coordinators, with a table to download. */
export function showOverview(view: View): Move {
  const overseen = view.looked?.overseen;
  if (!overseen) return { needs: 'overseen' };
  const link: Link = {
    token: view.newToken(),
    document: 'overview',
    application: '',
    person: view.person.id,
  };
  const open = { title: content.file, says: '', url: `${view.baseUrl}/documents/${link.token}` };
  const shown = overseen.length > 0 ? [open] : [];
  return {
    links: overseen.length > 0 ? [link] : [],
    say: () => content.overview(view, overseen, linkLines(shown)),
    alone: true,
    buttons: [...shown, button('Home')],
  };
}

export const commands = { overview: showOverview } satisfies Commands;
