import type { Commands, Move, View } from '../conversation.js';
import { type StateName, hasTag, stateOf } from '../../workflows/application.js';
import { aboutRound, inFocus, stateIs, to, withCurrent } from '../current.js';
import { changeAnswer } from '../expression-of-interest/dialog.js';
import * as content from '../content.js';
import { formQuestions } from '../../workflows/expression-of-interest-rules.js';
import { showUniversities } from './dialog.js';

/** The universities, and another one instead. */

export const commands = {
  universities: (view, { said }) =>
    /\b(?:change|switch|different|another|other|swap)\b/.test(said)
      ? changeUniversity(withCurrent(view, mayChangeUniversity))
      : aboutRound(view, said, showUniversities),
} satisfies Commands;

/** Before sending, the university is an answer like any other; afterwards the first one is told. */
function changeUniversity(view: View): Move {
  const { application } = view;
  const question = formQuestions(view.scheme).find(({ type }) => type === 'university');
  if (stateIs(view, 'awaitingDecision'))
    return view.scheme.sendTo.to === 'university'
      ? inFocus(view, { focus: to('university-choice') })
      : { say: () => content.staysAsSent };
  if (!application || !question || !mayChangeUniversity(stateOf(application.snapshot.value)))
    return showUniversities();
  return changeAnswer(view, application, question);
}

function mayChangeUniversity(state: StateName): boolean {
  return hasTag(state, 'mayChangeUniversity');
}
