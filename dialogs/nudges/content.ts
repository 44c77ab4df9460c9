import { stateOf, type Application } from '../../workflows/application.js';
import { answeredQuestions, openQuestions, type AskedQuestion } from '../../workflows/colleague-rules.js';
import { daysBetween, sayDate, sayMonth, saySoon, type LondonDate } from '../../workflows/dates.js';
import {
  blockers,
  placesWanted,
  type Blocker,
  startOf,
} from '../../workflows/expression-of-interest-rules.js';
import { movedIn } from '../../workflows/moved-dates.js';
import { isNews, type Nudge, type NudgeRule, type PersonMessage } from '../../workflows/nudge-rules.js';
import { gaps } from '../../workflows/readiness-rules.js';
import type { Scheme } from '../../workflows/scheme.js';
import { fieldOf, rowQuestions, rowStage } from '../../workflows/fields.js';
import { anchorsOf, supportBlockers } from '../../workflows/support-rules.js';
import { confirmationDue } from '../rounds/due.js';
import { kept } from '../expression-of-interest/content.js';
import { quoteBlock } from '../readiness/content.js';
import type { Button, Reply } from '../reply.js';
import {
  aForm,
  dueCount,
  formName,
  recipientOf,
  sayMoment,
  teamAt,
  theConfirmation,
  theRecipient,
  declarationName,
} from '../rounds/words.js';
import { quoted } from '../understanding/text.js';
import {
  aboutMinutes,
  answersOf,
  button,
  capital,
  fillDraft,
  plural,
  progressOf,
  titleOf,
} from '../words.js';
import type { SnoozeReading } from './snooze.js';

/** Every word of the nudges: why now, what remains, how long it takes, and what the person can do about it. */

/** A nudge with what it is about, as it stands when it is sent. */
export type NudgeItem = {
  readonly nudge: Nudge;
  /** The person's own words for their reminder. */
  readonly text?: string;
} & (
  | { readonly application: Application; readonly scheme: Scheme }
  /** Only for a reminder of the person's own that is about no application. */
  | { readonly application: undefined; readonly scheme: undefined }
);

/** More than these are counted, not listed: a message must stay short enough to be read. */
const MOST_ITEMS = 10;
/** Of the reminders to come, the next ones are named. */
const MOST_COMING = 5;
const MINUTES = { declare: 2, send: 5, chase: 5, returnForm: 5, remindColleague: 2 } as const;

/** The one message of a day: `items` are what {@link PersonMessage} `says`, in its order. Throws when there are none. */
export function message(items: readonly NudgeItem[], day: PersonMessage['day']): Reply {
  const [first] = items;
  if (!first) throw new Error('A message needs something to say');
  if (items.length === 1)
    return { text: paragraph(first, day), buttons: buttonsFor(first), about: aboutOf(first, day) };
  const shown = items.slice(0, MOST_ITEMS);
  const more = items.length - shown.length;
  const owned = shown.some(({ nudge }) => nudge.to === 'owner');
  const text = [
    `**${capital(plural(items.length, 'reminder'))} for today**, the most pressing first.`,
    ...shown.map((item) => paragraph(item, day)),
    more > 0 ? `And ${plural(more, 'other')}. Say **my applications** to see them all.` : '',
    owned ? `Done one already? Say for instance **already done ${nameOf(first.nudge)}**.` : '',
  ];
  return {
    text: text.filter(Boolean).join('\n\n'),
    buttons: buttonsForSeveral(shown, owned),
    about: `${capital(plural(items.length, 'reminder'))}.`,
  };
}

/** The one line that is left of a message when it has been answered. */
function aboutOf({ nudge, application, scheme, text }: NudgeItem, day: LondonDate): string {
  if (nudge.rule === 'own-reminder') return `You asked me to remind you: ${text ?? 'of this day'}`;
  if (!application) return '';
  return `${namesOf(application, scheme).join(' · ')}: ${headline(nudge, day, scheme)}.`;
}

/** What one nudge says, complete in itself. */
export function paragraph(item: NudgeItem, day: LondonDate): string {
  const { nudge, application, scheme } = item;
  if (nudge.rule === 'own-reminder') return ownReminder(item);
  if (!application) throw new Error(`A nudge ${nudge.rule} needs its application`);
  if (nudge.rule === 'confirmation-overdue') return overdue(application, scheme, nudge.about, day);
  if (nudge.rule === 'removed') return removed(application, nudge.about);
  if (nudge.rule === 'owner-unreachable') return unreachable(application, scheme);
  const { why, remains, minutes, draft } = said({ ...item, application, scheme }, day);
  return [
    `${headOf(application, scheme)}: **${headline(nudge, day, scheme)}.**`,
    `- Why now: ${why}\n- What remains: ${remains}\n- Time: ${minutes}`,
    draft ?? '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

interface Said {
  readonly why: string;
  readonly remains: string;
  readonly minutes: string;
  readonly draft?: string;
}

type ApplicationItem = Extract<NudgeItem, { readonly application: Application }>;

function headline({ rule, about, subject }: Nudge, day: LondonDate, scheme: Scheme): string {
  switch (rule) {
    case 'readiness-idle':
      return 'the readiness checks are not finished';
    case 'form-closing':
      return `forms close ${saySoon(about, day)}`;
    case 'form-idle':
      return 'the form is not sent';
    case 'decision-silence':
      return 'no decision yet';
    case 'confirmation-ahead':
    case 'confirmation-due':
      return `${theConfirmation(scheme)} is due ${saySoon(about, day)}`;
    case 'stage-ahead':
      return `${stageOf(scheme, subject)?.title ?? 'a date'}: ${saySoon(about, day)}`;
    case 'date-moved':
      return 'a date of your round has changed';
    case 'colleague-question':
      return 'a question has no answer yet';
    case 'colleague-answered':
      return 'a colleague has answered';
    case 'confirmation-late':
    case 'confirmation-overdue':
      return `${theConfirmation(scheme)} is overdue`;
    case 'removed':
      return 'you can no longer see it';
    case 'owner-unreachable':
      return 'my reminders do not reach its owner';
    default:
      return 'a reminder';
  }
}

function said(item: ApplicationItem, day: LondonDate): Said {
  const { nudge, application, scheme } = item;
  const { about } = nudge;
  const left = whatIsLeft(application, scheme);
  switch (nudge.rule) {
    case 'readiness-idle':
      return {
        why: `you were last here on ${sayDate(about)}, and the form cannot be sent until every essential check is done.`,
        remains: `${sayChecks(openChecks(application, scheme))}.`,
        minutes: `${aboutMinutes(openChecks(application, scheme).length)} to answer. For each gap I have a draft to send.`,
      };
    case 'form-closing': {
      const at = scheme.closes?.on === about && scheme.closes.at ? ` at ${scheme.closes.at.slice(0, 5)}` : '';
      const early = scheme.mayCloseEarly ? ' It may close earlier.' : '';
      return { why: `the last day for sending it is ${sayDate(about)}${at}.${early}`, ...left };
    }
    case 'form-idle':
      return {
        why: `you were last here on ${sayDate(about)}.${scheme.closes && !scheme.untilFull ? '' : ' Places may be first come, first served.'}`,
        ...left,
      };
    case 'decision-silence':
      return {
        why: `it was sent on ${sayDate(about)}, ${saySoon(about, day)}. It is time to ask.`,
        remains: `send this message to ${teamAt(scheme)}, or tell me what was decided.`,
        minutes: sayMinutes(MINUTES.chase),
        draft: chaserBlock(application, scheme),
      };
    case 'confirmation-late':
      return {
        why: `it was due on ${sayDate(about)}, ${plural(daysBetween(about, day), 'day')} ago. Late is not always lost: ring ${theRecipient(scheme)} today.`,
        ...left,
      };
    case 'confirmation-ahead':
    case 'confirmation-due':
      return { why: whyConfirmation(item, day), ...left };
    case 'date-moved':
      return { why: whatMoved(scheme, nudge.subject), ...left };
    case 'stage-ahead': {
      const stage = stageOf(scheme, nudge.subject);
      return {
        why: `${stage?.title ?? 'this'} is on ${sayDate(about)}.`,
        remains: stage?.does ?? 'see what is asked of you, and tell me when it is done.',
        minutes: sayMinutes(MINUTES.chase),
      };
    }
    case 'colleague-answered':
      return { why: whatWasAnswered(item), ...left };
    default: {
      const asked = askedIn(item);
      return {
        why: `you asked ${quoted(asked.to)} on ${sayDate(about)}: ${asked.question.ask}`,
        remains: 'remind them, ask someone else, or answer it yourself.',
        minutes: sayMinutes(MINUTES.remindColleague),
      };
    }
  }
}

function whatWasAnswered({ nudge, application, scheme }: ApplicationItem): string {
  const answer = answeredQuestions(application, scheme).find(({ id }) => id === nudge.subject);
  if (!answer) throw new Error('There is no such answer');
  const { question, to, by, answeredOn, askedOn, proposed } = answer;
  const given = answersOf(application, scheme)[question.id];
  const told = `you asked ${quoted(to)} on ${sayDate(askedOn)}, and ${quoted(by)} answered on ${sayDate(answeredOn)}.`;
  if (proposed !== undefined && proposed !== given)
    return `${told} The form has another answer (${kept(scheme, question, given ?? '')}), so theirs waits for you: ${kept(scheme, question, proposed)}.`;
  return given === undefined ? told : `${told} It is in the form: ${kept(scheme, question, given)}.`;
}

function askedIn({ nudge, application, scheme }: ApplicationItem): AskedQuestion {
  const asked = openQuestions(application, scheme).find(({ question }) => question.id === nudge.subject);
  if (!asked) throw new Error('There is no such question');
  return asked;
}

function whyConfirmation({ nudge, application, scheme }: ApplicationItem, day: LondonDate): string {
  const stage = rowStage(scheme);
  const rule = stage ? `, ${dueCount(stage, anchorsOf(scheme, application.snapshot.context))}` : '';
  const due = `it must be back by ${sayDate(nudge.about)}${rule}.`;
  if (nudge.rule === 'confirmation-ahead') return due;
  return nudge.about === day
    ? `today is the last day: ${due}`
    : `today is the last working day before it is due: ${due}`;
}

/** What is to be done next and how long it takes, from where the application stands. */
function whatIsLeft(application: Application, scheme: Scheme): Omit<Said, 'why'> {
  const { context } = application.snapshot;
  switch (stateOf(application.snapshot.value)) {
    case 'preparing':
    case 'eligible':
    case 'reviewing':
    case 'completingForm': {
      const open = openChecks(application, scheme);
      const { left } = progressOf(application, scheme);
      const parts = [
        open.length > 0 ? sayChecks(open) : '',
        left > 0 ? `${plural(left, 'question')} of the form` : '',
      ].filter(Boolean);
      return {
        remains: `${parts.join(', and ') || 'check your answers'}.`,
        minutes: `${aboutMinutes(open.length + left)}. Everything so far is kept.`,
      };
    }
    case 'checkingAnswers': {
      const missing = blockers(scheme, context).map(labelOf);
      return missing.length > 0
        ? {
            remains: `${plural(missing.length, 'open point')} (${firstOf(missing)}), then the declaration.`,
            minutes: `${aboutMinutes(missing.length + 3 * MINUTES.declare)}.`,
          }
        : { remains: 'check your answers, then declare.', minutes: sayMinutes(MINUTES.declare) };
    }
    case 'declaring':
      return { remains: `${declarationName(scheme)}.`, minutes: sayMinutes(MINUTES.declare) };
    case 'readyToSend': {
      return {
        remains: `send the form to ${recipientOf(scheme, context.form.context)}, then tell me the day.`,
        minutes: sayMinutes(MINUTES.send),
      };
    }
    case 'recruiting': {
      const places = context.decision?.places ?? 1;
      return {
        remains: `choose the trainees with ${theRecipient(scheme)}, fill in ${plural(places, 'row')}, one for each place, and return the form.`,
        minutes: `${aboutMinutes(places * rowQuestions(scheme).length)} for the form itself.`,
      };
    }
    case 'confirmingSupport': {
      const missing = supportBlockers(scheme, context.support.rows).length;
      return missing > 0
        ? {
            remains: `${plural(missing, 'answer')} about your trainees, then return the form.`,
            minutes: `${aboutMinutes(missing)}.`,
          }
        : {
            remains: `return the form to ${theRecipient(scheme)}, then tell me the day.`,
            minutes: sayMinutes(MINUTES.returnForm),
          };
    }
    default:
      return { remains: 'nothing.', minutes: 'none.' };
  }
}

function ownReminder({ nudge, application, scheme, text }: NudgeItem): string {
  return [
    `**You asked me to remind you:** ${text ? quoted(text) : 'of this day'}`,
    application ? `About ${headOf(application, scheme)}.` : '',
    `- Why now: you chose ${sayDate(nudge.about)}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * The one message to a coordinator, the working day after the due day. It says what happened, whom to speak to and
 * that no other follows.
 */
export function overdue(
  application: Application,
  scheme: Scheme,
  dueOn: LondonDate,
  day: LondonDate,
): string {
  const { decision } = application.snapshot.context;
  const starts = startOf(scheme, application.snapshot.context);
  const recipient = recipientOf(scheme, application.snapshot.context.form.context);
  return [
    `${headOf(application, scheme)}: **${theConfirmation(scheme)} is overdue.**`,
    [
      `- Why now: it was due on ${sayDate(dueOn)}, ${plural(daysBetween(dueOn, day), 'day')} ago${starts ? `, for a start on ${sayDate(starts)}` : ''}. I have not been told that it was returned.`,
      `- What is at stake: ${plural(decision?.places ?? 0, 'funded place')} at ${recipient}.`,
      `- What remains: speak to ${managerOf(application, scheme)}, and ring ${theRecipient(scheme)} at once to ask whether the places can be kept.`,
      '- Time: about 10 minutes.',
    ].join('\n'),
    'This is the only message I send you about it.',
  ].join('\n\n');
}

/** To a coordinator: the reminders of somebody do not arrive any more. */
function removed({ reference }: Application, on: LondonDate): string {
  return `**You can no longer see ${reference}.** Its owner took you out of it on ${sayDate(on)}. What you answered stays in it. If that was a mistake, ask them to invite you again.`;
}

function unreachable(application: Application, scheme: Scheme): string {
  return [
    `${headOf(application, scheme)}: **my reminders do not reach its owner.**`,
    [
      '- Why now: they have blocked or removed me, or left. I send them nothing until they write to me again.',
      `- What remains: speak to ${managerOf(application, scheme)}, so that no date is missed.`,
      '- Time: about 5 minutes.',
    ].join('\n'),
  ].join('\n\n');
}

/** "Jo Bell (jo@trust.nhs.uk)", as far as it is known. */
function managerOf(application: Application, scheme: Scheme): string {
  const answers = answersOf(application, scheme);
  const name = fieldOf(scheme, 'applicant', answers);
  const email = fieldOf(scheme, 'email', answers);
  const manager = name ? quoted(String(name)) : 'the manager';
  return email ? `${manager} (${quoted(String(email))})` : manager;
}

/** The letter to the university after the silence: subject and plain text, to send as it is. */
export function chaser(application: Application, scheme: Scheme): { title: string; body: string } {
  const { context } = application.snapshot;
  const sentOn = context.sent.at(-1)?.on;
  const starts = startOf(scheme, context);
  const places = placesWanted(scheme, context.form.context);
  const anchors = anchorsOf(scheme, context);
  const due = confirmationDue(scheme, anchors);
  const intake = scheme.fields.intake ? ', for the {intake} intake' : '';
  const service = scheme.fields.service ? '{service}, ' : '';
  const lines = [
    scheme.sendTo.to === 'university' ? 'Dear programme team,' : 'Dear colleague,',
    `I sent you ${aForm(scheme)}${sentOn ? ` on ${sayDate(sentOn)}` : ''}, reference ${application.reference}. It asks for {places} {role} training ${places === 1 ? 'place' : 'places'} for ${service}{organisation}${intake}.`,
    'I have not heard whether it was successful. Please tell me where it stands, and when to expect a decision.',
    starts && due
      ? `For a start on ${sayDate(starts)}, ${theConfirmation(scheme)} has to be with you by ${sayDate(due)}. Trainees have to be recruited before that.`
      : '',
    'Thank you.',
    scheme.fields.applicant ? '{manager}' : '{organisation}',
  ];
  return {
    title: `${formName(scheme)} ${application.reference}${sentOn ? `, sent on ${sayDate(sentOn)}` : ''}: is there a decision?`,
    body: fillDraft(lines.filter(Boolean).join('\n\n'), application, scheme),
  };
}

function chaserBlock(application: Application, scheme: Scheme): string {
  const { title, body } = chaser(application, scheme);
  return [`Message to send: **${title}**`, quoteBlock(body)].join('\n\n');
}

/** The reference, and what the person knows it by once the service has a name. */
function headOf(application: Application, scheme: Scheme): string {
  const [reference, ...name] = namesOf(application, scheme);
  return [`**${reference}**`, ...name.map(quoted)].join(' · ');
}

function namesOf(application: Application, scheme: Scheme): [string, ...string[]] {
  const answers = answersOf(application, scheme);
  const isNamed = fieldOf(scheme, scheme.fields.service ? 'service' : 'organisation', answers) !== undefined;
  return [application.reference, ...(isNamed ? [titleOf(application, scheme)] : [])];
}

/** What a person calls it in a command: the reference, or the name of a reminder of their own. */
export function nameOf({ rule, application, subject }: Nudge): string {
  return rule === 'own-reminder' ? ownName(subject ?? '') : (application ?? '');
}

export function ownName(id: string): string {
  return `reminder ${id}`;
}

function buttonsFor({ nudge }: NudgeItem): Button[] {
  const name = nameOf(nudge);
  if (nudge.rule === 'removed') return [button('My applications')];
  if (nudge.to === 'coordinator') return [button('See where it stands', opening(nudge))];
  const opens = nudge.application === null ? [] : [button('Do it now', opening(nudge))];
  if (isNews(nudge)) return opens;
  return [
    ...opens,
    button('Tomorrow', `snooze ${name} tomorrow`),
    button('Next week', `snooze ${name} next week`),
    button('Choose a day', `snooze ${name}`),
    button('Already done', `already done ${name}`),
    button('Stop these', `stop reminders ${name}`),
  ];
}

/**
 * Leads to the right step: the readiness checks, the question that a colleague has not answered, else where the
 * application stands.
 */
function opening({ rule, application, subject }: Nudge): string {
  const step = rule === 'colleague-question' ? subject : rule === 'readiness-idle' ? checksStep : null;
  return `open ${application}${step === null ? '' : ` ${step}`}`;
}

/** What follows the reference in "open AP-… readiness". */
export const checksStep = 'readiness';

function buttonsForSeveral(items: readonly NudgeItem[], owned: boolean): Button[] {
  const references = [...new Set(items.flatMap(({ nudge }) => nudge.application ?? []))];
  // The first about an application is its most pressing, and says where to go on.
  const opens = references.slice(0, 2).flatMap((one) => {
    const item = items.find(({ nudge }) => nudge.application === one);
    return item ? [button(`${owned ? 'Do' : 'See'} ${one}${owned ? ' now' : ''}`, opening(item.nudge))] : [];
  });
  if (!owned) return opens;
  return [
    ...opens,
    button('All tomorrow', 'snooze all tomorrow'),
    button('All next week', 'snooze all next week'),
    button('Choose a day', 'snooze all'),
    button('Stop these', 'stop reminders'),
  ];
}

/** Where "already done" leads: the thing itself is recorded, so that the next reminder knows too. */
export function alreadyDone(rule: NudgeRule, scheme?: Scheme): string {
  switch (rule) {
    case 'readiness-idle':
      return 'Good. Tell me which checks are done now, so that I stop asking.';
    case 'form-closing':
    case 'form-idle':
      return 'Good. Which day did you send it? Say for instance **sent on Friday**. If it is not sent yet, say **continue**.';
    case 'decision-silence':
      return 'Good. What was decided? Say **funded** or **not funded**. If you have only asked, I stop here and leave it to you.';
    case 'confirmation-ahead':
    case 'confirmation-due':
    case 'confirmation-late':
    case 'confirmation-overdue':
    case 'owner-unreachable':
      return `Good. Which day did you return ${scheme ? theConfirmation(scheme) : 'the form'}? Say for instance **returned today**.`;
    case 'stage-ahead':
    case 'date-moved':
      return 'Good. I have put that down as done.';
    case 'colleague-question':
    case 'colleague-answered':
      return 'Good. What was the answer?';
    case 'removed':
      return 'Good.';
    case 'own-reminder':
      return 'Good. I have crossed it off.';
  }
}

export const nothingToCross =
  'There is no reminder to cross off. Say **my reminders** to see what is coming.';
export const nothingDue = (reference: string): string => `Nothing is due for **${reference}** at the moment.`;

/** "Not before …", what moved the day, and what a snooze cannot move: `lastDay` as `lastDayFor` gives it. */
export function snoozed(
  { until, said: day }: { until: LondonDate; said: LondonDate },
  lastDay: LondonDate | null,
  today: LondonDate,
  passes?: LondonDate,
): string {
  if (lastDay !== null && lastDay <= today) {
    return 'Today is the last working day for this, so I cannot remind you later. It is still to do.';
  }
  const isTooLate = lastDay !== null && until > lastDay;
  return [
    day === until ? '' : `${sayDate(day)} is not a working day.`,
    `I will remind you on **${sayDate(isTooLate ? lastDay : until)}**, if it is not done by then.`,
    isTooLate
      ? `That is sooner than you said: ${sayDate(day)} is past ${sayDate(passes ?? lastDay)}, when it is due.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** "After nights", "next office day": days that only the person knows. */
const ROTA =
  /\b(?:nights?|days? off|shifts?|rota|leave|holidays?|back|office|admin|management|study day|on call)\b/i;

/** Why a snooze could not be read, and what to say instead. */
export function askSnooze(reading: SnoozeReading | undefined, said: string): string {
  if (reading && 'which' in reading)
    return `Which day do you mean: ${reading.which.map(sayDate).join(', or ')}?`;
  if (reading && 'notAfterToday' in reading)
    return 'That is not a day to come. Say for instance **tomorrow** or **Thursday week**.';
  const why = ROTA.test(said) ? 'I do not know your rota. ' : '';
  return `${why}Until which day? Say for instance **tomorrow**, **next week** or **Thursday week**.`;
}

export const stopped = (reference: string, others: boolean): string =>
  `I have stopped the reminders about **${reference}**. Its dates stay, and nobody else stops: your own reminders${others ? ' and those about your other applications' : ''} go on. To have them again, say **start reminders ${reference}**.`;
export const stoppedAll =
  'I have stopped all reminders to you. The dates stay as they are. To have them again, say **start reminders**.';
export const started = 'Reminders are on.';
export const askOwn =
  'What shall I remind you of, and on which day? Say for instance **remind me on Friday to ring HR**.';
export const askDay = (what: string): string => `On which day shall I remind you: ${quoted(what)}?`;
/** `at`: the hour it is set for; `said`: the hour that was wished for. */
export const ownSet = (
  what: string,
  {
    day,
    on,
    at,
    said,
  }: { day: LondonDate; on: LondonDate; at?: string | undefined; said?: string | undefined },
): string =>
  [
    day === on ? '' : `${sayDate(day)} is not a working day.`,
    at === said ? '' : 'I write between 09:00 and 17:00.',
    `I will remind you on **${sayDate(on)}${at ? `, at ${at}` : ''}**: ${quoted(what)}`,
  ]
    .filter(Boolean)
    .join(' ');

/** "My reminders": what is coming and when, the next one first. */
export function coming(items: readonly NudgeItem[]): string {
  if (items.length === 0) return 'No reminders are coming.';
  const [first] = items;
  const isOne = items.every(({ application }) => application === first?.application);
  const head = isOne && first?.application ? `, about ${headOf(first.application, first.scheme)}` : '';
  const lines = items.slice(0, MOST_COMING).map((item) => {
    const { nudge, application, scheme } = item;
    const about = application && !isOne ? ` (${headOf(application, scheme)})` : '';
    return `- ${sayDate(nudge.due)}${nudge.at ? `, at ${nudge.at}` : ''}: ${what(item)}${about}`;
  });
  return [
    `**Your reminders**${head}`,
    [
      ...lines,
      ...(items.length > MOST_COMING ? [`- and ${items.length - MOST_COMING} more after these`] : []),
    ].join('\n'),
    'Each falls away when the thing is done. I write between 09:00 and 17:00 on working days, once a day at most.',
  ].join('\n\n');
}

function what({ nudge, application, scheme, text }: NudgeItem): string {
  if (nudge.rule === 'own-reminder') return quoted(text ?? '');
  if (!application) return rules[nudge.rule];
  if (nudge.rule === 'stage-ahead') return stageOf(scheme, nudge.subject)?.title ?? rules[nudge.rule];
  if (nudge.rule.startsWith('confirmation'))
    return rules[nudge.rule].replace('the form for each place', theConfirmation(scheme));
  if (nudge.rule === 'decision-silence') return `ask ${theRecipient(scheme)} for its decision`;
  if (nudge.rule !== 'colleague-question') return rules[nudge.rule];
  const { question, to } = askedIn({ nudge, application, scheme });
  return `what you asked ${quoted(to)} (${question.label})`;
}

const rules: Record<NudgeRule, string> = {
  'readiness-idle': 'finish the readiness checks',
  'form-closing': 'the form, before the scheme closes',
  'form-idle': 'go on with the form',
  'decision-silence': 'ask for the decision',
  'confirmation-ahead': 'the form for each place',
  'confirmation-due': 'the form for each place, on its last day',
  'confirmation-late': 'the form for each place, now late',
  'confirmation-overdue': 'the form for each place, overdue',
  'stage-ahead': 'a date of the round',
  'date-moved': 'a date of the round that has changed',
  'owner-unreachable': 'an owner whom I can’t reach',
  'colleague-question': 'what you asked a colleague',
  'colleague-answered': 'what a colleague answered',
  removed: 'an application that you can no longer see',
  'own-reminder': 'your own',
};

/** The old and the new date, in one sentence. */
function whatMoved(scheme: Scheme, subject: string | null): string {
  const moved = movedIn(subject);
  if (!moved) return 'a date of the round is another now.';
  const intake = scheme.intakes.find(({ id }) => id === moved.what);
  const name = intake
    ? `the start of ${intake.label}`
    : moved.what === 'opens'
      ? 'the opening'
      : 'the closing date';
  const said = (date: string | null) => {
    if (date === null) return 'no day';
    const [on = '', at] = date.split(' ');
    return on.length === 7 ? sayMonth(on) : sayMoment({ on, at });
  };
  return `${name} was ${said(moved.from)} and is now ${said(moved.to)}.`;
}

function stageOf({ after }: Scheme, id: string | null): Scheme['after'][number] | undefined {
  return after.find((stage) => stage.id === id);
}

function openChecks(application: Application, scheme: Scheme): string[] {
  const { answers } = application.snapshot.context.readiness.context;
  return gaps(scheme.readiness.checks, answers)
    .filter(({ check }) => check.essential)
    .map(({ check }) => check.title);
}

function sayChecks(open: readonly string[]): string {
  return `${plural(open.length, 'essential check')} (${firstOf(open)})`;
}

function labelOf(blocker: Blocker): string {
  return blocker.kind === 'check' ? blocker.check.title : blocker.question.label;
}

function firstOf(labels: readonly string[]): string {
  const more = labels.length - 3;
  return [...labels.slice(0, 3), ...(more > 0 ? [`and ${plural(more, 'other')}`] : [])].join(', ');
}

function sayMinutes(minutes: number): string {
  return `${aboutMinutes(3 * minutes)}.`;
}
