import { startOf } from '../../workflows/expression-of-interest-rules.js';
import { stateOf, type Application } from '../../workflows/application.js';
import { daysBetween, sayDate, saySoon } from '../../workflows/dates.js';
import { allAnswers, type FormPart } from '../../workflows/expression-of-interest.machine.js';
import { applicable } from '../../workflows/question-rules.js';
import type { Answer, Question, Scheme } from '../../workflows/scheme.js';
import { roleOf, rowQuestions, rowStage } from '../../workflows/fields.js';
import { anchorsOf, isLate, openStages, type RowBlocker } from '../../workflows/support-rules.js';
import { confirmationDue, stageDue } from '../rounds/due.js';
import {
  confirmationName,
  dueRule,
  formName,
  rowAnswer,
  theConfirmation,
  theRecipient,
} from '../rounds/words.js';
import { quoted } from '../understanding/text.js';
import { answersOf, capital, joined, keepIt, plural, sayAnswer } from '../words.js';

/** Every word about recruiting and the form for each place. */

/** The due date and how near it is; past it, the plain truth. */
export function due(scheme: Scheme, context: Application['snapshot']['context'], today: string): string {
  const stage = rowStage(scheme);
  const anchors = anchorsOf(scheme, context);
  const on = confirmationDue(scheme, anchors);
  if (!stage || on === null) return '';
  const left = daysBetween(today, on);
  const rule = dueRule(stage, anchors);
  const form = theConfirmation(scheme);
  const recipient = theRecipient(scheme);
  if (left < 0) {
    return `**${capital(form)} was due on ${sayDate(on)}, ${plural(-left, 'day')} ago.** It is late, but late is not always lost. Ring ${recipient} at once and ask whether the places can be kept. Then return it today.`;
  }
  if (left === 0) return `**${capital(form)} is due today, ${sayDate(on)}** (${rule}). Return it today.`;
  return `${capital(form)} is due on **${sayDate(on)}**, ${saySoon(on, today)} (${rule}).`;
}

/** What comes after sending, beside the form for each place: who, when and what. */
export function stages(scheme: Scheme, application: Application, today: string): string {
  const { context } = application.snapshot;
  const anchors = anchorsOf(scheme, context);
  const lines = openStages(scheme, stateOf(application.snapshot.value), context).map((stage) => {
    const on = stageDue(stage, anchors);
    const when = on ? `, ${sayDate(on)}${on < today ? ' (that day has passed)' : ''}` : '';
    return `- **${stage.title}**${when}. ${stage.who}.${stage.does ? ` ${stage.does}` : ''}`;
  });
  return lines.length === 0 ? '' : `**What comes next**\n${lines.join('\n')}`;
}

/** A round that asks for no number has one place each, and says nothing of it. */
function asksPlaces({ fields }: Pick<Scheme, 'fields'>): boolean {
  return fields.places !== undefined;
}

export function recruiting(scheme: Scheme, application: Application, today: string): string {
  const { decision } = application.snapshot.context;
  const starts = startOf(scheme, application.snapshot.context);
  const stage = rowStage(scheme);
  if (!stage)
    return [
      asksPlaces(scheme) ? `**You have ${plural(decision?.places ?? 0, 'place')}.**` : '',
      stages(scheme, application, today),
      starts ? `The programme starts on ${sayDate(starts)}.` : '',
      'Tell me when it has begun: say **the programme has started**.',
    ]
      .filter(Boolean)
      .join('\n\n');
  return [
    `**Next: recruit your trainees** (${plural(decision?.places ?? 0, 'place')}).`,
    roleOf(scheme, answersOf(application, scheme))?.recruiting ?? stage.does ?? '',
    due(scheme, application.snapshot.context, today),
    stages(scheme, application, today),
    'Tell me when the trainees are chosen: say **recruited**.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function howMany(places: number): string {
  return `How many trainees have been chosen for the ${plural(places, 'place')}?`;
}

export function whyFewer(trainees: number, places: number): string {
  return `${capital(plural(trainees, 'trainee'))} for ${plural(places, 'place')}. What is the reason? It goes on the form.`;
}

export const onePlace =
  'One place was funded, so there is one trainee. Change the name and the rest with **change trainee**.';
export const whoLeft = 'Which trainee is no longer coming? I will take that row out and keep the others.';
export const leavingLabel = 'No longer coming';

/** `row` counts from 0. */
export function trainee(row: number, name: Answer | undefined): string {
  return `Trainee ${row + 1}${name === undefined ? '' : `: ${name}`}`;
}

export const traineesLabel = 'Trainees chosen';
export const reasonLabel = 'Reason';

export function question(
  one: Question,
  row: number,
  rows: number,
  position: string,
  before: string | undefined,
  now: string | undefined,
  note: string,
): string {
  return [
    `**Trainee ${row + 1} of ${rows}** · ${position}`,
    `**${one.ask}**`,
    one.hint,
    note,
    before ? `Say **same** for the same as trainee ${row}: ${quoted(before)}.` : '',
    now ? keepIt(now) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function kept(scheme: Scheme, one: Question, value: Answer): string {
  return `${one.label}: **${quoted(sayAnswer(scheme, one, value))}**`;
}

/** A row as it is read back, and as it stands in the document. */
export function rowOf(scheme: Scheme, { context }: FormPart): [string, string][] {
  const answers = allAnswers(context);
  return applicable(rowQuestions(scheme), answers).map((one) => [
    one.label,
    answers[one.id] === undefined && context.parked.includes(one.id)
      ? 'Not known yet'
      : sayAnswer(scheme, one, answers[one.id]),
  ]);
}

export function check(
  scheme: Scheme,
  application: Application,
  missing: readonly RowBlocker[],
  today: string,
): string {
  const { support, decision } = application.snapshot.context;
  return [
    `**Check ${theConfirmation(scheme)}**`,
    ...support.rows.map(
      (row, i) =>
        `**Trainee ${i + 1}**\n${rowOf(scheme, row)
          .map(([label, value]) => `- ${label}: ${quoted(value)}`)
          .join('\n')}`,
    ),
    decision && support.trainees !== decision.places
      ? `${capital(plural(support.trainees, 'trainee'))} for ${plural(decision.places, 'place')}, because: ${quoted(support.reason ?? '')}`
      : '',
    missing.length === 0 ? `**You confirm:** ${statement(scheme)}` : '',
    replaced(application) ? `It replaces the one returned on ${sayDate(replaced(application) ?? '')}.` : '',
    missingIn(scheme, missing),
    `To change an answer, say for instance **change ${rowAnswer(scheme)}**.`,
    due(scheme, application.snapshot.context, today),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** After a change, for whoever has seen the whole. */
export function checkAgain(
  scheme: Scheme,
  application: Application,
  missing: readonly RowBlocker[],
  today: string,
): string {
  return joined(missingIn(scheme, missing), due(scheme, application.snapshot.context, today));
}

function missingIn(scheme: Scheme, missing: readonly RowBlocker[]): string {
  return missing.length > 0
    ? `**Before it can be returned:**\n${missing.map(({ row, blocker }) => `- Trainee ${row + 1}: ${blocker.kind === 'question' ? blocker.question.label : ''}`).join('\n')}`
    : `Everything is there. Get the documents, return them to ${theRecipient(scheme)}, then tell me the day: say **returned today**.`;
}

/** What the manager stands for by returning the form. */
export function statement(scheme: Scheme): string {
  return (
    rowStage(scheme)?.statement ??
    `My organisation supports each trainee named here as this form says, and the statements of the ${formName(scheme)} still hold.`
  );
}

/** The day on which an earlier one was returned, which this one takes the place of. */
export function replaced({ snapshot, history }: Application): string | undefined {
  const days = history.flatMap(({ event }) => (event.type === 'support.returned' ? [event.on] : []));
  return days.at(snapshot.context.returned ? -2 : -1);
}

export const parked = 'I have put that one aside. I will list it before the form is returned.';
export const askReturnedDate = 'Which day did you return it?';
export const returnLabel = 'The day you returned it';

export function returned(scheme: Scheme, on: string, dueOn: string | null): string {
  if (dueOn === null) return `Returned on ${sayDate(on)}.`;
  return isLate(dueOn, on)
    ? `Returned on ${sayDate(on)}. **That is late:** it was due on ${sayDate(dueOn)}. Ring ${theRecipient(scheme)} at once and ask whether the places are safe.`
    : `Returned on ${sayDate(on)}, on time. It was due by ${sayDate(dueOn)}.`;
}

export function confirmed(scheme: Scheme, starts: string | null): string {
  return `**${confirmationName(scheme)} returned.** ${starts ? `The programme starts on ${sayDate(starts)}. ` : ''}If a trainee drops out or changes, reopen the form and tell ${theRecipient(scheme)}.`;
}

export const started =
  'The programme has started, and this application is complete. I wish everybody well with it.';
export const notStartedYet = (starts: string): string =>
  `The programme starts on ${sayDate(starts)}. Tell me then.`;

export function askStart(now: string | null, scheme: Scheme): string {
  return `${now ? `The start is down as ${sayDate(now)}. ` : ''}What is the programme’s first day now, as ${theRecipient(scheme)} says?`;
}

/** "Recruited" where no one is being recruited. */
export function notRecruiting(application: Application | undefined, scheme: Scheme): string {
  return application?.snapshot.context.returned
    ? `${capital(theConfirmation(scheme))} is returned already. If a trainee has changed, say **reopen**.`
    : 'Not now: that comes after the places are funded.';
}

export function notReturnedYet(scheme: Scheme): string {
  return `Not now: a programme starts here after ${rowStage(scheme) ? `its ${confirmationName(scheme)} has been returned` : 'its places are funded'}.`;
}
export const notFundedYet = 'The start date can be changed once the places are funded.';
export const startLabel = 'First day of the programme';

export function startMoved(starts: string, dueLine: string): string {
  return `The start is now **${sayDate(starts)}**. ${dueLine}`;
}

export const renamed = (before: string, now: string): string =>
  `${quoted(before)} is down for this place. Is **${quoted(now)}** the same person, with the name put right? Say **yes**, or **no** if it is another trainee.`;
export const samePerson = 'Yes, the same person';
export const otherPerson = 'No, another trainee';
/** What was about the trainee before. */
export const another = (labels: readonly string[]): string =>
  `That is another trainee, so I have cleared what was about the one before: ${labels.join(', ')}. If it is the same person, say **undo**.`;
