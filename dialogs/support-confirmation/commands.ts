import type { Commands, Move, View } from '../conversation.js';
import { hasTag } from '../../workflows/application.js';
import { inFocus, isFunded, notPossible, to, withCurrent } from '../current.js';
import { rowStage } from '../../workflows/fields.js';
import { startConfirmation } from './dialog.js';
import { startOf } from '../../workflows/expression-of-interest-rules.js';
import * as supportContent from './content.js';

/** The form for each place, the start, and that the programme has started. */

export const commands = {
  confirmation: (view) => {
    const funded = withCurrent(view, (state) => hasTag(state, 'isAwaitingSupport'));
    return funded.application
      ? inFocus(funded, startConfirmation(funded))
      : notPossible(view, supportContent.notRecruiting(view.application, view.scheme));
  },
  'start-date': (view) => moveStartOf(withCurrent(view, isFunded)),
  started: (view) =>
    startProgramme(
      withCurrent(
        view,
        (state, scheme) => state === 'supportConfirmed' || (state === 'recruiting' && !rowStage(scheme)),
      ),
    ),
} satisfies Commands;

function moveStartOf(view: View): Move {
  if (!view.application) return notPossible(view, supportContent.notFundedYet);
  return inFocus(view, { focus: { dialog: 'support-confirmation', page: 'start', pending: null } });
}

function startProgramme(view: View): Move {
  const { application } = view;
  const starts = application && startOf(view.scheme, application.snapshot.context);
  if (!application) return notPossible(view, supportContent.notReturnedYet(view.scheme));
  if (starts && starts > view.today) return { say: () => supportContent.notStartedYet(starts) };
  return inFocus(view, { events: [{ type: 'programme.started' }], focus: to('support-confirmation') });
}
