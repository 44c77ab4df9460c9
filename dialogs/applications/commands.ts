import { changeAnswer } from '../expression-of-interest/dialog.js';
import { type Application, hasTag, is, stateOf } from '../../workflows/application.js';
import type { Commands, Move, Ordered, View } from '../conversation.js';
import {
  aboutRound,
  ask,
  beforeSending,
  beginIn,
  carryOn,
  inFocus,
  notOver,
  notPossible,
  to,
  withCurrent,
} from '../current.js';
import * as applicationsContent from './content.js';
import { checksStep } from '../nudges/content.js';
import * as colleagueContent from '../colleague/content.js';
import * as content from '../content.js';
import { copy, openApplication, withdraw, withdrawnFrom } from './dialog.js';
import { hasTraining } from '../words.js';
import { newerVersion } from './rules.js';
import { nextRound, windowOf } from '../rounds/dialog.js';
import { normalise } from '../understanding/text.js';
import { openQuestions } from '../../workflows/colleague-rules.js';
import * as roundsContent from '../rounds/content.js';
import { schemeChange } from '../../workflows/scheme-change.js';
import { showOverview } from '../overview/dialog.js';
import { undo } from '../undo/dialog.js';

/** What can be asked for about a whole application: begin, go on, open, copy, withdraw, come back. */

export const commands = {
  contacts: (view, { said }) =>
    aboutRound(view, said, () => ({
      say: () =>
        applicationsContent.contacts(
          view.scheme,
          !view.application || hasTraining(view.application, view.scheme),
        ),
    })),
  'new-application': (view, { said }) => beginIn(view, said),
  'new-version': (view, { confirmed }) => moveToNewVersion(withCurrent(view, beforeSending), confirmed),
  continue: carryOn,
  status: () => ({ focus: { ...to('applications'), page: 'list' } }),
  open: (view, { rest }) => open(view, rest),
  cancel: (view, asked) => withdrawOnce(view, asked),
  withdraw: (view, asked) => withdrawOnce(view, asked),
  'start-over': (view, { confirmed }) =>
    confirmed && view.application
      ? startOver(view, view.application)
      : ask(withCurrent(view, notOver), 'start-over', content.sureStartOver),
  copy: (view, { rest }) => copyOne(view, rest),
  reopen: (view, { said }) => reopen(view, said),
} satisfies Commands;

function withdrawOnce(view: View, { command, confirmed }: Ordered): Move {
  return confirmed && view.application
    ? withdraw(view, view.application)
    : ask(withCurrent(view, notOver), command, content.sureCancel);
}

function open(view: View, which: string): Move {
  const [, name = which, one] = /^(ap [a-z0-9]{4} [a-z0-9]{4}) (.+)$/i.exec(normalise(which)) ?? [];
  const wanted = normalise(name).replace(/ /g, '-').toUpperCase();
  const found = view.mine.find(({ reference }) => reference === wanted) ?? view.mine[Number(which) - 1];
  if (found && one === checksStep && is(found, 'isUnsent'))
    return { focus: { ...to('readiness'), application: found.reference } };
  if (found && one) return openQuestion(view, found, one);
  // A coordinator sees where others' applications stand, and no more.
  if (!found && view.coordinator) return showOverview(view);
  return found ? openApplication(view, found.reference) : { focus: { ...to('applications'), page: 'list' } };
}

/** The question that a reminder is about. When it is answered by now, the application goes on where it is. */
function openQuestion(view: View, application: Application, which: string): Move {
  const waiting = openQuestions(application, view.schemeOf(application)).find(
    ({ question }) => normalise(question.id) === which,
  );
  if (!waiting) return openApplication(view, application.reference);
  return {
    ...changeAnswer(view, application, waiting.question),
    say: () => colleagueContent.stillOpen(waiting),
  };
}

/** First what would change, then a yes: nobody's form becomes another one unasked. */
function moveToNewVersion(view: View, confirmed: boolean): Move {
  const { application, scheme } = view;
  const newer = application && newerVersion(view, application);
  if (!newer) return notPossible(view, applicationsContent.noNewVersion);
  const change = schemeChange(scheme, newer, application.snapshot.context);
  if (!confirmed)
    return ask(view, 'new-version', () => applicationsContent.newVersion(scheme, newer, application, change));
  return inFocus(view, {
    events: [{ type: 'scheme.moved', from: scheme.version, to: newer.version }],
    focus: { page: null, pending: null },
    say: () => applicationsContent.movedTo(newer),
  });
}

function startOver(view: View, application: Application): Move {
  const { scheme } = view;
  const status = windowOf(view, scheme);
  // What there is stays: a new one could not be sent.
  if (status.kind === 'closed')
    return inFocus(view, { say: () => roundsContent.closed(scheme, status, nextRound(view, scheme)) });
  return {
    first: withdraw(view, application),
    begin: { round: application.scheme.id },
    focus: to('eligibility'),
    say: (after) => {
      const university = withdrawnFrom(view, application);
      return university
        ? `${content.startedOver}\n\n${withdraw(view, application).say?.(after) ?? ''}`
        : content.startedOver;
    },
  };
}

function copyOne(view: View, rest: string): Move {
  const wanted = rest.replace(/ /g, '-').toUpperCase();
  const own = view.mine.find(({ owner }) => owner === view.person.id);
  const old = rest ? view.mine.find(({ reference }) => reference === wanted) : (view.application ?? own);
  return old ? copy(view, old) : { say: () => applicationsContent.nothingToCopy };
}

function reopen(view: View, said: string): Move {
  const current = withCurrent(view, (state) =>
    hasTag(state, /\bdecision\b/.test(said) ? 'isDecided' : 'mayBeReopened'),
  );
  const { application } = current;
  if (!application) return notPossible(view, applicationsContent.nothingToReopen);
  switch (stateOf(application.snapshot.value)) {
    case 'withdrawn': {
      const back = undo(current, 'withdrawal');
      if (back.events ?? back.focus?.pending) return inFocus(current, back);
      // A history of before that does not lead to what is stored: it comes back as a form to be sent again.
      return inFocus(current, {
        events: [{ type: 'application.reopened' }],
        focus: { page: null, pending: null },
      });
    }
    case 'supportConfirmed':
      if (/\bdecision\b/.test(said)) break;
      return inFocus(current, { events: [{ type: 'support.reopened' }], focus: to('support-confirmation') });
  }
  return inFocus(current, undo(current, 'decision'));
}
