import { startOf } from '../../workflows/expression-of-interest-rules.js';
import { londonDate, sayDate } from '../../workflows/dates.js';
import type { Blocker } from '../../workflows/expression-of-interest-rules.js';
import { applicable } from '../../workflows/question-rules.js';
import type { Application } from '../../workflows/application.js';
import type { Answer, Question, Scheme } from '../../workflows/scheme.js';
import { confirmationDue } from '../../workflows/support-rules.js';
import { quoted, wordCount } from '../understanding/text.js';
import { aboutMinutes, answersOf, plural, capital, keepIt, sayAnswer } from '../words.js';

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
  return `The Expression of Interest. ${capital(plural(count, 'question'))}, ${aboutMinutes(count)}.${told} Say **back**, **don't know yet** or **save** at any point.`;
}

/** The whole form as filled in, section by section, then what is missing. */
export function check(
  scheme: Scheme,
  application: Application,
  missing: readonly Blocker[],
  open: boolean,
): string {
  return [
    '**Check your answers**',
    ...sections(scheme, application).map(
      ({ title, rows }) =>
        `**${title}**\n${rows.map(([label, value]) => `- ${label}: ${quoted(value)}`).join('\n')}`,
    ),
    'To change one, say for instance **change places**.',
    missing.length > 0 ? blocked(missing, application.snapshot.context.form.context.parked) : '',
    missing.length === 0 && open
      ? 'Everything is answered. Next come the protocols and the declaration.'
      : '',
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
  return `Accepted. Here are your documents:\n${links}`;
}

export const notDeclared =
  'Then it is not sent. Nothing is lost. Your answers are here whenever you want them.';

export function ready(application: Application, scheme: Scheme, university: string): string {
  const { declared } = application.snapshot.context;
  return [
    `**Your form is ready to send.** Reference **${application.reference}**.`,
    declared ? `Declared on ${sayDate(londonDate(declared.at))}.` : '',
    `1. Open the email. It has the Word form attached.\n2. Send it to **${university}**, and to no other university. Ask its programme team for the address.\n3. Then tell me the day you sent it: say **sent today**.`,
    'Links work for one hour. Say **documents** for new ones.',
  ]
    .filter(Boolean)
    .join('\n\n');
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
    '**Receipt**',
    `- Reference: **${application.reference}**\n- Form: Expression of Interest, ${scheme.name}\n- University: ${university}\n- Sent: ${sayDate(on)}\n- Recorded here: ${at}`,
    'A copy of the form stays here. Say **documents** to get it.',
    starts
      ? `If you are funded, the Confirmation of Support is due by ${sayDate(confirmationDue(scheme, starts))}, for a start on ${sayDate(starts)}. That start is to be confirmed with the university.`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export const documents = 'New links. They work for one hour.';

export function whichChange(labels: readonly string[]): string {
  return `Which answer do you want to change? Say for instance **change ${labels[0]?.toLowerCase() ?? 'places'}**.`;
}

/** `wanted` as it was typed, for an answer that there is not. */
export function noSuchAnswer(wanted: string): string {
  return `There is no answer called “${quoted(wanted)}” to change at this point.`;
}
