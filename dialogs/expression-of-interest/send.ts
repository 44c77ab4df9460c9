import type { Application } from '../../workflows/application.js';
import type { Scheme } from '../../workflows/scheme.js';
import type { Link, Move, View } from '../conversation.js';
import type { Letter } from '../documents/letters.js';
import { quoteBlock } from '../readiness/content.js';
import type { Button } from '../reply.js';
import { button, enclosures, type Enclosure } from '../words.js';
import * as content from './content.js';

/** The completed form and its covering email, as links that belong to this person. */
export function documentLinks(view: View, application: Application): { links: Link[]; buttons: Button[] } {
  const link = (document: Link['document']): Link => ({
    token: view.newToken(),
    document,
    application: application.reference,
    person: view.person.id,
  });
  const form = link('eoi-form');
  const email = link('eoi-email');
  const url = ({ token }: Link) => `${view.baseUrl}/documents/${token}`;
  const wordButton = { title: 'Form as a Word document', says: '', url: url(form) };
  // What goes in on a page of theirs is sent with no email.
  if (isByPage(view.schemeOf(application))) {
    const files = fileLinks(view, application, enclosures(application, view.schemeOf(application)));
    return { links: [form, ...files.links], buttons: [wordButton, ...files.buttons] };
  }
  return {
    links: [form, email],
    buttons: [{ title: 'Open the email', says: '', url: url(email) }, wordButton],
  };
}

/** The files that are kept, for whoever puts them in somewhere by hand. */
export function fileLinks(
  view: View,
  { reference: application }: Application,
  all: readonly Enclosure[],
): { links: Link[]; buttons: Button[] } {
  const made = all.flatMap(({ file }): { name: string; link: Link }[] =>
    file
      ? [
          {
            name: file.name,
            link: {
              token: view.newToken(),
              document: 'file',
              application,
              file: file.id,
              person: view.person.id,
            },
          },
        ]
      : [],
  );
  return {
    links: made.map(({ link }) => link),
    buttons: made.map(({ name, link }) => ({
      title: name,
      says: '',
      url: `${view.baseUrl}/documents/${link.token}`,
    })),
  };
}

/** What goes in on a page of theirs has no email. */
export function isByPage({ sendTo }: Pick<Scheme, 'sendTo'>): boolean {
  return sendTo.to === 'web';
}

/** The words for the links when they can only be read. */
export function linkLines(buttons: readonly Button[]): string {
  return buttons.flatMap(({ title, url }) => (url ? [`- [${title}](${url})`] : [])).join('\n');
}

/** The same with the documents at hand: a link is good for an hour, so each is made for the moment. */
export function sendButtons(view: View, application: Application): Pick<Move, 'links' | 'buttons'> {
  const { links, buttons } = documentLinks(view, application);
  const others = [
    ...(isByPage(view.schemeOf(application)) ? [] : [button(content.textToCopy)]),
    button('Change an answer', 'change'),
    button('Check answers'),
  ];
  return { links, buttons: [...buttons, ...others] };
}

/** "Send it": nobody can make me. What the person is to do instead, with what they need for it. */
export function howToSend(view: View, application: Application): Move {
  return {
    ...sendButtons(view, application),
    say: () => content.cannotSend(view.schemeOf(application)),
    again: true,
  };
}

/** The email's words, for whoever cannot open the file. */
export function emailToCopy({ subject, text }: Letter): string {
  return content.toCopy(subject, quoteBlock(text));
}
