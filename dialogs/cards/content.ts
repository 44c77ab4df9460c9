import type { University } from '../../workflows/scheme.js';
import { source } from '../readiness/content.js';

/** Every word that only cards and forms have. What they ask, and what they say of an answer, is the chat's own. */

export const fillIn = 'Fill in as a form';
export const eligibilityTitle = 'Can you apply?';
export const universityTitle = 'Change the university';
export const universityNow = 'With now';
export const whichUniversity = 'Which university is it to go to?';

export function traineeTitle(trainee: number, of: number): string {
  return `Trainee ${trainee} of ${of}`;
}

export const leaveEmpty =
  'Leave a question empty to come back to it later. What you save stays saved, also if you close this window.';
export const save = 'Save';
export function told(label: string): string {
  return `You have told me already. To change it, say for instance **change ${label.toLowerCase()}** in the chat.`;
}

export const offered = 'The same as the trainee before. Change it if it differs.';

export function putRight(count: number): string {
  return count === 1
    ? '**One answer needs another look.** The others are saved.'
    : `**${count} answers need another look.** The others are saved.`;
}

export function wrong(say: string): string {
  return `**Put this right:** ${say}`;
}

/** After a question like "That is more than usual. Is it right?". */
export const ifSo = 'If so, press **Save** again. If not, change it.';
export const more = '**Saved. Your answer leads to one thing more.**';
export const changedMeanwhile =
  '**Your answers were changed somewhere else after this form was opened, so nothing has been saved yet.** What you typed is still here. Look at what I have now, then press **Save** to keep yours.';

export function now(answer: string): string {
  return `I have now: ${answer}`;
}

export const notNow =
  'This form cannot be filled in at this point, so nothing was changed. Close this window. The chat shows where things stand.';
export const refused = 'Nothing was changed. Close this window. The chat says why.';
export const noForms = 'I cannot open a form in this app. Answer here instead.';

export function saved(title: string, lines: readonly string[]): string {
  return `**Saved from “${title}”:**\n${lines.map((line) => `- ${line}`).join('\n')}`;
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
