import { stateOf, type Application } from '../../workflows/application.js';
import type { Dialog, Move, Prompt, View } from '../conversation.js';
import { openFor, windowOf } from '../rounds/dialog.js';
import { formName, sayStatus, theRecipient } from '../rounds/words.js';
import { secondLook } from '../expression-of-interest/dialog.js';
import { sendButtons } from '../expression-of-interest/send.js';
import { answeredSince } from '../place.js';
import { button, joined, titleOf } from '../words.js';
import * as content from './content.js';
import { copyEvents } from './copy.js';
import { dialogOf, newerVersion } from './rules.js';
import { statusOf, statusRows } from './status.js';

/** "My applications": what there is, where each stands, what is next and by when. */
export const applications: Dialog = {
  prompt(view) {
    const { application } = view;
    if (view.focus.page === null && application && stateOf(application.snapshot.value) === 'withdrawn') {
      return {
        step: 'applications:withdrawn',
        text: content.describe(application, view.scheme, view.today),
        reads: { type: 'menu' },
        buttons: [
          button('Reopen it', 'reopen'),
          button('Copy into a new application', 'copy'),
          button('My applications'),
        ],
      };
    }
    return listPrompt(view);
  },

  answer: (view, _prompt, value) => openApplication(view, String(value)),
  back: () => ({ focus: { dialog: 'home', page: null } }),
};

/** Goes on with an application where its state says. */
export function openApplication(view: View, reference: string): Move {
  const application = view.mine.find((one) => one.reference === reference);
  if (!application) return {};
  const status = statusOf(view, application);
  const scheme = view.schemeOf(application);
  const isToSend = stateOf(application.snapshot.value) === 'readyToSend';
  const { at } = view.focus;
  const isThere =
    at &&
    view.focus.application === reference &&
    !answeredSince(application, at.step, at.revision) &&
    !secondLook({ ...view, scheme }, application);
  return {
    focus: {
      ...{ application: reference, dialog: dialogOf(application), page: null, pending: null },
      at: isThere ? at : null,
    },
    say: () => joined(status.words, newerVersion(view, application) ? content.offerVersion : ''),
    drawn: status.drawn,
    extra: [],
    again: true,
    ...(isToSend ? sendButtons({ ...view, scheme }, application) : {}),
  };
}

export function withdraw(view: View, application: Application): Move {
  const last = application.snapshot.context.sent.at(-1);
  const recipient = withdrawnFrom(view, application);
  return {
    focus: { application: application.reference, dialog: 'applications', page: null, pending: null },
    events: [{ type: 'application.withdrawn', on: view.today, reason: null }],
    say: () => content.withdrawn(application, recipient, last?.on, formName(view.schemeOf(application))),
  };
}

/** Who has the form now, if it was sent: the last it went to, whatever has been chosen since. */
export function withdrawnFrom(view: View, application: Application): string | undefined {
  const last = application.snapshot.context.sent.at(-1);
  if (!last) return undefined;
  const scheme = view.schemeOf(application);
  return scheme.universities.find(({ id }) => id === last.university)?.name ?? theRecipient(scheme);
}

export function copy(view: View, old: Application): Move {
  // The newest version of the same round, or the one that follows it for the same people.
  const same = view.rounds.find(({ id }) => id === old.scheme.id) ?? view.scheme;
  const next = windowOf(view, same).kind === 'closed' ? (openFor(view, same) ?? same) : same;
  const status = windowOf(view, next);
  const events = copyEvents(old, next, view.today);
  const isForm = events.some(({ type }) => type === 'form.started');
  return {
    begin: { round: next.id, copiedFrom: old.reference },
    events,
    focus: { dialog: isForm ? 'expression-of-interest' : 'eligibility', page: null, pending: null },
    say: () =>
      status.kind === 'open'
        ? content.copied(old.reference)
        : `${content.copied(old.reference)} ${sayStatus(status)}`,
  };
}

function listPrompt(view: View): Prompt {
  const [only, ...others] = view.mine;
  const text = content.list(view.mine.map((one) => content.describe(one, view.schemeOf(one), view.today)));
  const whole = only && others.length === 0 ? statusOf(view, only) : undefined;
  return {
    step: 'applications:list',
    text: whole ? joined(content.listHead, whole.words) : text,
    ...(only ? { drawn: whole?.drawn ?? { elements: statusRows(view, view.mine), says: text } } : {}),
    reads: {
      type: 'choice',
      options: view.mine.map((one) => ({
        value: one.reference,
        label: one.reference,
        also: [titleOf(one, view.schemeOf(one))],
      })),
    },
    buttons:
      view.mine.length === 0
        ? [button('Am I ready to apply?'), button('Start an application', 'apply')]
        : [
            ...view.mine.slice(0, 3).map((one) => button(`Open ${one.reference}`, `open ${one.reference}`)),
            button('New application'),
            button('Copy an application', 'copy'),
          ],
  };
}
