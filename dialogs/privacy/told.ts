import { theConfirmation } from '../rounds/words.js';
import { rowQuestions } from '../../workflows/fields.js';
import type { HistoryEntry } from '../../workflows/application.js';
import type { ApplicationEvent, FormEvent } from '../../workflows/application-events.js';
import { londonDate, londonTime, sayDate } from '../../workflows/dates.js';
import { formQuestions } from '../../workflows/expression-of-interest-rules.js';
import type { NudgeRule } from '../../workflows/nudge-rules.js';
import type { Question, Scheme } from '../../workflows/scheme.js';
import { status } from '../readiness/content.js';
import { plural, sayAnswer } from '../words.js';

/** What happened, as a person would tell it: for the data that somebody asks to read. */

/** `person`: whose data it is, so that the others are told from them. */
export function entryLine(scheme: Scheme, { at, by, event }: HistoryEntry, person: string): string {
  const who = by === person ? 'you' : 'a colleague';
  return `${moment(at)}, ${who}: ${told(scheme, event)}`;
}

export function moment(instant: string): string {
  return `${sayDate(londonDate(instant))}, ${londonTime(instant)}`;
}

function told(scheme: Scheme, event: ApplicationEvent): string {
  const check = (id: string) => scheme.readiness.checks.find((one) => one.id === id)?.title ?? 'a check';
  const asked = (id: string) => scheme.eligibility.questions.find((one) => one.id === id);
  const university = (id: string) => scheme.universities.find((one) => one.id === id)?.name ?? 'a university';
  const inForm = (id: string) => formQuestions(scheme).find((one) => one.id === id)?.label ?? 'a question';
  switch (event.type) {
    case 'readiness.started':
      return `went through ${plural(event.checks.length, 'check')}`;
    case 'readiness.asked':
      return `looked again at the check “${check(event.check)}”`;
    case 'readiness.answered':
      return `said of the check “${check(event.check)}”: ${status({ status: event.status, on: event.on })}`;
    case 'readiness.detailed':
      return event.who || event.by
        ? `said who or by when: ${[event.who, event.by && sayDate(event.by)].filter(Boolean).join(', ')}`
        : 'named nobody for it';
    case 'eligibility.answered': {
      const question = asked(event.question);
      const option = question?.options.find(({ value }) => value === event.value);
      return `answered “${question?.label ?? 'a question'}”: ${option?.label ?? event.value}`;
    }
    case 'eligibility.asked':
      return `looked again at “${asked(event.question)?.label ?? 'a question'}”`;
    case 'form.answered':
    case 'form.asked':
    case 'form.parked':
    case 'form.renewed':
    case 'form.resumed':
      return inQuestions(scheme, formQuestions(scheme), event);
    case 'support.row':
      return `for trainee ${event.row + 1}, ${inQuestions(scheme, rowQuestions(scheme), event.event)}`;
    case 'form.started':
      return 'started the form';
    case 'answers.confirmed':
      return 'confirmed the answers';
    case 'declaration.accepted':
      return 'accepted the protocols and the declaration';
    case 'eoi.sent':
      return `sent the form, on ${sayDate(event.on)}`;
    case 'university.changed':
      return `changed the university to ${university(event.university)}`;
    case 'decision.received':
      return event.result === 'funded'
        ? `noted the decision: funded for ${plural(event.places, 'place')}`
        : 'noted the decision: not funded';
    case 'decision.corrected':
      return 'took the decision back';
    case 'start.moved':
      return `moved the start to ${sayDate(event.starts)}`;
    case 'recruitment.finished':
      return `said that ${plural(event.trainees, 'trainee')} had been chosen${event.reason ? `, because: ${event.reason}` : ''}`;
    case 'support.returned':
      return `returned ${theConfirmation(scheme)}, on ${sayDate(event.on)}`;
    case 'support.reopened':
      return `reopened ${theConfirmation(scheme)}`;
    case 'programme.started':
      return 'said that the programme had started';
    case 'application.withdrawn':
      return `withdrew the application${event.reason ? `, because: ${event.reason}` : ''}`;
    case 'application.reopened':
      return 'reopened the application';
    case 'scheme.moved':
      return `moved the application to version ${event.to} of the scheme`;
    case 'people.invited':
      return event.to === 'invite'
        ? 'made a code to invite a colleague'
        : 'made a code to hand the application over';
    case 'people.uninvited':
      return 'took the codes back';
    case 'people.joined':
      return 'joined';
    case 'people.removed':
      return 'took a colleague out';
    case 'owner.changed':
      return 'took the application over';
    case 'colleague.asked':
      return `asked ${event.to}: ${inForm(event.question)}`;
    case 'colleague.answered':
      return `answered for the owner: ${inForm(event.question)}`;
    case 'turn.undone':
      return 'took back what was done before';
    default:
      return 'changed something';
  }
}

function inQuestions(scheme: Scheme, questions: readonly Question[], event: FormEvent): string {
  if (event.type === 'form.resumed') return 'went on with the form';
  const question = questions.find(({ id }) => id === event.question);
  const label = question?.label ?? 'a question';
  switch (event.type) {
    case 'form.answered':
      return `answered “${label}”: ${question ? sayAnswer(scheme, question, event.value) : String(event.value)}`;
    case 'form.renewed':
      return `confirmed “${label}” again`;
    case 'form.asked':
      return `looked again at “${label}”`;
    case 'form.parked':
      return `left “${label}” for later`;
  }
}

/** What a reminder was about. */
export const reminderNames: Record<NudgeRule, string> = {
  'readiness-idle': 'the readiness checks',
  'form-closing': 'the closing date',
  'form-idle': 'the form',
  'decision-silence': 'the decision',
  'confirmation-ahead': 'the form for each place',
  'confirmation-due': 'the form for each place, on its last day',
  'confirmation-late': 'the form for each place, late',
  'confirmation-overdue': 'somebody’s form for each place, late',
  'stage-ahead': 'a date of the round',
  'date-moved': 'a date of the round that has changed',
  removed: 'an application that you no longer see',
  'owner-unreachable': 'somebody who cannot be reached',
  'colleague-question': 'what you asked a colleague',
  'colleague-answered': 'what a colleague answered',
  'own-reminder': 'a reminder of your own',
};
