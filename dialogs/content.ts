import type { ApplicationEvent } from '../workflows/application.machine.js';
import { hasTag, type StateName } from '../workflows/application.js';
import { sayDate } from '../workflows/dates.js';
import type { Answer } from '../workflows/scheme.js';
import { roleIn, type Refusal } from './authority.js';
import type { View } from './conversation.js';
import { roundStatus } from '../workflows/window-rules.js';
import { line } from './rounds/content.js';
import { roleNames, sayStatus } from './rounds/words.js';
import { nameOf } from './sharing/content.js';
import type { EventName } from './understanding/acts.js';
import type { Status } from './understanding/status.js';
import { quoted } from './understanding/text.js';
import { capital, plural } from './words.js';

/** Words that belong to no one dialog. */

/** What I am for is told to whoever has nothing here yet. */
export function greeting(view: View): string {
  const { mine } = view;
  return [
    'Hello. I am **AP Pathway**.',
    mine.length > 0
      ? ''
      : 'I help you apply for funded training places: check that you are ready, fill in the form, send it, and keep to the dates after that.',
    mine.length > 0 ? '' : whatIsOpen(view),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Which rounds there are, and which of them take forms today: a closed one is not found out after fifteen questions. */
function whatIsOpen({ rounds, today, time }: View): string {
  const [only] = rounds;
  if (rounds.length === 1 && only) {
    const status = roundStatus(only, today, time);
    const what = `For ${roleNames(only)}, in ${only.region}.`;
    // A round that is simply open needs no word.
    return status.kind === 'open' && !status.closes && status.until === 'closing'
      ? what
      : `${what} ${sayStatus(status)}`;
  }
  const shown = rounds.slice(0, 8).map((one) => line(one, today, time));
  return `The rounds here:\n${shown.join('\n')}`;
}

export const help = [
  '**What you can say, at any point:**',
  '- **am I ready to apply?** · **apply** · **plan**\n- **continue** · **my applications** · **back** · **check answers** · **don’t know yet** · **save**\n- **documents** · **universities** · **who can I ask** · **my reminders**\n- **ask a colleague** · **invite** · **hand over** · **who can see this**\n- **withdraw** · **what do you hold about me**',
  'Or ask me about the role and the scheme.',
].join('\n\n');

export const hello = 'Hello.';
export const edited = 'You have edited your message, so I have corrected the answer.';
export const notEdited =
  'You have edited an earlier message. I changed nothing by it, since it is no longer open. To change an answer, say for instance **change places**.';
export const notReadEdited =
  'You have edited your message. I could not read the new words as an answer, so the old one stands. To change it, say for instance **change places**.';
export const thanks = 'You are welcome.';
export const empty = 'That message was empty. Type an answer, or say **help**.';
export const notUnderstood =
  'I did not understand that. Press one of the buttons, or say **help** to see what I can do.';
export const staleCard = 'That card is from earlier, so nothing was changed. This is where things stand now.';
export const notYours = 'That card belongs to an application that I cannot show you. Nothing was changed.';
export const aloneOnly = 'That is only for you. Ask me in your own chat with me, not in a group.';
export const badCode =
  'That code does not work. It works once, until its day, in one organisation. Check it, or ask your colleague for a new one.';

/** Why somebody may not do something, and who may. It never tells whether an application exists. */
export function notAllowed({ what, about }: Refusal, view: View): string {
  if (what === 'alone') return aloneOnly;
  if (what === 'join') return badCode;
  if (what === 'oversee')
    return 'The overview is for your organisation’s coordinators. Say **my applications** to see yours.';
  if (!about || roleIn(view, about) !== 'invited')
    return 'I cannot show you an application by that name. Nothing was changed. Say **my applications** to see yours.';
  return `Only the owner of **${about.reference}** can do that: ${nameOf(view, about, about.owner)}. You can see it, answer its questions and get its documents. Nothing was changed.`;
}

export const heardAlready = 'I have that message already. This is where things stand now.';
export const asYouWere = 'Nothing was changed.';
export const allRight = 'All right.';
export const takenBack = 'Nothing was put down. To undo what was put down before, say **undo**.';
export const nothingPutDown = 'Nothing was put down.';
export const noDay =
  'I found no day in that. Say for instance **tomorrow** or **Friday**, or **no** to leave it.';
export const notSure = 'That was not a yes, so nothing was changed.';
export const noneOfThese = 'That is none of these.';
export const choose = 'Your choice';
export const noneTitle = 'None of these';
export const carryOn = 'Carry on';
/** `who` is “you”, or a name; `what` is the answer, named. */
export const answeredMeanwhile = (who: string, what: string): string =>
  `${quicker(who)}: ${what}. Shall I put yours in its place?`;
export const sameMeanwhile = (who: string, what: string): string => `${quicker(who)}: ${what}. It stays.`;
export const leftAsItIs = 'Then it stays as it is.';
export const askedNoMore =
  'What I asked you before is not open any more: the form has gone on meanwhile. I have put nothing down. This is where things stand now.';

function quicker(who: string): string {
  return who === 'you'
    ? 'You have answered that meanwhile, in another window or on another device'
    : `${capital(who)} has answered that meanwhile`;
}
export const askedAgain = 'Then I ask again.';
export const noBack = 'There is nothing to go back to here.';
export const cannotSkip = 'This one cannot be skipped. Say **don’t know yet** to put it aside.';
export const cannotPark = 'There is no question open to put aside.';
export const noDocuments = 'There are no documents yet. They are made when the declaration is accepted.';
export const noSame = 'There is nothing to take over here.';

export const saved = 'Saved. Come back whenever you like, on any device: say **continue**.';

export const sureCancel = (reference: string): string =>
  `Shall I withdraw application **${reference}**? Its answers are kept, and you can reopen it. Say **yes** or **no**. To leave and come back later, say **save**.`;

export const sureStartOver = (reference: string): string =>
  `Shall I withdraw **${reference}** and start a new application? Its answers are kept. Say **yes** or **no**.`;

export const sureAnother = (described: string): string =>
  `You have an application already: ${described}\n\nShall I start another one? Say **yes** or **no**.`;

export const startedOver = 'A new start.';
export const rowsFirst = 'Not yet: every trainee’s row must be complete first.';

export const staysAsSent =
  'The form has been sent, so its answers stay as they were sent. To change them, talk to whoever has it.';

/** Why an event that was asked for cannot happen now, and what can. */
export function notYet(event: ApplicationEvent, state: StateName): string {
  switch (event.type) {
    case 'form.started':
      return state === 'ineligible'
        ? 'Not yet: as answered, you cannot apply under this scheme. Change an answer if one is wrong.'
        : 'Not yet: the eligibility questions come first.';
    case 'answers.confirmed':
      if (state === 'checkingAnswers') return 'Not yet: the list above says what is still open.';
      return hasTag(state, 'isConfirmed')
        ? 'Your answers are confirmed already. Say **continue** to see what is next.'
        : 'Not yet: the form has to be filled in first.';
    case 'eoi.sent':
      return 'Not yet: a form is sent after its protocols and declaration are accepted.';
    case 'decision.received':
      return state === 'awaitingDecision'
        ? 'The number of places funded must be between one and the number you asked for.'
        : 'Not now: a decision belongs to a form that has been sent and is waiting.';
    case 'university.changed':
      return 'Not now: the university can be changed while the form waits for its decision.';
    case 'recruitment.finished':
      return 'Not now: that comes after the places are funded.';
    case 'support.returned':
      return rowsFirst;
    case 'application.withdrawn':
      return state === 'withdrawn'
        ? 'It is withdrawn already.'
        : 'The programme has started, so there is nothing to withdraw.';
    default:
      return hasTag(state, 'isWithUniversity')
        ? staysAsSent
        : 'That cannot be done at this point. Say **continue** to see what can.';
  }
}

/** What comes about by being told, as it is read back. */
export const events: Readonly<Record<EventName, string>> = {
  accepted: 'Protocols and declaration',
  sent: 'Form sent',
  decision: 'Decision',
  recruited: 'Trainees chosen',
  returned: 'Confirmation returned',
  started: 'Programme started',
};

export function happened(event: EventName, on: string | undefined, count: number | undefined): string {
  const day = on ? ` on ${sayDate(on)}` : '';
  const what: Record<EventName, string> = {
    accepted: 'you **accept** all of the protocols and the declaration',
    sent: `the form **has been sent**${day}`,
    decision: 'the decision has come',
    recruited: `the trainees **are chosen**${count === undefined ? '' : `: ${String(count)}`}`,
    returned: `the confirmation **has been returned**${day}`,
    started: 'the programme **has started**',
  };
  return what[event];
}

export function fundedFor(places: number | undefined): string {
  return places === undefined ? '**funded**' : `**funded for ${plural(places, 'place')}**`;
}
export const notFunded = '**not funded**';

export function plainly(value: Answer): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** What was understood, shown before it counts. */
/** Who does a check, and by when. */
export function whoAndWhen(who: string | undefined, by: string | undefined): string {
  const day = by ? `by **${sayDate(by)}**` : '';
  return [who ? `**${quoted(who)}**` : '', day].filter(Boolean).join(', ');
}

export function shallI(lines: readonly string[]): string {
  const [first = ''] = lines;
  return lines.length === 1
    ? `Shall I put down: ${first}?`
    : `Shall I put these down?\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

/** It has not come about yet: what stays as it is. */
export function notYetSo(event: EventName, status: Status): string {
  const stays: Record<EventName, string> = {
    accepted: 'Not accepted yet, so nothing was changed. Say **I accept** once all of them hold.',
    sent: 'Not sent yet. Tell me once it has gone.',
    decision: 'Not decided yet, then: I keep waiting. Tell me when you hear.',
    recruited: 'Not chosen yet, then. Tell me when they are: say **recruited**.',
    returned: 'Not returned yet. Tell me once it has gone.',
    started: 'Not started yet, then. Tell me once it has.',
  };
  return status === 'others'
    ? `${stays[event]} I put down only what is about your own application.`
    : stays[event];
}

/** It was kept as it was sent, or is over. */
export function locked(label: string, why: 'sent' | 'over'): string {
  return why === 'sent'
    ? `**${label}** stays as it was sent: the university has the form now. Tell the university, and give the reference. I changed nothing.`
    : `**${label}** cannot be changed: the application is withdrawn. Say **reopen** first. I changed nothing.`;
}

export const helpHere =
  'Answer in your own words, as you would tell a colleague. If you do not have it, say **don’t know yet**, or **ask a colleague** to pass it on.';

/** Commands that are shown back when they are told in other words than their own. */
export const commandsShown: Readonly<Record<string, string>> = {
  'ready-check': 'go through the readiness checks',
  snooze: 'remind you of this later',
  'remind-me': 'remind you of that',
  reopen: 'open this again and take back what was recorded',
  confirmation: 'go on to the trainees that were chosen',
  started: 'record that the programme has started',
  'already-done': 'put down that it is done',
  'new-application': 'start a new application',
  copy: 'copy this application into a new one',
  'take-back': 'take back the codes that nobody has used',
  'confirm-answers': 'confirm the answers and go on to the declaration',
  'stop-reminders': 'stop these reminders',
  invite: 'make a code that lets a colleague in',
  'hand-over': 'make a code that hands this over to somebody else',
  remove: 'take somebody out of this application',
  help: 'show what I can do',
  status: 'show your applications and where each stands',
  continue: 'carry on with what was begun',
  eligibility: 'check whether your service can apply',
  apply: 'go to the form',
  universities: 'list the universities',
  plan: 'show your dates, step by step',
  documents: 'get the documents of your application',
  reminders: 'show your reminders',
  contacts: 'say whom you can ask',
  privacy: 'show what is held about you',
  'ap-or-na': 'compare the two roles side by side',
  advise: 'ask four questions that help to choose between the two roles',
  missing: 'list what is still missing',
  'check-answers': 'show your answers to check',
  save: 'save this and leave',
  back: 'go back one step',
  undo: 'undo what was recorded last',
};

export function askAgain(label: string): string {
  return `ask for **${label}** again`;
}

export function shallITakeBack(what: string): string {
  return `“${what}” stands here. Shall I take that back?`;
}

export function shallIDo(what: string): string {
  return `Shall I ${what}?`;
}

/** An answer that was asked for by its name. */
export function youPut(label: string, value: string): string {
  return `${label}: **${quoted(value)}**.`;
}
