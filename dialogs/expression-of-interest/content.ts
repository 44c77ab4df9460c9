import { startOf } from '../../workflows/expression-of-interest-rules.js';
import { sayDate } from '../../workflows/dates.js';
import type { Blocker } from '../../workflows/expression-of-interest-rules.js';
import { applicable } from '../../workflows/question-rules.js';
import type { Application } from '../../workflows/application.js';
import type { Answer, Question, Scheme, University } from '../../workflows/scheme.js';
import { confirmationDue } from '../../workflows/support-rules.js';
import { essentials } from '../../workflows/readiness-rules.js';
import { status } from '../readiness/content.js';
import { quoted, wordCount } from '../understanding/text.js';
import {
  aboutMinutes,
  answersOf,
  joined,
  plural,
  theUniversity,
  capital,
  keepIt,
  sayAnswer,
} from '../words.js';

/** Every word of the Expression of Interest dialog. */

export function question(
  one: Question,
  section: string,
  position: string,
  left: number,
  now: string | undefined,
): string {
  return [
    `**${section}** · ${position}, ${aboutMinutes(left)} left`,
    `**${one.ask}**`,
    one.hint,
    now === undefined && one.example ? `For instance: ${one.example}` : '',
    now === undefined ? '' : keepIt(now),
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function kept(scheme: Scheme, one: Question, value: Answer): string {
  if (one.type === 'paragraph') return `${one.label}: **kept**, ${plural(wordCount(String(value)), 'word')}.`;
  return `${one.label}: **${quoted(sayAnswer(scheme, one, value))}**`;
}

/** Checks that an answer settles too. */
export function settles(titles: readonly string[]): string {
  return titles.map((title) => `Check done too: **${title}**.`).join(' ');
}

export const notNhsAddress =
  'That is not an nhs.uk or nhs.net address. I kept it. If it is wrong, say **change work email**.';
export const parked = 'I have put that one aside. I will list it before the form is sent.';
export const firstQuestion = 'This is the first question.';

export function dropped(labels: readonly string[]): string {
  return labels.length === 0 ? '' : `No longer needed, so I took out: ${labels.join(', ')}.`;
}

/** `from`: the earlier application that told some of it. */
export function started(count: number, reused: number, from?: string): string {
  const told =
    reused > 0
      ? ` I already have ${plural(reused, 'answer')} from what you told me${from ? ` and from ${from}` : ''}.`
      : '';
  return `The Expression of Interest: ${plural(count, 'question')}.${told} Say **back** or **save** at any point.`;
}

/** After a change, for whoever has seen the whole: what is still missing, and the way on. */
export function checkAgain(
  scheme: Scheme,
  application: Application,
  missing: readonly Blocker[],
  open: boolean,
): string {
  const { parked } = application.snapshot.context.form.context;
  return joined(
    missing.length > 0 ? blocked(missing, parked) : open ? complete : '',
    open ? '' : closed(scheme),
  );
}

const complete = 'Everything is answered. Next come the protocols and the declaration.';

/** The whole form as filled in, section by section, then what is missing. */
export function check(
  scheme: Scheme,
  application: Application,
  missing: readonly Blocker[],
  open: boolean,
): string {
  return [
    '**Check your answers**',
    ...[...sections(scheme, application), checksOf(scheme, application)].map(
      ({ title, rows }) =>
        `**${title}**\n${rows.map(([label, value]) => `- ${label}: ${quoted(value)}`).join('\n')}`,
    ),
    'To change one, say for instance **change places**.',
    missing.length > 0 ? blocked(missing, application.snapshot.context.form.context.parked) : '',
    missing.length === 0 && open ? complete : '',
    open ? '' : closed(scheme),
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function closed(scheme: Scheme): string {
  return scheme.closes
    ? `This round closed on ${sayDate(scheme.closes.on)}, so the form cannot be sent. Your answers are kept. You can copy them into an application for the next round.`
    : '';
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
      capital(status(answers[id])),
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

/** What was put aside is named; what was not asked yet shows above, and is only counted. */
function blocked(missing: readonly Blocker[], parked: readonly string[]): string {
  const isAhead = (one: Blocker) => one.kind === 'question' && !parked.includes(one.question.id);
  const ahead = missing.filter(isAhead).length;
  const named = missing.filter((one) => !isAhead(one));
  const lines = named.map((blocker) => {
    switch (blocker.kind) {
      case 'eligibility':
        return `- To find out: ${blocker.question.label.toLowerCase()}`;
      case 'check':
        return `- Essential check not done: ${blocker.check.title}`;
      case 'question':
        return `- Not answered: ${blocker.question.label}`;
    }
  });
  if (ahead > 0) lines.push(`- ${capital(plural(ahead, 'question'))} still to answer`);
  return `**Before it can be sent:**\n${lines.join('\n')}`;
}

export function declaration(scheme: Scheme): string {
  return [
    '**Protocols and declaration**',
    scheme.protocols.map(({ text }) => `- ${text}`).join('\n'),
    scheme.declaration,
    'Do you accept all of these? Say **I accept** or **no**.',
  ].join('\n\n');
}

export function accepted(links: string): string {
  return `Accepted.\n${links}`;
}

export const notDeclared =
  'Then it is not sent. Nothing is lost. Your answers are here whenever you want them.';

export const itsSent = 'It’s sent';
export const textToCopy = 'Text to copy';
export const cannotSend = 'I cannot send it: I have no email. You send it, and it takes a minute.';

/** What the person is to do: I send nothing. */
export function ready({ reference }: Application, university: University | undefined): string {
  const to = `**${theUniversity(university)}**`;
  const address = university?.email
    ? `Address it to ${to} only: ${university.email}.`
    : `Address it to ${to} only. Ask its programme team for the address.`;
  return [
    `**Your form is ready to send, and you send it.** Reference **${reference}**.`,
    `1. Open the email. It is a draft in Outlook, with the form attached.\n2. ${address}\n3. Send it. Then press **${itsSent}**, or say **sent today**.`,
    `No Outlook? Take **${textToCopy.toLowerCase()}** and the Word form.`,
  ].join('\n\n');
}

export function toCopy(subject: string, quote: string): string {
  return `Attach the Word form to this.\n\nSubject: **${quoted(subject)}**\n\n${quote}`;
}

export const askSentDate = 'Which day did you send it?';
export const sentLabel = 'The day you sent it';

export function sent(
  application: Application,
  scheme: Scheme,
  university: string,
  on: string,
  at: string,
): string {
  const starts = startOf(scheme, application.snapshot.context);
  return [
    `**Receipt.** Form **${application.reference}** sent to ${university} on ${sayDate(on)}, recorded here on ${at}. Well done: that is the long part.`,
    starts
      ? `If you are funded, the Confirmation of Support is due by ${sayDate(confirmationDue(scheme, starts))}, for a start on ${sayDate(starts)} (ask the university).`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export const documents = 'New links. They work for one hour.';

export function whichChange(labels: readonly string[]): string {
  return `Which answer do you want to change? Say for instance **change ${labels[0]?.toLowerCase() ?? 'places'}**.`;
}

/** Parts, not every answer: one can be named at once. */
export function whichPart(named: string): string {
  return `Which part do you want to change? Or name the answer, for instance **change ${named}**.`;
}

/** `wanted` as it was typed, for an answer that there is not. */
export function noSuchAnswer(wanted: string): string {
  return `There is no answer called “${quoted(wanted)}” to change at this point.`;
}
