import { formQuestions, startOf, universityOf } from '../../workflows/expression-of-interest-rules.js';
import { sayDate } from '../../workflows/dates.js';
import type { Blocker } from '../../workflows/expression-of-interest-rules.js';
import { rowStage } from '../../workflows/fields.js';
import { gradedAnswers } from '../../workflows/grade-rules.js';
import { roundStatus, type RoundStatus } from '../../workflows/window-rules.js';
import { marks } from '../eligibility/content.js';
import {
  declarationName,
  formName,
  recipientOf,
  sayStatus,
  theConfirmation,
  theRecipient,
} from '../rounds/words.js';
import { applicable } from '../../workflows/question-rules.js';
import type { Application } from '../../workflows/application.js';
import type { Answer, GradeRule, Question, Scheme } from '../../workflows/scheme.js';
import { anchorsOf } from '../../workflows/support-rules.js';
import { confirmationDue } from '../rounds/due.js';
import { essentials } from '../../workflows/readiness-rules.js';
import { status as checkStatus } from '../readiness/content.js';
import { enclosed } from '../files/content.js';
import { quoted, wordCount } from '../understanding/text.js';
import {
  aboutMinutes,
  answersOf,
  byLabel,
  capital,
  enclosures,
  joined,
  keepIt,
  plural,
  sayAnswer,
  toAttach,
} from '../words.js';

/** Every word of the form: its questions, the check, the declaration and the sending. */

export function question(
  one: Question,
  section: string,
  position: string,
  left: number,
  now: string | undefined,
  note = '',
): string {
  return [
    `**${section}** · ${position}, ${aboutMinutes(left)} left`,
    `**${one.ask}**`,
    one.hint,
    note,
    now === undefined && one.example ? `For instance: ${one.example}` : '',
    now === undefined ? '' : keepIt(now),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** A question that the owner cannot answer: who does, and how. */
export function statement(one: Question, section: string, now: Answer | undefined): string {
  return [
    `**${section}** · ${one.label}`,
    `**${one.ask}**`,
    one.hint,
    `This is for ${one.by} to write, and nobody else can. Say **ask a colleague**, and I give you a message with a code for them. Each statement is written by a different person.`,
    now === undefined ? '' : 'It is written. If you ask again, the new words take its place.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function kept(scheme: Scheme, one: Question, value: Answer): string {
  if (one.type === 'paragraph' || one.type === 'statement')
    return `${one.label}: **kept**, ${plural(wordCount(String(value)), 'word')}.`;
  return `${one.label}: **${quoted(sayAnswer(scheme, one, value))}**`;
}

/** Checks that an answer settles too. */
export function settles(titles: readonly string[]): string {
  if (titles.length === 0) return '';
  return `${titles.length === 1 ? 'Check' : 'Checks'} done too: ${titles.map((title) => `**${title}**`).join(', ')}.`;
}

export const notNhsAddress = (label: string): string =>
  `That is not an NHS address. I kept it. If it is wrong, say **change ${label.toLowerCase()}**.`;
export const parked = 'I have put that one aside. I will list it before the form is sent.';
export const firstQuestion = 'This is the first question.';

export function dropped(labels: readonly string[]): string {
  return labels.length === 0 ? '' : `No longer needed, so I took out: ${labels.join(', ')}.`;
}

/** `from`: the earlier application that told some of it. */
export function started(scheme: Scheme, count: number, reused: number, from?: string): string {
  const told =
    reused > 0
      ? ` I already have ${plural(reused, 'answer')} from what you told me${from ? ` and from ${from}` : ''}.`
      : '';
  return `The ${formName(scheme)}: ${plural(count, 'question')}.${told} Say **back** or **save** at any point.`;
}

/** After a change, for whoever has seen the whole: what is still missing, and the way on. */
export function checkAgain(
  scheme: Scheme,
  application: Application,
  missing: readonly Blocker[],
  status: RoundStatus,
): string {
  const open = status.kind === 'open';
  const { parked } = application.snapshot.context.form.context;
  return joined(
    missing.length > 0 ? blocked(missing, parked) : open ? complete(scheme) : '',
    open ? '' : notOpen(scheme, status),
  );
}

const complete = (scheme: Scheme): string =>
  `Everything is answered. Next ${scheme.protocols.length > 0 ? 'come' : 'comes'} ${declarationName(scheme)}.`;

/** The whole form as filled in, section by section, then what is missing. */
export function check(
  scheme: Scheme,
  application: Application,
  missing: readonly Blocker[],
  status: RoundStatus,
): string {
  const open = status.kind === 'open';
  return [
    '**Check your answers**',
    ...[...sections(scheme, application), checksOf(scheme, application)]
      .filter(({ rows }) => rows.length > 0)
      .map(
        ({ title, rows }) =>
          `**${title}**\n${rows.map(([label, value]) => `- ${label}: ${quoted(value)}`).join('\n')}`,
      ),
    `To change one, say for instance **change ${changeable(scheme)}**.`,
    missing.length > 0 ? blocked(missing, application.snapshot.context.form.context.parked) : '',
    missing.length === 0 && open ? complete(scheme) : '',
    graded(scheme, application),
    open ? '' : notOpen(scheme, status),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** An answer that can be named in an example. */
export function changeable(scheme: Scheme): string {
  const questions = formQuestions(scheme);
  const [places] = byLabel(questions, 'places');
  return places ? 'places' : (questions[0]?.label.toLowerCase() ?? 'email');
}

/** Why the form cannot be sent now, and what can be done. */
export function notOpen(scheme: Scheme, status: RoundStatus): string {
  if (status.kind === 'not-yet')
    return `${sayStatus(status)} Until then the form cannot be sent. Your answers are kept.`;
  return [
    `${sayStatus(status)} So the form cannot be sent. Your answers are kept. You can copy them into an application for the next round.`,
    scheme.whenClosed,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Where it is sent without a look at the check: the same, in one line before the form goes out. */
export function sendingWindow(status: RoundStatus): string {
  return status.kind === 'open' && !status.closes && status.until === 'closing' ? '' : sayStatus(status);
}

/** What the scheme's rules say of answers that can be sent all the same. */
function graded(scheme: Scheme, application: Application): string {
  const lines = gradedAnswers(scheme, formQuestions(scheme), answersOf(application, scheme))
    .filter(({ rule }) => rule.grade === 'caution' || rule.grade === 'decide')
    .map(({ question: one, rule }) => `- ${gradeLine(one, rule)}`);
  return lines.length === 0 ? '' : `**Worth knowing:**\n${lines.join('\n')}`;
}

/** One answer with what a rule makes of it. */
export function gradeLine(one: Question, rule: GradeRule): string {
  const by = rule.by
    ? ` ${rule.grade === 'decide' ? 'To be decided by' : 'Where to apply:'} ${rule.by}.`
    : '';
  return `${marks[rule.grade].line} · ${one.label}: ${rule.reason}${by}${rule.todo ? ` ${rule.todo}` : ''}`;
}

/** The essential checks, as they are read back and as they stand in the document. */
export function checksOf(
  scheme: Scheme,
  { snapshot }: Application,
): { title: string; rows: [string, string][] } {
  const { answers } = snapshot.context.readiness.context;
  return {
    title: 'Essential checks',
    rows: essentials(scheme.readiness.checks).map(({ id, title }): [string, string] => [
      title,
      capital(checkStatus(answers[id])),
    ]),
  };
}

/** The form's rows as they are read back, and as they stand in the document. */
export function sections(
  scheme: Scheme,
  application: Application,
): { title: string; rows: [string, string][] }[] {
  const answers = answersOf(application, scheme);
  const { parked: later } = application.snapshot.context.form.context;
  return scheme.form.sections
    .map(({ title, questions }) => ({
      title,
      rows: applicable(questions, answers).map((one): [string, string] => [
        one.label,
        answers[one.id] === undefined && later.includes(one.id)
          ? 'Not known yet'
          : sayAnswer(scheme, one, answers[one.id]),
      ]),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** More checks than this are only counted: the list above has each. */
const mostNamed = 3;

/** What was put aside is named; what was not asked yet shows above, and is only counted. */
function blocked(missing: readonly Blocker[], parked: readonly string[]): string {
  const isAhead = (one: Blocker) => one.kind === 'question' && !parked.includes(one.question.id);
  const ahead = missing.filter(isAhead).length;
  const checks = missing.filter(({ kind }) => kind === 'check').length;
  const named = missing.filter((one) => !isAhead(one) && (one.kind !== 'check' || checks <= mostNamed));
  const lines = named.map((blocker) => {
    switch (blocker.kind) {
      case 'eligibility':
        return `- To find out: ${blocker.question.label.toLowerCase()}`;
      case 'check':
        return `- Essential check not done: ${blocker.check.title}`;
      case 'question':
        return `- Not answered: ${blocker.question.label}`;
      case 'graded':
        return `- ${gradeLine(blocker.question, blocker.rule)}`;
    }
  });
  if (checks > mostNamed) lines.push(`- ${capital(plural(checks, 'essential check'))} not done`);
  if (ahead > 0) lines.push(`- ${capital(plural(ahead, 'question'))} still to answer`);
  return `**Before it can be sent:**\n${lines.join('\n')}`;
}

export function declaration(scheme: Scheme): string {
  return [
    scheme.protocols.length > 0 ? '**Protocols and declaration**' : '**Declaration**',
    scheme.protocols.map(({ text }) => `- ${text}`).join('\n'),
    scheme.declaration,
    `Do you accept ${scheme.protocols.length > 0 ? 'all of these' : 'this'}? Say **I accept** or **no**.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function accepted(links: string): string {
  return `Accepted.\n${links}`;
}

export const notDeclared =
  'Then it is not sent. Nothing is lost. Your answers are here whenever you want them.';

export const itsSent = 'It’s sent';
export const textToCopy = 'Text to copy';

/** "Send it": I have no way to. */
export function cannotSend({ sendTo }: Pick<Scheme, 'sendTo'>): string {
  return `I cannot send it: I ${sendTo.to === 'web' ? 'cannot use that page' : 'have no email'}. You send it, and it takes a minute.`;
}

/** What the person is to do: I send nothing. */
export function ready(application: Application, scheme: Scheme, status: RoundStatus): string {
  const all = enclosures(application, scheme);
  const [files, kept] = [toAttach(all), all.flatMap(({ file }) => file?.name ?? [])];
  return joined(
    `**Your form is ready to send, and you send it.** Reference **${application.reference}**.`,
    howToSend(scheme, application),
    files.length > 0 ? `**Attach these yourself**, to the same email or page: ${files.join('; ')}.` : '',
    kept.length > 0 ? enclosed(scheme, kept) : '',
    status.kind === 'open' ? sendingWindow(status) : notOpen(scheme, status),
    scheme.sendTo.to === 'web' ? '' : `No Outlook? Take **${textToCopy.toLowerCase()}** and the Word form.`,
  );
}

export function toCopy(subject: string, quote: string): string {
  return `Attach the Word form to this.\n\nSubject: **${quoted(subject)}**\n\n${quote}`;
}

/** Where the form goes, and how. */
function howToSend(scheme: Scheme, application: Application): string {
  const { sendTo } = scheme;
  const form = application.snapshot.context.form.context;
  const to = `**${recipientOf(scheme, form)}**`;
  const then = `Then press **${itsSent}**, or say **sent today**.`;
  if (sendTo.to === 'web')
    return `1. Get the Word form: it has your answers to copy.\n2. Fill in the page of ${to}: ${sendTo.url}\n3. ${then}`;
  const address = sendTo.to === 'mailbox' ? sendTo.email : universityOf(scheme, form)?.email;
  return [
    '1. Open the email. It is a draft in Outlook, with the form attached.',
    `2. Address it to ${to} only${address ? `: ${address}.` : '. Ask its programme team for the address.'}`,
    `3. Send it. ${then}`,
  ].join('\n');
}

export const askSentDate = 'Which day did you send it?';
export const sentLabel = 'The day you sent it';

export function sent(application: Application, scheme: Scheme, on: string, at: string): string {
  const { context } = application.snapshot;
  const starts = startOf(scheme, context);
  const stage = rowStage(scheme);
  const anchors = anchorsOf(scheme, context);
  const due = confirmationDue(scheme, anchors);
  return [
    `**Receipt.** ${formName(scheme)} **${application.reference}** sent to ${whoTo(scheme, application)} on ${sayDate(on)}, recorded here on ${at}. Well done: that is the long part.`,
    roundStatus(scheme, on, '00:00').kind === 'closed'
      ? `**That is after this round closed.** Ring ${theRecipient(scheme)} and ask whether it still counts.`
      : '',
    stage && due
      ? `If you are funded, ${theConfirmation(scheme)} is due by ${sayDate(due)}${starts ? `, for a start on ${sayDate(starts)} (ask ${theRecipient(scheme)})` : ''}.`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function whoTo(scheme: Scheme, application: Application): string {
  const chosen = universityOf(scheme, application.snapshot.context.form.context);
  return (scheme.sendTo.to === 'university' ? chosen?.name : undefined) ?? theRecipient(scheme);
}

export const documents = 'New links. They work for one hour.';

export function whichChange(labels: readonly string[]): string {
  return `Which answer do you want to change? Say for instance **change ${labels[0]?.toLowerCase() ?? 'email'}**.`;
}

/** Parts, not every answer: one can be named at once. */
export function whichPart(named: string): string {
  return `Which part do you want to change? Or name the answer, for instance **change ${named}**.`;
}

/** `wanted` as it was typed, for an answer that there is not. */
export function noSuchAnswer(wanted: string): string {
  return `There is no answer called “${quoted(wanted)}” to change at this point.`;
}
