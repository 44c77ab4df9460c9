import type { Commanded } from './understanding/commands.js';
import type { Focus, Move, View } from './conversation.js';
import type { Scheme } from '../workflows/scheme.js';
import { type StateName, hasTag, stateOf } from '../workflows/application.js';
import * as applicationsContent from './applications/content.js';
import * as content from './content.js';
import { describe } from './applications/content.js';
import { enterOnly, isPlain, lead } from './rounds/dialog.js';
import { isOpen } from './applications/rules.js';
import { openApplication } from './applications/dialog.js';

/** Which application a command is about: the one in focus, or else the newest that it can be about. What commands share. */

/** The view with the application in focus, or else the person's newest one that the command can be about. */
export function withCurrent(view: View, suits: (state: StateName, scheme: Scheme) => boolean): View {
  const { application } = view;
  if (application && suits(stateOf(application.snapshot.value), view.scheme)) return view;
  // A colleague's application is gone on with when it is opened, never by surprise.
  const other = view.mine.find(
    (one) => one.owner === view.person.id && suits(stateOf(one.snapshot.value), view.schemeOf(one)),
  );
  if (!other)
    return {
      ...view,
      application: application && isOpen(application) && suits === filling ? application : undefined,
    };
  return { ...view, application: other, scheme: view.schemeOf(other) };
}

export function inFocus(view: View, move: Move): Move {
  const { application } = view;
  return application ? { ...move, focus: { ...move.focus, application: application.reference } } : move;
}

export function to(dialog: Focus['dialog']): Partial<Focus> {
  return { dialog, page: null, pending: null };
}

export function stateIs(view: View, state: StateName): boolean {
  return view.application !== undefined && stateOf(view.application.snapshot.value) === state;
}

export function beforeSending(state: StateName): boolean {
  return hasTag(state, 'isUnsent');
}

export function filling(state: StateName): boolean {
  return beforeSending(state) || state === 'confirmingSupport';
}

export function isFunded(state: StateName): boolean {
  return hasTag(state, 'isFunded');
}

export function hasDocuments(state: StateName): boolean {
  return hasTag(state, 'hasDocuments');
}

export function notOver(state: StateName): boolean {
  return hasTag(state, 'mayBeWithdrawn');
}

/** What was asked for is about an application that has got somewhere else, or about none. */
export function notPossible(view: View, why: string): Move {
  return { say: () => (view.mine.length > 0 ? why : applicationsContent.noApplication) };
}

export function ask(view: View, command: Commanded['command'], sure: (reference: string) => string): Move {
  const { application } = view;
  if (!application) return { focus: to('home'), say: () => applicationsContent.noApplication };
  return inFocus(view, {
    focus: { pending: { kind: 'command', command, rest: '', ask: sure(application.reference) } },
  });
}

/** What is said of a round needs to know which: asked where there are several and none is in focus. */
export function aboutRound(view: View, said: string, move: () => Move): Move {
  return isPlain(view) || view.group ? move() : lead(view, said, said);
}

/** Goes on with what is in focus, or with the only open application; with several, asks which. */
export function carryOn(view: View): Move {
  const open = view.mine.filter(isOpen);
  const current = view.application ?? (open.length === 1 ? open[0] : undefined);
  if (current) return openApplication(view, current.reference);
  return open.length > 1
    ? { focus: { ...to('applications'), page: 'list' } }
    : { say: () => applicationsContent.noApplication, focus: to('home') };
}

/** In the person's own round: the only one, or the one that they are led to. */
export function beginIn(view: View, said: string): Move {
  const [only] = view.rounds;
  return view.rounds.length === 1 && only ? enterOnly(view, only) : lead(view, 'begin', said);
}

/** A first application begins at once. Beside one that was sent, another is begun only after a yes. */
export function beginFirst(view: View, said: string): Move {
  const sent = view.mine.find((one) => one.owner === view.person.id && isOpen(one));
  if (!sent) return beginIn(view, said);
  const ask = content.sureAnother(describe(sent, view.schemeOf(sent), view.today));
  return { focus: { pending: { kind: 'command', command: 'new-application', rest: '', ask } } };
}
