import { stateOf, type Application, type StateName } from '../../workflows/application.js';
import { sayDate } from '../../workflows/dates.js';
import type { Stage, StageId } from './stages.js';
import {
  blockers,
  formQuestions,
  startOf,
  universityOf,
} from '../../workflows/expression-of-interest-rules.js';
import type { Scheme } from '../../workflows/scheme.js';
import type { AskedThing, SchemeChange } from '../../workflows/scheme-change.js';
import { anchorsOf } from '../../workflows/support-rules.js';
import { confirmationDue } from '../rounds/due.js';
import { eligibilityGrade } from '../../workflows/eligibility-rules.js';
import { lastDay } from '../../workflows/window-rules.js';
import { rowStage } from '../../workflows/fields.js';
import {
  confirmationName,
  declarationName,
  recipientOf,
  sayMoment,
  theConfirmation,
  theRecipient,
} from '../rounds/words.js';
import { quoted } from '../understanding/text.js';
import {
  aboutMinutes,
  answersOf,
  capital,
  plural,
  progressOf,
  sayAnswer,
  theUniversity,
  titleOf,
} from '../words.js';

/** Every word about a person's applications. */

export const names: Record<StateName, string> = {
  preparing: 'getting ready',
  eligible: 'eligible, form not started',
  ineligible: 'not eligible as answered',
  reviewing: 'eligibility being checked again',
  completingForm: 'form being filled in',
  checkingAnswers: 'answers to check',
  declaring: 'protocols and declaration',
  readyToSend: 'ready to send',
  awaitingDecision: 'waiting for the decision',
  unsuccessful: 'not funded',
  recruiting: 'funded, recruiting',
  confirmingSupport: 'form for each place being filled in',
  supportConfirmed: 'form for each place returned',
  started: 'programme started',
  withdrawn: 'withdrawn',
};

/** One line: what it is, where it stands. */
/** The state as this scheme's words have it. */
export function nameOf(state: StateName, scheme: Scheme, application?: Application): string {
  switch (state) {
    case 'confirmingSupport':
      return `${confirmationName(scheme)} being filled in`;
    case 'supportConfirmed':
      return `${confirmationName(scheme)} returned`;
    case 'ineligible':
      return application && isSignposted(application, scheme) ? 'you apply elsewhere' : names[state];
    default:
      return names[state];
  }
}

function isSignposted({ snapshot }: Application, { eligibility }: Scheme): boolean {
  return eligibilityGrade(eligibility.questions, snapshot.context.eligibility.context.answers) === 'signpost';
}

export function describe(application: Application, scheme: Scheme, today: string): string {
  const state = stateOf(application.snapshot.value);
  return `**${application.reference}** · ${quoted(titleOf(application, scheme))} · ${nameOf(state, scheme, application)}. ${nextLine(application, scheme, today)}`;
}

/** What is next and by when; a start is a day, everything else is to be done by one. */
export function nextLine(application: Application, scheme: Scheme, today: string): string {
  const { next, by } = nextStep(application, scheme);
  const state = stateOf(application.snapshot.value);
  const preposition = state === 'supportConfirmed' ? 'on' : 'by';
  const when = by ? ` ${preposition} ${sayDate(by)}${by < today ? ' (that day has passed)' : ''}` : '';
  return `Next: ${next}${when}.`;
}

export function stageName(id: StageId, scheme: Scheme): string {
  return id === 'support' ? confirmationName(scheme) : stageNames[id];
}

const stageNames: Record<Exclude<StageId, 'support'>, string> = {
  checks: 'Checks',
  form: 'Form',
  send: 'Sending',
  decision: 'Decision',
  start: 'Start',
};

/** Said by their shape too, for whoever sees no colours. */
export const stageMarks: Record<Stage['how'], string> = { done: '✓', now: '●', late: '●', ahead: '○' };
export const noDate = '–';

export function stageDate({ id, how, date }: Stage): string {
  if (how === 'done') return date ? shortDate(date) : 'done';
  const day = date ? `${id === 'start' ? '' : 'by '}${shortDate(date)}` : '';
  if (how === 'late') return `late: ${day}`;
  return how === 'now' ? ['now', day].filter(Boolean).join(', ') : day;
}

export function stageWords(stage: Stage, scheme: Scheme): string {
  const { id, how } = stage;
  const when = stageDate(stage);
  return `${stageMarks[how]} ${stageName(id, scheme)}${when ? `: ${when}` : ''}`;
}

/** "4 January 2027": a line has no room for the day of the week. */
function shortDate(date: string): string {
  return sayDate(date).replace(/^\S+ /, '');
}

export function filledSoFar(done: number, of: number): string {
  return `${done} of ${of} answers filled in.`;
}

export function peopleLine(others: readonly string[], asked: readonly string[]): string {
  return [
    others.length > 0 ? `Also in it: ${others.join(', ')}.` : '',
    asked.length > 0 ? `Asked, no answer yet: ${asked.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What is next, and by when if a day is set. */
export function nextStep(application: Application, scheme: Scheme): { next: string; by?: string } {
  const { context } = application.snapshot;
  const starts = startOf(scheme, context);
  const closing = lastDay(scheme);
  const closes = closing ? { by: closing } : {};
  switch (stateOf(application.snapshot.value)) {
    case 'preparing':
    case 'reviewing':
      return { next: 'answer the eligibility questions', ...closes };
    case 'eligible':
      return { next: 'start the form', ...closes };
    case 'ineligible':
      return { next: 'see why, and whom to ask' };
    case 'completingForm': {
      const { left } = progressOf(application, scheme);
      return { next: `finish the form (${plural(left, 'question')}, ${aboutMinutes(left)})`, ...closes };
    }
    case 'checkingAnswers': {
      const missing = blockers(scheme, context).length;
      return {
        next:
          missing > 0
            ? `settle ${plural(missing, 'open point')}, then declare`
            : 'check your answers and declare',
        ...closes,
      };
    }
    case 'declaring':
      return { next: `accept ${declarationName(scheme)}`, ...closes };
    case 'readyToSend':
      return {
        next: `send it to ${recipientOf(scheme, context.form.context)}, then tell me the date`,
        ...closes,
      };
    case 'awaitingDecision':
      return { next: 'tell me when you hear' };
    case 'unsuccessful':
      return { next: 'copy it into a new application, if you want to try again' };
    case 'recruiting':
    case 'confirmingSupport': {
      if (!rowStage(scheme)) return { next: 'the programme starts', ...(starts ? { by: starts } : {}) };
      const due = confirmationDue(scheme, anchorsOf(scheme, context));
      const next =
        stateOf(application.snapshot.value) === 'recruiting'
          ? `recruit with ${theRecipient(scheme)}, then return ${theConfirmation(scheme)}`
          : `finish and return ${theConfirmation(scheme)}`;
      return { next, ...(due ? { by: due } : {}) };
    }
    case 'supportConfirmed':
      return { next: 'the programme starts', ...(starts ? { by: starts } : {}) };
    case 'started':
      return { next: 'nothing' };
    case 'withdrawn':
      return { next: 'reopen it or copy it, if you want to' };
  }
}

export const listHead = '**Your applications**';

export function list(lines: readonly string[]): string {
  return lines.length === 0
    ? 'You have no applications yet.'
    : `${listHead}\n\n${lines.map((line, i) => `${i + 1}. ${line}`).join('\n')}${lines.length > 1 ? '\n\nSay the number of the one you want.' : ''}`;
}

export function withdrawn(
  application: Application,
  recipient: string | undefined,
  sentOn: string | undefined,
  form: string,
): string {
  const lines = [`**Withdrawn:** ${application.reference}. Nothing is deleted, and you can reopen it.`];
  if (recipient && sentOn) {
    lines.push(
      `The form is with ${recipient}. Send this, so that the place goes to someone else:`,
      `> **Withdrawal of ${form} ${application.reference}**\n>\n> Please withdraw our ${form}, reference ${application.reference}, sent to you on ${sayDate(sentOn)}. Please confirm that you have done so.`,
    );
  }
  return lines.join('\n\n');
}

/** `own`: the other application with its scheme, where the person may know of it. `training`: there is somebody to ask. */
export function sameService(
  service: string,
  own: { readonly application: Application; readonly scheme: Scheme } | undefined,
  training: boolean,
): string {
  const university = own && universityOf(own.scheme, own.application.snapshot.context.form.context);
  const goes = university ? `, and goes to ${theUniversity(university)}` : '';
  const other = own
    ? `Your application **${own.application.reference}** is for ${quoted(service)} too${goes}.`
    : `Someone in your organisation already has an application for ${quoted(service)}.`;
  return `**A caution.** ${other} Two forms for the same service can count against each other. Speak to ${training ? 'your training department' : 'whoever else is applying'} before you send this one.`;
}

export function contacts(scheme: Scheme, training: boolean): string {
  return `**Whom to ask**\n${scheme.contacts
    .filter(({ id }) => training || id !== scheme.fields.trainingDepartment)
    .map(
      ({ name, asks, email, phone }) =>
        `- **${name}**: ${asks}${[email, phone]
          .filter(Boolean)
          .map((c) => ` ${c}`)
          .join('')}`,
    )
    .join('\n')}`;
}

/** Where no round is talked about yet: the first to ask in each. */
export function contactsOfEach(rounds: readonly Scheme[]): string {
  const lines = rounds.slice(0, mostRounds).flatMap(({ name: round, contacts: [first] }) => {
    const where = first?.email ?? first?.phone ?? '';
    return first ? `- **${round}**: ${first.name}${where ? `, ${where}` : ''}` : [];
  });
  return `**Whom to ask**\n${lines.join('\n')}`;
}

/** More than these nobody reads. */
const mostRounds = 8;

export const offerVersion =
  'This round has a newer version of its rules and form. Yours stays as it is unless you want the new one: say **new version** to see what would change.';
export const noNewVersion = 'Your application has the newest version that it can have.';

/** What moving to a newer version would change, before it is done. */
export function newVersion(
  from: Scheme,
  to: Scheme,
  application: Application,
  { again, added, gone }: SchemeChange,
): string {
  const answers = answersOf(application, from);
  const was = ({ kind, id, label }: AskedThing) => {
    const question = kind === 'form' ? formQuestions(from).find((one) => one.id === id) : undefined;
    return question ? `${label} (you said: ${quoted(sayAnswer(from, question, answers[id]))})` : label;
  };
  const named = (asked: readonly AskedThing[]) => asked.map(({ label }) => label).join(', ');
  const lines = [
    again.length > 0
      ? `- Asked again, because it has changed:\n${again.map((one) => `  - ${was(one)}`).join('\n')}`
      : '',
    added.length > 0 ? `- New: ${named(added)}` : '',
    gone.length > 0 ? `- Asked no longer: ${named(gone)}` : '',
    closingOf(from) === closingOf(to) ? '' : `- ${closingOf(to)}`,
  ].filter(Boolean);
  return [
    `**Version ${to.version} of this round.** You have version ${from.version}.`,
    lines.length > 0 ? lines.join('\n') : 'None of your answers has to be given again.',
    'All your other answers come along. Shall I move your application to it? Say **yes** or **no**.',
  ].join('\n\n');
}

function closingOf({ closes }: Scheme): string {
  if (!closes) return 'It has no closing date';
  return `It closes on ${sayMoment({ on: closes.on, at: closes.at?.slice(0, 5) })}`;
}

export function movedTo({ version }: Scheme): string {
  return `Your application is now on version ${version}. Your other answers are kept.`;
}

export const copied = (from: string): string =>
  `I copied ${from}. Check that each answer still holds. The readiness checks come with their dates.`;
export const nothingToCopy = 'There is no application to copy yet.';
/** "Sent today" where nothing waits to be sent or returned. */
export function nothingToSend(application: Application | undefined, scheme: Scheme): string {
  const { returned, sent } = application?.snapshot.context ?? {};
  const last = sent?.at(-1);
  if (returned) return `${capital(theConfirmation(scheme))} is down as returned on ${sayDate(returned.on)}.`;
  if (!application || !last)
    return 'Not yet: a form is sent after its protocols and declaration are accepted.';
  const chosen = scheme.universities.find(({ id }) => id === last.university);
  const recipient = chosen ? theUniversity(chosen) : theRecipient(scheme);
  return `The form is down as sent to ${recipient} on ${sayDate(last.on)}.`;
}

export const nothingToReopen =
  'There is nothing to reopen. That is for an application that was withdrawn, decided, or confirmed.';
export const noApplication = 'You have no application yet.';
