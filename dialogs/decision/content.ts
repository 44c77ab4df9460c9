import { sayDate } from '../../workflows/dates.js';
import type { Application } from '../../workflows/application.js';
import type { Scheme } from '../../workflows/scheme.js';
import { recipientOf, teamAt, theRecipient } from '../rounds/words.js';
import { stages } from '../support-confirmation/content.js';
import { plural } from '../words.js';

/** Every word about the answer to the form. */

export function waiting(application: Application, scheme: Scheme, today: string): string {
  const recipient = recipientOf(scheme, application.snapshot.context.form.context);
  const last = application.snapshot.context.sent.at(-1);
  return [
    `**Waiting for the decision** on **${application.reference}**${last ? `, sent to ${recipient} on ${sayDate(last.on)}` : ''}.`,
    stages(scheme, application, today),
    `When you hear, tell me: funded${scheme.fields.places === undefined ? '' : ', and for how many'}, or not funded.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function howMany(wanted: number): string {
  return `You asked for ${plural(wanted, 'place')}. How many were funded?`;
}

export function funded({ fields }: Pick<Scheme, 'fields'>, places: number, wanted: number): string {
  if (fields.places === undefined) return '**Funded.** Congratulations to you and your team.';
  return places === wanted
    ? `**Funded for ${plural(places, 'place')}**, all that you asked for. Congratulations to you and your team.`
    : `**Funded for ${places} of ${wanted} places.** Congratulations: that is ${plural(places, 'new trainee')}.`;
}

export const fundedOrNot = 'I could not tell what was decided. Say **funded**, or **not funded**.';
export const label = 'Places funded';
export const keepWaiting = (scheme: Scheme): string =>
  `Nothing to do then but wait. Your form is kept. If it goes on too long, ask ${teamAt(scheme)}, and give the reference.`;

/** `training`: there is a training department to ask. */
export function unsuccessful(application: Application, scheme: Scheme, training: boolean): string {
  const on = application.snapshot.context.decision?.on;
  return [
    `**Not funded**${on ? `, as you told me on ${sayDate(on)}` : ''}.`,
    `I am sorry, after all that work. It is not the end of it:\n- Ask ${theRecipient(scheme)} why, and whether a later intake has places.\n- Ask ${training ? 'your training department' : 'whoever leads on workforce'} about other ways to pay, such as an apprenticeship.\n- Copy this application into a new one for the next round. Your answers come with it.`,
  ].join('\n\n');
}
