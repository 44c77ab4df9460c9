import { theConfirmation, theRecipient } from '../rounds/words.js';
import { fieldOf, rowQuestions } from '../../workflows/fields.js';
import { stateOf, type Application, type StateName } from '../../workflows/application.js';
import type { ApplicationEvent, FormEvent } from '../../workflows/application-events.js';
import { sayDate } from '../../workflows/dates.js';
import { allAnswers } from '../../workflows/expression-of-interest.machine.js';
import { formQuestions } from '../../workflows/expression-of-interest-rules.js';
import { turnsOf, type Turn } from '../../workflows/history.js';
import type { Question, Scheme } from '../../workflows/scheme.js';
import type { View } from '../conversation.js';
import { statuses } from '../readiness/content.js';
import { nameOf } from '../sharing/content.js';
import { quoted } from '../understanding/text.js';
import { capital, plural, sayAnswer, theUniversity } from '../words.js';

/** Every word about taking back what was recorded. */

/** What an event recorded, as part of a sentence: “the decision (funded for 2)”, “Site postcode (M13 9WL)”. */
export function sayEvent(
  view: Pick<View, 'schemeOf'>,
  application: Application,
  event: ApplicationEvent,
): string {
  const scheme = view.schemeOf(application);
  switch (event.type) {
    case 'readiness.answered':
      return `${checkOf(scheme, event.check)} (${statusOf(event.status)})`;
    case 'readiness.detailed':
      return `who or when for ${event.check ? checkOf(scheme, event.check) : 'a check'}`;
    case 'eligibility.answered': {
      const question = scheme.eligibility.questions.find(({ id }) => id === event.question);
      const option = question?.options.find(({ value }) => value === event.value);
      return `${question?.label ?? event.question} (${quoted(option?.label ?? String(event.value))})`;
    }
    case 'form.answered':
    case 'form.parked':
      return sayFormEvent(scheme, formQuestions(scheme), event);
    case 'support.row': {
      const known = application.snapshot.context.support.rows[event.row];
      const name = known && fieldOf(scheme, 'trainee', allAnswers(known.context));
      const trainee = name === undefined ? `trainee ${event.row + 1}` : quoted(String(name));
      return `${trainee}, ${sayFormEvent(scheme, rowQuestions(scheme), event.event)}`;
    }
    case 'form.started':
      return 'the start of the form';
    case 'form.resumed':
      return 'the way back to the answers';
    case 'answers.confirmed':
      return 'that the answers are right';
    case 'declaration.accepted':
      return 'the declaration';
    case 'eoi.sent':
      return `that the form was sent on ${sayDate(event.on)}`;
    case 'university.changed':
      return `the change to ${theUniversity(scheme.universities.find(({ id }) => id === event.university))}`;
    case 'decision.received':
      return `the decision (${event.result === 'funded' ? `funded for ${event.places}` : 'not funded'})`;
    case 'decision.corrected':
      return 'that the decision was wrong';
    case 'start.moved':
      return `the start on ${sayDate(event.starts)}`;
    case 'recruitment.finished':
      return `${plural(event.trainees, 'trainee')} recruited`;
    case 'support.returned':
      return `that ${theConfirmation(scheme)} was returned on ${sayDate(event.on)}`;
    case 'support.reopened':
      return `the reopening of ${theConfirmation(scheme)}`;
    case 'programme.started':
      return 'that the programme has started';
    case 'application.withdrawn':
      return 'the withdrawal';
    case 'application.reopened':
      return 'the reopening';
    case 'scheme.moved':
      return `the move to version ${event.to}`;
    case 'colleague.proposed': {
      const { question, value } = event;
      const answer = sayFormEvent(scheme, formQuestions(scheme), { type: 'form.answered', question, value });
      return `what ${quoted(event.name ?? 'a colleague')} proposed for ${answer}`;
    }
    case 'colleague.asked':
      return `what ${quoted(event.to)} was asked`;
    case 'turn.undone':
      return `the undoing of ${sayTurns(view, application, event.turns)}`;
    default:
      return '';
  }
}

/** What one turn recorded. */
export function sayTurn(view: Pick<View, 'schemeOf'>, application: Application, { events }: Turn): string {
  const [first, ...rest] = events;
  // A colleague's answer is the answer; what was put off to ask somebody is the asking.
  const told = first?.type === 'form.parked' && rest.length > 0 ? rest : events;
  return inList([...new Set(told.map((event) => sayEvent(view, application, event)).filter(Boolean))]);
}

function sayTurns(view: Pick<View, 'schemeOf'>, application: Application, ids: readonly number[]): string {
  return inList(
    turnsOf(application.history)
      .filter(({ id }) => ids.includes(id))
      .map((turn) => sayTurn(view, application, turn)),
  );
}

/** Of more than a few, the first ones and how many more. */
function inList(parts: readonly string[]): string {
  const shown = parts.length > mostNamed ? parts.slice(0, mostNamed - 1) : parts;
  const more = parts.length - shown.length;
  const named = more > 0 ? [...shown, `${more} more`] : shown;
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

const mostNamed = 5;

function sayFormEvent(scheme: Scheme, questions: readonly Question[], event: FormEvent): string {
  if (event.type === 'form.resumed') return '';
  const question = questions.find(({ id }) => id === event.question);
  const label = question?.label ?? event.question;
  if (!('value' in event) || !question) return `${label} (put off)`;
  const said = quoted(sayAnswer(scheme, question, event.value));
  return `${label} (${said.length > 80 ? `${said.slice(0, 79).trimEnd()}…` : said})`;
}

function checkOf({ readiness }: Scheme, check: string): string {
  return readiness.checks.find(({ id }) => id === check)?.title ?? check;
}

function statusOf(status: string): string {
  return statuses.find(({ value }) => value === status)?.label.toLowerCase() ?? status;
}

export const undoTitle = 'Undo';
export const redoTitle = 'Put it back';
export const nothing = 'There is nothing of yours to undo.';
export const nothingToRedo = 'Nothing was undone, so there is nothing to put back.';
export const notYours = 'I cannot find that in an application of yours. Nothing was changed.';
export const decisionCorrected =
  'I have taken that decision back. The application is waiting again. What you put down about the trainees is kept.';

export const undone = (what: string): string => `**Undone:** ${what}.`;
export const putBack = (what: string): string => `**Put back:** ${what.replace(/^the undoing of /, '')}.`;
export const already = (what: string): string =>
  `That is undone already: ${what}. Say **redo** to put it back.`;
export const cannot = (what: string): string =>
  `I cannot take that back exactly as it was: ${what}. Something after it rests on it, or it was put down by an earlier version of me. Nothing was changed. Say **change** to put an answer right.`;
export const sayAll = (parts: readonly string[]): string => inList(parts);

const missing = {
  decision: 'decision',
  sent: 'sending',
  declaration: 'declaration',
  recruited: 'recruiting',
  returned: 'returned form for each place',
  started: 'start of a programme',
  withdrawal: 'withdrawal',
} as const;
export const noSuch = (about: keyof typeof missing): string =>
  `I have no ${missing[about]} down, so there is none to undo.`;

/** `by`: somebody else who did it; `also`: what means nothing without it. */
export function sure(what: string, by: string | undefined, also: readonly string[]): string {
  return [
    by ? `That was ${by === 'you' ? 'yours' : `${by}’s`}: ${what}.` : '',
    also.length > 0 ? `If ${by ? 'it' : what} goes, this goes with it: ${inList(also)}.` : '',
    'Shall I take it back? Say **yes** or **no**.',
  ]
    .filter(Boolean)
    .join(' ');
}
export const whose = (who: string): string =>
  `${capital(who)} has put something down since you did. Which shall I undo?`;
export const mine = (what: string): string => `Mine: ${what}`;
export const theirs = (who: string, what: string): string => `${capital(who)}’s: ${what}`;

/** Who may see an application is not changed by a word that may mean anything. */
export function aboutPeople(
  view: View,
  { application, turn }: { application: Application; turn: Turn },
): string {
  const ways = turn.events.flatMap((event): string[] => {
    switch (event.type) {
      case 'people.invited':
        return ['You made a code. To take it back, say **take back the codes**.'];
      case 'people.uninvited':
        return ['The codes are gone. To make a new one, say **invite**.'];
      case 'people.joined':
        return ['You joined by a code, and it is used up. To leave, say **remove me**.'];
      case 'people.removed':
        return [
          `${capital(nameOf(view, application, event.person))} was removed. To let them in again, say **invite**.`,
        ];
      case 'owner.changed':
        return ['The application has changed hands. To give it back, say **hand over**.'];
      default:
        return [];
    }
  });
  return `The last thing was about who can see **${application.reference}**, and that I do not undo. ${ways.join(' ')}`;
}

/** Where it stands, when that has changed. */
export function standsAt(before: Application, after: Application, scheme: Scheme): string {
  const [was, is] = [before, after].map(({ snapshot }) => stateOf(snapshot.value));
  if (was === is || !is) return '';
  return stands[is].replace('The form for each place', capital(theConfirmation(scheme)));
}

const stands: Readonly<Record<StateName, string>> = {
  preparing: 'You are getting ready again.',
  eligible: 'You can start the form again.',
  ineligible: 'As answered now, you cannot apply.',
  reviewing: 'The eligibility questions are open again.',
  completingForm: 'The form is open again.',
  checkingAnswers: 'Your answers are open to check again.',
  declaring: 'The declaration is open again.',
  readyToSend: 'The form is ready to send again.',
  awaitingDecision: 'You are waiting for the decision again.',
  unsuccessful: 'It is down as not funded again.',
  recruiting: 'You are recruiting again.',
  confirmingSupport: 'The form for each place is open again.',
  supportConfirmed: 'The form for each place is down as returned again.',
  started: 'The programme is down as started again.',
  withdrawn: 'It is withdrawn again.',
};

/** What cannot be taken back by me, because it happened outside. */
export function outside(
  view: Pick<View, 'schemeOf'>,
  application: Application,
  events: readonly ApplicationEvent[],
): string[] {
  const { sent } = application.snapshot.context;
  const scheme = view.schemeOf(application);
  const university = (id: string | null | undefined) => {
    const chosen = scheme.universities.find((one) => one.id === id);
    return chosen ? theUniversity(chosen) : theRecipient(scheme);
  };
  return events.flatMap((event): string[] => {
    switch (event.type) {
      case 'declaration.accepted':
        return ['Documents that you have fetched since say that it was declared: do not send those.'];
      case 'eoi.sent':
        return [`If the form did leave, ${university(sent.at(-1)?.university)} has it: ring them.`];
      case 'support.returned':
        return [`If the form did leave, ${theRecipient(scheme)} has it: ring them.`];
      case 'application.withdrawn':
        return sent.length > 0
          ? [
              `If you have told ${university(sent.at(-1)?.university)} that you withdraw, tell them that you do not.`,
            ]
          : [];
      case 'university.changed':
        return [`If you have withdrawn it from ${university(sent.at(-1)?.university)}, ring them.`];
      case 'colleague.asked':
        return [`The code for ${quoted(event.to)} opens nothing now.`];
      case 'colleague.answered':
        return [
          'They have been thanked for it, and their code is used up. To ask again, say **ask a colleague**.',
        ];
      default:
        return [];
    }
  });
}
