import { asks } from '../place.js';
import type { Commands, Move, View } from '../conversation.js';
import { type Form, partsNow } from '../cards/form.js';
import { answersOf, button, byLabel } from '../words.js';
import { applicable } from '../../workflows/question-rules.js';
import * as applicationsContent from '../applications/content.js';
import {
  carryOn,
  filling,
  hasDocuments,
  inFocus,
  notPossible,
  stateIs,
  to,
  withCurrent,
} from '../current.js';
import { blockers, formQuestions } from '../../workflows/expression-of-interest-rules.js';
import { changeAnswer, recordSent, sentDays } from './dialog.js';
import {
  changeRow,
  changeTrainees,
  recordReturned,
  returnedDays,
  supportLinks,
} from '../support-confirmation/dialog.js';
import * as content from '../content.js';
import { dialogOf } from '../applications/rules.js';
import { documentLinks, linkLines, howToSend } from './send.js';
import { rowAnswer } from '../rounds/words.js';
import * as formContent from './content.js';
import { hasTag, is, stateOf } from '../../workflows/application.js';
import { normalise } from '../understanding/text.js';
import { readAnswer } from '../understanding/answers.js';
import { supportBlockers } from '../../workflows/support-rules.js';
import * as supportContent from '../support-confirmation/content.js';
import { windowOf } from '../rounds/dialog.js';

/** Checking and changing answers, the documents, and sending, of either form. */

export const commands = {
  'check-answers': (view) => checkAnswers(withCurrent(view, filling)),
  'confirm-answers': (view) => ({
    events: [{ type: 'answers.confirmed', date: view.today, time: view.time }],
  }),
  missing: answerMissing,
  change: (view, { rest }) => change(withCurrent(view, filling), rest),
  documents,
  sent: (view, { rest }) => sent(view, rest),
  'send-it': sendIt,
} satisfies Commands;

interface Named {
  readonly id: string;
  readonly label: string;
}

function checkAnswers(view: View): Move {
  const { application } = view;
  if (!application) return { say: () => applicationsContent.noApplication };
  const focus = to(dialogOf(application));
  if (stateIs(view, 'checkingAnswers')) return inFocus(view, { focus, again: true });
  const missing = blockers(view.scheme, application.snapshot.context);
  return inFocus(view, {
    focus,
    say: () => formContent.check(view.scheme, application, missing, windowOf(view, view.scheme)),
    alone: true,
    buttons: [button('Carry on', 'continue'), button('Change an answer', 'change')],
  });
}

function change(view: View, rest: string): Move {
  const { application } = view;
  if (!application) return { say: () => applicationsContent.noApplication };
  const parts = partsNow(view);
  const [only] = parts;
  const part = parts.find(({ title }) => normalise(rest) === normalise(title));
  if (part) return inFocus(view, { part: part.name });
  if (rest === '' && only && parts.length > 1) return choosePart(view, parts);
  if (stateIs(view, 'confirmingSupport')) {
    if (/^(?:number of )?trainees$|^how many/.test(normalise(rest)))
      return inFocus(view, changeTrainees(view));
    return changeRow(view, rest) ?? { say: () => formContent.whichChange([rowAnswer(view.scheme)]) };
  }
  const state = stateOf(application.snapshot.value);
  const inEligibility = hasTag(state, 'isCheckingEligibility');
  const answers = answersOf(application, view.scheme);
  const wanted = normalise(rest).replace(/^(?:my|our|the) /, '');
  if (inEligibility) {
    const questions = applicable(view.scheme.eligibility.questions, answers);
    const found = byLabel(questions, wanted);
    return found.length === 1 && found[0]
      ? inFocus(view, { focus: { ...to('eligibility'), ...asks(`eligibility:${found[0].id}`) } })
      : chooseChange(view, found, questions, wanted);
  }
  const questions = applicable(formQuestions(view.scheme), answers);
  const found = byLabel(questions, wanted);
  return found.length === 1 && found[0]
    ? changeAnswer(view, application, found[0])
    : chooseChange(view, found, questions, wanted);
}

/** Which part is to be changed: its card then has all of it. */
function choosePart(view: View, parts: readonly Form[]): Move {
  const options = parts.map(({ title }) => ({ value: title, label: title, also: [] }));
  const ask = formContent.whichPart(example(view));
  return inFocus(view, { focus: { pending: { kind: 'choose', command: 'change', options, ask } } });
}

/** Something that can be named straight away. */
function example(view: View): string {
  if (stateIs(view, 'confirmingSupport')) return rowAnswer(view.scheme);
  return filling(stateOf(view.application?.snapshot.value)) &&
    partsNow(view).some(({ name }) => name.startsWith('section:'))
    ? formContent.changeable(view.scheme)
    : (view.scheme.eligibility.questions[0]?.label.toLowerCase() ?? '');
}

/** Which of those that were found, or else of all that there are now. */
function chooseChange(view: View, found: readonly Named[], all: readonly Named[], wanted: string): Move {
  const questions = found.length > 0 ? found : all;
  const options = questions.map(({ id, label }) => ({ value: id, label, also: [] }));
  const ask = formContent.whichChange(questions.map(({ label }) => label));
  return inFocus(view, {
    focus: { pending: { kind: 'choose', command: 'change', options, ask } },
    ...(found.length === 0 && wanted !== '' ? { say: () => formContent.noSuchAnswer(wanted) } : {}),
  });
}

function answerMissing(view: View): Move {
  const { application } = view;
  if (!application || is(application, 'hasNoForm')) return carryOn(view);
  if (stateIs(view, 'confirmingSupport')) {
    const [first] = supportBlockers(view.scheme, application.snapshot.context.support.rows);
    return first?.blocker.kind === 'question'
      ? {
          focus: {
            ...to('support-confirmation'),
            ...asks(`support:${first.row}:${first.blocker.question.id}`),
          },
        }
      : {};
  }
  if (!filling(stateOf(application.snapshot.value))) return carryOn(view);
  const first = blockers(view.scheme, application.snapshot.context).find(({ kind }) => kind === 'question');
  return first?.kind === 'question' ? changeAnswer(view, application, first.question) : checkAnswers(view);
}

function documents(view: View): Move {
  const { application } = withCurrent(view, hasDocuments);
  if (!application || !hasDocuments(stateOf(application.snapshot.value)))
    return { say: () => content.noDocuments };
  const eoi = documentLinks(view, application);
  const rows = application.snapshot.context.support.rows.length > 0;
  const support = rows ? supportLinks(view, application) : { links: [], buttons: [] };
  const shown = rows ? [...support.buttons, ...eoi.buttons] : eoi.buttons;
  return {
    links: [...eoi.links, ...support.links],
    say: () => `${formContent.documents}\n${linkLines(shown)}`,
    alone: true,
    buttons: [...shown, button('Carry on', 'continue')],
  };
}

function sent(view: View, rest: string): Move {
  const current = withCurrent(view, (state) => hasTag(state, 'isToBeSent'));
  const { application } = current;
  if (!application)
    return notPossible(view, applicationsContent.nothingToSend(view.application, view.scheme));
  const isForm = stateIs(current, 'readyToSend');
  const focus = to(dialogOf(application));
  const isOpenRow =
    !isForm && supportBlockers(current.scheme, application.snapshot.context.support.rows).length > 0;
  if (isOpenRow) return inFocus(current, { focus, say: () => content.rowsFirst });
  const days = isForm ? sentDays(current, application) : returnedDays(current, application);
  const reading = rest ? readAnswer(days, rest, view.today) : undefined;
  if (reading?.kind !== 'value') {
    const ask = isForm ? formContent.askSentDate : supportContent.askReturnedDate;
    return inFocus(current, {
      focus,
      say: () => (reading?.kind === 'again' ? `${reading.say}\n\n${ask}` : ask),
      alone: true,
      buttons: days.notBefore === view.today ? [button('Today')] : [button('Today'), button('Yesterday')],
    });
  }
  const record = isForm ? recordSent : recordReturned;
  return inFocus(current, record(current, application, String(reading.value)));
}

/** "Send it", where something waits to be sent: the person does it. */
function sendIt(view: View): Move {
  const current = withCurrent(view, (state) => hasTag(state, 'isToBeSent'));
  const { application } = current;
  if (!application || !is(application, 'isToBeSent'))
    return notPossible(view, applicationsContent.nothingToSend(view.application, view.scheme));
  if (stateIs(current, 'readyToSend'))
    return inFocus(current, { focus: to('expression-of-interest'), ...howToSend(current, application) });
  const isOpenRow = supportBlockers(current.scheme, application.snapshot.context.support.rows).length > 0;
  const say = () => (isOpenRow ? content.rowsFirst : formContent.cannotSend(current.scheme));
  return inFocus(current, { focus: to('support-confirmation'), say });
}
