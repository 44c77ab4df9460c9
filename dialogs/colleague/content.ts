import type { Application } from '../../workflows/application.js';
import type { AskedQuestion } from '../../workflows/colleague-rules.js';
import { londonDate, sayDate } from '../../workflows/dates.js';
import type { Question, Scheme } from '../../workflows/scheme.js';
import { quoted } from '../understanding/text.js';
import { capital, titleOf } from '../words.js';

/** Every word about asking a colleague one question: to the owner who asks, and to the colleague who answers. */

export const whom = (question: Question): string =>
  `Whom do you want to ask: **${question.ask}** Type a name or a role, like **Ruth in HR**.`;

/** The message to pass on, with its code, and what happens then. */
export function message(
  application: Application,
  scheme: Scheme,
  { question, to }: Pick<AskedQuestion, 'question' | 'to'>,
  { code, ends, days }: { code: string; ends: string; days: readonly number[] },
): string {
  return [
    `**A question for ${quoted(to)}.** Send them this:`,
    `> I am applying for training places with AP Pathway: ${quoted(titleOf(application, scheme))}, reference ${application.reference}. I need one answer from you: **${question.ask}** Open AP Pathway and say: **answer ${code}**`,
    `The code works once, until ${sayDate(londonDate(ends))}. It shows this question and nothing else of the application. They need no account and no form.`,
    `I tell you when they have answered${days.length > 0 ? `, and remind you after ${days.join(' and ')} working days if they have not` : ''}. You can go on meanwhile, or answer it yourself.`,
  ].join('\n\n');
}

export const which = (labels: readonly string[]): string =>
  `Which question do you want to ask a colleague?\n${labels.map((label) => `- ${label}`).join('\n')}`;
export const notNow =
  'I can pass on a question of the form, while the form is being filled in. For a readiness check, say **fix** and its number: I have a message to send for each. To let somebody see the whole application, say **invite a colleague**.';

/** The one question, to somebody who may never have met the assistant. */
export function question(
  { question: { ask, hint, example, type }, to }: AskedQuestion,
  application: Application,
  scheme: Scheme,
  asker: string | undefined,
  note: string,
): string {
  return [
    `**One question for ${quoted(to)}**, from ${asker === undefined ? 'a colleague' : quoted(asker)}, who is applying for training places: ${quoted(titleOf(application, scheme))}, reference ${application.reference}.`,
    `**${ask}**`,
    hint,
    example ? `For instance: ${example}` : '',
    note,
    `${type === 'file' ? '' : 'Type your answer. '}It goes into the form, and the history shows who gave it and when. Please name no patients.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

export const thanks = (asker: string | undefined, kept: string): string =>
  `**Thank you. That is all.** It is in the form, and I let ${asker === undefined ? 'your colleague' : quoted(asker)} know.\n\n${kept}`;
export const thanksProposed = (asker: string | undefined, kept: string): string =>
  `**Thank you. That is all.** There is an answer in the form already, so I show yours to ${asker === undefined ? 'your colleague' : quoted(asker)}, who decides.\n\n${kept}`;
export const thatIsTheInvitation = 'That is the message that brought you here. What I need is the answer:';
export const hello = 'Hello. There is one thing that I ask of you:';

/** To the owner, where an answer stands already. All of it as a person reads it. */
export const proposal = (by: string, on: string, label: string, now: string, proposed: string): string =>
  `**${label}.** ${capital(quoted(by))} answered this on ${on}: **${quoted(proposed)}**. The form says: **${quoted(now)}**. Shall I put in what ${quoted(by)} says? Say **yes**, or **no** to keep yours.`;
export const keptOwn = (label: string, now: string): string => `Kept: ${label}, **${quoted(now)}**.`;
/** To a new owner. */
export const contacts = (lines: readonly string[]): string =>
  `**This form has changed hands.** It still names these, from before:\n${lines.map((line) => `- ${line}`).join('\n')}\n\nAre they still right? Say **yes** to keep them, or **no** to give new ones.`;
export const contactsKept = 'Then they stay as they are.';
export const contactsSent = (lines: readonly string[]): string =>
  `The form names these from before: ${lines.join(', ')}. If the university should write to you, tell them.`;
export const later =
  'I have passed nothing on. When you know, say **answer** and the code again. If somebody else knows, pass the message on to them.';
export const closed =
  'That question needs no answer from you now: it has been answered or taken back, its time is over, or the form has gone on. There is nothing left for you to do.';

/** Said before the question, when its reminder has opened it. */
export const stillOpen = ({ to, askedOn }: AskedQuestion): string =>
  `You asked ${quoted(to)} on ${sayDate(askedOn)}, and there is no answer yet. Answer it here, or say **ask a colleague** for a new code to send.`;

export const notYoursToWrite = ({ by }: Question): string =>
  `This is for ${by ?? 'somebody else'} to write. Whoever applies cannot write it, and whoever has written another statement of the same form cannot either. Nothing was changed.`;
export const stillToWrite = ({ label }: Question): string =>
  `write “${label}”. Send me the code that you were given`;
