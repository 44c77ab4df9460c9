import type { Application } from '../../workflows/application.js';
import { aloneOnly } from '../content.js';
import type { Commands, Held, Link, Move, View } from '../conversation.js';
import { linkLines } from '../expression-of-interest/send.js';
import { button } from '../words.js';
import * as content from './content.js';

/** What is held about the person who asks: counted, downloaded, deleted. At once, and in their own chat only. */

export function showHeld(view: View): Move {
  if (view.group) return { say: () => aloneOnly };
  const held = view.looked?.held;
  if (!held) return { needs: 'held' };
  return {
    say: () => content.held(counted(view, held), `${view.baseUrl}/privacy`),
    alone: true,
    buttons: [button('Download my data'), button('Delete my data'), button('Carry on', 'continue')],
  };
}

export function download(view: View): Move {
  const link = (document: Link['document']): Link => ({
    token: view.newToken(),
    document,
    application: '',
    person: view.person.id,
  });
  const links = [link('my-data-to-read'), link('my-data')];
  const titles = [content.files.word, content.files.json];
  const shown = links.map(({ token }, i) => ({
    title: titles[i] ?? '',
    says: '',
    url: `${view.baseUrl}/documents/${token}`,
  }));
  return {
    links,
    say: () => content.download(linkLines(shown)),
    alone: true,
    buttons: [...shown, button('Delete my data'), button('Carry on', 'continue')],
  };
}

export function deleteAll(view: View, confirmed: boolean): Move {
  if (view.group) return { say: () => aloneOnly };
  if (confirmed) {
    return {
      erase: true,
      focus: { application: null, dialog: 'home', page: null, pending: null },
      say: () => content.deleted,
      alone: true,
      buttons: [button('Start again', 'hello')],
    };
  }
  const held = view.looked?.held;
  if (!held) return { needs: 'held' };
  const ask = content.sureDelete(counted(view, held));
  return { focus: { pending: { kind: 'command', command: 'delete-data', rest: '', ask } } };
}

function counted(view: View, held: Held): content.Counted {
  const owned = view.mine.filter(({ owner }) => owner === view.person.id);
  const sum = (of: (application: Application) => number) => owned.reduce((total, one) => total + of(one), 0);
  return {
    ...held,
    web: view.person.id.startsWith('web-'),
    name: view.person.name,
    owned: owned.map(({ reference }) => reference),
    shared: owned.filter(({ invited }) => invited.length > 0).length,
    answers: sum(answers),
    steps: sum(({ history }) => history.length),
    invitedTo: view.mine.filter((one) => !owned.includes(one)).map(({ reference }) => reference),
    ownReminders: view.reminders.own.length,
    sentReminders: view.reminders.sent.length,
  };
}

function answers({ snapshot: { context } }: Application): number {
  const { readiness, eligibility, form, support } = context;
  return [
    readiness.context.answers,
    eligibility.context.answers,
    form.context.answers,
    ...support.rows.map((row) => row.context.answers),
  ].reduce((total, some) => total + Object.keys(some).length, 0);
}

export const commands = {
  privacy: showHeld,
  'download-data': download,
  'delete-data': (view, { confirmed }) => deleteAll(view, confirmed),
} satisfies Commands;
