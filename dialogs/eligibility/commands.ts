import type { Commands, Move, View } from '../conversation.js';
import { beforeSending, beginFirst, inFocus, stateIs, to, withCurrent } from '../current.js';
import { button } from '../words.js';
import { carriedOver, startForm } from '../expression-of-interest/start.js';
import * as eligibilityContent from './content.js';
import { eligibilityDraft } from './dialog.js';
import { emailToCopy, isByPage } from '../expression-of-interest/send.js';
import { eoiLetter, supportLetter } from '../documents/letters.js';
import { openApplication } from '../applications/dialog.js';
import { is, stateOf } from '../../workflows/application.js';

/** Who can apply, and beginning. */

export const commands = {
  eligibility: (view, { said }) => checkEligibility(withCurrent(view, beforeSending), said),
  apply: (view, { said }) => apply(withCurrent(view, beforeSending), said),
  draft: (view) => letterToCopy(view) ?? { say: () => eligibilityDraft(view) || eligibilityContent.noDraft },
} satisfies Commands;

function checkEligibility(view: View, said: string): Move {
  if (!view.application) return beginFirst(view, said);
  return inFocus(view, { focus: to('eligibility'), again: true });
}

function apply(view: View, said: string): Move {
  const { application } = view;
  if (!application) return beginFirst(view, said);
  if (stateIs(view, 'preparing')) {
    const answered = Object.keys(application.snapshot.context.eligibility.context.answers).length > 0;
    if (answered) return inFocus(view, { focus: to('eligibility'), say: () => eligibilityContent.first });
    return inFocus(view, openEligibility(view, application.reference));
  }
  if (!stateIs(view, 'eligible')) return openApplication(view, application.reference);
  return startForm(view, application);
}

/** With what an application before this one has told already. */
function openEligibility(view: View, own: string): Move {
  const { events, from } = carriedOver(view, view.scheme, own);
  return { events, focus: to('eligibility'), say: () => eligibilityContent.opened(from) };
}

/** The email in words, while a form waits to be sent or returned. */
function letterToCopy({ application, scheme }: View): Move | undefined {
  const state = application && stateOf(application.snapshot.value);
  if (!application || !is(application, 'isToBeSent')) return undefined;
  if (isByPage(scheme)) return undefined;
  const letter =
    state === 'readyToSend' ? eoiLetter(application, scheme) : supportLetter(application, scheme);
  return {
    say: () => emailToCopy(letter),
    alone: true,
    buttons: [button('Get the documents', 'documents'), button('Carry on', 'continue')],
  };
}
