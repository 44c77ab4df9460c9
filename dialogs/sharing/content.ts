import { fieldOf } from '../../workflows/fields.js';
import type { Application, HistoryEntry } from '../../workflows/application.js';
import type { ApplicationEvent } from '../../workflows/application-events.js';
import { answeredQuestions } from '../../workflows/colleague-rules.js';
import { londonDate, sayDate } from '../../workflows/dates.js';
import { formQuestions } from '../../workflows/expression-of-interest-rules.js';
import { contactsSent } from '../colleague/content.js';
import { sayEvent } from '../undo/content.js';
import type { KeptInvitation, View } from '../conversation.js';
import { quoted } from '../understanding/text.js';
import { answersOf, capital, plural } from '../words.js';

/** Every word about who belongs to an application. */

/** How a person is called: "you", their name, or what else is known. A name is shown as typed. */
export function nameOf(
  view: Pick<View, 'person' | 'names' | 'schemeOf'>,
  application: Application,
  person: string,
): string {
  if (person === view.person.id) return 'you';
  const known = view.names?.get(person);
  if (known) return quoted(known);
  const scheme = view.schemeOf(application);
  const manager = fieldOf(scheme, 'applicant', answersOf(application, scheme));
  if (person === application.owner) return manager ? quoted(String(manager)) : 'its owner';
  const joined = application.history.findLast(
    ({ event }) =>
      (event.type === 'people.joined' || event.type === 'owner.changed') && event.person === person,
  );
  return joined ? `a colleague since ${sayDate(londonDate(joined.at))}` : 'a colleague';
}

/** The message to pass on, with its code. */
export function invitation(
  application: Application,
  to: 'invite' | 'hand-over',
  code: string,
  until: string,
  service: string,
): string {
  const last = sayDate(londonDate(until));
  return to === 'invite'
    ? [
        `**An invitation to ${application.reference}.** Send this to your colleague:`,
        `> I am applying for training places with AP Pathway: ${service}, reference ${application.reference}. Can you look at it and help to fill it in? Open AP Pathway and say: **join ${code}**`,
        `The code works once, until ${last}. Your colleague can see the application, answer its questions and get its documents. Only you can send it, withdraw it or invite others. Another colleague needs another code: say **invite** again.`,
      ].join('\n\n')
    : [
        `**To hand over ${application.reference}**, send this to the person who takes it on:`,
        `> I am handing over our application for training places: ${service}, reference ${application.reference}. To take it on, open AP Pathway and say: **join ${code}**`,
        `The code works once, until ${last}. When it is used, the application, its history and its reminders are theirs. You can still see it until they remove you. Until then nothing changes. To take the code back, say **take back the codes**.`,
      ].join('\n\n');
}

export const askCode = 'Type the code that your colleague sent you.';
export const alreadyThere = (reference: string): string => `You can see **${reference}** already.`;
export const joined = (reference: string, owner: string): string =>
  `**You have joined ${reference}.** Its owner is ${owner}. You can see it, answer its questions and get its documents.`;
export const takenOver = (reference: string, contacts: readonly string[]): string =>
  [
    `**${reference} is now yours**, with its history and its reminders. The owner before you can still see it. To change that, say **who can see this**.`,
    contacts.length > 0 ? contactsSent(contacts) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
export const nothingToShare =
  'Open an application of yours first: say **my applications**. Then ask me again.';

/** Who can see an application, who could, and what changed. */
export function people(view: View, application: Application, codes: readonly KeptInvitation[]): string {
  const owns = application.owner === view.person.id;
  const lines = [
    `- Owner: ${nameOf(view, application, application.owner)}`,
    ...application.invited.map((one, i) => `- Invited ${i + 1}: ${nameOf(view, application, one)}`),
    '- Your organisation’s coordinators: its service, its owner, its stage and its next date',
  ];
  const open = codes.filter((one) => one.application === application.reference);
  const trail = application.history.flatMap(
    (entry, index) => told(view, application, entry, String(index)) ?? [],
  );
  return [
    `**Who can see ${application.reference}**\n${lines.join('\n')}`,
    open.length > 0
      ? `${capital(plural(open.length, 'code'))} not used yet. The last one ends on ${sayDate(
          londonDate(
            open
              .map(({ expires }) => expires)
              .sort()
              .at(-1) ?? '',
          ),
        )}.`
      : '',
    trail.length > 0 ? `**What changed**\n${trail.join('\n')}` : '',
    owns
      ? 'To let somebody in, say **invite**. To take somebody out, say **remove** and the number.'
      : 'To leave it, say **remove me**.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function told(
  view: View,
  application: Application,
  { at, by, event }: HistoryEntry,
  index: string,
): string | undefined {
  const on = sayDate(londonDate(at));
  const scheme = view.schemeOf(application);
  const name = (person: string) => nameOf(view, application, person);
  switch (event.type) {
    case 'people.invited':
      return `- ${on}: ${name(by)} made a code ${event.to === 'invite' ? 'to invite somebody' : 'to hand over'}`;
    case 'people.joined':
      return `- ${on}: ${name(event.person)} joined`;
    case 'people.removed':
      return event.person === by
        ? `- ${on}: ${name(by)} left`
        : `- ${on}: ${name(by)} removed ${name(event.person)}`;
    case 'owner.changed':
      return `- ${on}: handed over to ${name(event.person)}`;
    case 'people.uninvited':
      return `- ${on}: codes taken back`;
    case 'colleague.asked': {
      const question = formQuestions(scheme).find(({ id }) => id === event.question);
      return `- ${on}: ${quoted(event.to)} was asked: ${question?.label ?? event.question}`;
    }
    case 'colleague.answered':
    case 'colleague.proposed': {
      const answer = answeredQuestions(application, scheme).find(({ id }) => id === index);
      return answer && `- ${on}: ${quoted(answer.by)} answered: ${answer.question.label}`;
    }
    default: {
      if (!ofWeight.has(event.type)) return undefined;
      return `- ${on}: ${name(by)} put down ${sayEvent(view, application, event)}`;
    }
  }
}

/** What a new owner wants to know of the time before, besides who came and went. */
const ofWeight: ReadonlySet<ApplicationEvent['type']> = new Set([
  ...(['declaration.accepted', 'eoi.sent', 'university.changed', 'decision.received'] as const),
  ...(['decision.corrected', 'start.moved', 'recruitment.finished', 'support.returned'] as const),
  ...(['support.reopened', 'programme.started', 'application.withdrawn', 'application.reopened'] as const),
  ...(['scheme.moved', 'turn.undone'] as const),
]);

export const whoGoes = 'Who is to be removed?';
export const nobodyInvited = 'Nobody is invited, so there is nobody to remove.';
export const ownerStays =
  'You own it, so you cannot leave it like that. Say **hand over** to give it to somebody, or **withdraw** to end it.';
export const removed = (name: string): string =>
  `Removed: ${name}. They can no longer see it, and I tell them so. What they answered stays.`;
export const left = (reference: string): string =>
  `You have left **${reference}**. You can no longer see it. What you answered stays in it.`;
export const noCodes = 'There are no codes to take back.';
export const takenBack = (count: number): string =>
  `Taken back: ${plural(count, 'code')}. ${count === 1 ? 'It opens' : 'They open'} nothing now.`;
