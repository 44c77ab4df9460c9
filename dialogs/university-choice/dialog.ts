import { stateOf } from '../../workflows/application.js';
import { universitiesFor, universityOf } from '../../workflows/expression-of-interest-rules.js';
import { sayDate } from '../../workflows/dates.js';
import type { Dialog, Move, View } from '../conversation.js';
import { fieldOf } from '../../workflows/fields.js';
import { formName } from '../rounds/words.js';
import { linkLines, sendButtons } from '../expression-of-interest/send.js';
import { answersOf, button, theUniversity } from '../words.js';
import * as content from './content.js';

/**
 * Changing the one university after the form was sent: the withdrawal is drafted, the trail is kept. Before sending it
 * is an answer like any other, and "universities" only shows them.
 */
export const universityChoice: Dialog = {
  isHome: (application) => stateOf(application?.snapshot.value) === 'awaitingDecision',

  prompt(view) {
    const offered = universitiesFor(view.scheme, roleOf(view));
    const now = view.application && universityOf(view.scheme, view.application.snapshot.context.form.context);
    return {
      step: 'university:change',
      text: content.changing(theUniversity(now)),
      reads: { type: 'university', universities: offered },
      label: 'University',
      form: 'university',
      buttons: [button('Keep it as it is', 'back')],
    };
  },

  answer(view, _prompt, value): Move {
    const { application } = view;
    if (!application) return {};
    const from = universityOf(view.scheme, application.snapshot.context.form.context);
    const to = view.scheme.universities.find(({ id }) => id === value);
    if (!from || !to || from.id === to.id) return { say: () => content.sameOne };
    const { links, buttons = [] } = sendButtons(view, application);
    const last = application.snapshot.context.sent.at(-1);
    return {
      focus: { dialog: 'expression-of-interest', page: null, pending: null },
      events: [{ type: 'university.changed', university: to.id }],
      links,
      say: () =>
        `${content.changed(formName(view.scheme), theUniversity(from), theUniversity(to), application.reference, last ? sayDate(last.on) : '')}\n\n${linkLines(buttons)}`,
      buttons,
    };
  },

  back: () => ({ focus: { dialog: 'decision', page: null, pending: null } }),
};

/** "Which universities?": each with how sure it is, and from where. */
export function showUniversities(): Move {
  return { say: list };
}

function list(view: View): string {
  return content.universities(view.scheme, universitiesFor(view.scheme, roleOf(view)));
}

function roleOf(view: View) {
  return view.application
    ? fieldOf(view.scheme, 'role', answersOf(view.application, view.scheme))
    : undefined;
}
