import type { University } from '../../workflows/scheme.js';
import { source } from '../readiness/content.js';
import { capital, inWords } from '../words.js';

/** Every word that only cards and forms have. What they ask, and what they say of an answer, is the chat's own. */

export const fillIn = 'Fill in all at once';
export const eligibilityTitle = 'Can you apply?';
export const universityTitle = 'Change the university';
export const universityNow = 'With now';
export const whichUniversity = 'Which university is it to go to?';

export function traineeTitle(trainee: number, of: number): string {
  return `Trainee ${trainee} of ${of}`;
}

export const checksTitle = 'The seven checks';
export const goodPracticeTitle = 'Good practice';
export const everyCheck = (count: number): string => `All ${inWords(count)} are done`;
export const everyWho = 'Who confirmed them?';
export const everyWhoHint = 'For those where you name nobody else below.';
export const who = 'Who, and by when';
export const chooseFirst = 'Choose how far it is.';

export const save = 'Save';
export const leave = 'Leave these for later';
export const missing = '**Still missing.**';
export const nothingNew = 'Nothing was changed.';
export const savedAlready = 'That is saved already.';

/** Under the open question, where the card has the whole part. `labels`: what one typed message may answer. */
export function orAllAtOnce(labels: readonly string[]): string {
  return labels.length < 2
    ? 'Answer here, or fill in all of it on the card.'
    : `Answer here, or several at once: ${listed(labels)}. Or use the card.`;
}

/** The same further on in a part. */
export function inOneMessage(labels: readonly string[]): string {
  return labels.length < 2 ? '' : `Several at once, if you like: ${listed(labels)}.`;
}

export const orAllChecks =
  'Answer here, or fill in all of it on the card. One message does for all: **all done, Jo Hart confirmed them**.';

function listed(labels: readonly string[]): string {
  return labels
    .map((label) => label.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase()))
    .join(', ');
}

export function here(title: string): string {
  return `Here is “${title}” to fill in.`;
}

export function filledIn(done: number, of: number): string {
  return `${done} of ${of} answered`;
}

export function told(label: string): string {
  return `You have told me already. To change it, say for instance **change ${label.toLowerCase()}** in the chat.`;
}

export const sameAsBefore = 'The same as the trainee before. Change it if it differs.';
export const fromTheForm = 'As you told me before. Change it if it differs.';

/** What a form that comes back is about: labels only, since each field says what it needs. */
export function toDo(wrongOnes: readonly string[], missingOnes: readonly string[], canWait: boolean): string {
  const count = wrongOnes.length;
  return [
    count > 0
      ? `**${capital(inWords(count))} ${count === 1 ? 'answer needs' : 'answers need'} another look:** ${wrongOnes.join(', ')}.`
      : '',
    missingOnes.length > 0 ? `**Still missing:** ${missingOnes.join(', ')}.` : '',
    missingOnes.length > 0 && canWait ? `To go on without, press **${leave}**.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

export function wrong(say: string): string {
  return `**Put this right:** ${say}`;
}

/** After a question like "That is more than usual. Is it right?". */
export const ifSo = 'If so, press **Save** again. If not, change it.';
export const changedMeanwhile =
  '**Your answers were changed somewhere else after this form was opened, so nothing has been saved yet.** What you typed is still here. Look at what I have now, then press **Save** to keep yours.';

export function now(answer: string): string {
  return `I have now: ${answer}`;
}

export const notNow = 'That part cannot be filled in at this point, so nothing was changed.';
/** For a button of an earlier day, in a client that opened forms in a window of their own. */
export const formsMoved =
  'The form is on the card in the chat now. Close this window and say **continue** there.';

/** `left`: how many were put aside. */
export function saved(title: string, count: number, left: number): string {
  const parts = [
    count > 0 ? `${count === 1 ? 'one answer' : `${inWords(count)} answers`} saved` : '',
    left > 0 ? `${inWords(left)} left for later` : '',
  ].filter(Boolean);
  return `“${title}”: ${parts.join(', ')}.`;
}

export const universityHead = ['University and programme', 'How sure, and from where'] as const;

export function certainty({ certainty: sure }: University): string {
  return sure === 'confirmed' ? 'Named by a source of the time' : 'To be confirmed with the university';
}

export function sourceOf({ source: from }: University): string {
  return source(from);
}

export const oneOnly = 'The form goes to one university only.';

/** What is left of a card whose question has been answered, or whose button has been pressed. */
export function answered(label: string, answer: string): string {
  return `**${label}:** ${answer}`;
}

export function pressed(title: string): string {
  return `You chose **${title}**${/[.?!…]$/.test(title) ? '' : '.'}`;
}

export function at(time: string): string {
  return `At ${time}`;
}

export const cannotShow = 'This app cannot show the buttons. Type your answer instead.';
export const statusTitle = 'Your applications';
export const late =
  'This is taking longer than usual. What you sent is not lost. The answer comes as a message.';
export const notUnderstood = 'That was not something I can read, so nothing was changed.';
