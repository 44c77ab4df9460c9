import { quoted } from '../understanding/text.js';

/** What is said of a person's own application. */

const places = (count: number): string => `${count} ${count === 1 ? 'place' : 'places'}`;

export const own = {
  because: (reference: string, kind: string): string => `${kind}: from application ${reference}`,
  reference: (reference: string): string => `Your reference is **${reference}**.`,
  returned: (form: string, on: string): string => `You returned your ${form} on **${on}**.`,
  confirmationDue: (form: string, to: string, by: string, starts: string, isPast: boolean): string =>
    isPast
      ? `Your ${form} was due by **${by}**, and that day has passed. Ring ${to} at once. Your programme starts on ${starts}.`
      : `Your ${form} is due by **${by}**. Your programme starts on ${starts}.`,
  due: (next: string, by: string | undefined, isPast: boolean): string =>
    by
      ? `**${by}**: ${next}.${isPast ? ' That day has passed.' : ''}`
      : `No date is set for what is next: ${next}.`,
  left: (next: string, by: string | undefined): string => `Next: **${next}**${by ? `, by ${by}` : ''}.`,
  trainees: (count: number): string => `You have **${count}** ${count === 1 ? 'trainee' : 'trainees'}.`,
  placesAwarded: (awarded: number, wanted: number, on: string): string =>
    `You got **${places(awarded)}**${wanted > 0 && wanted !== awarded ? `, of the ${wanted} you asked for` : ''}. The decision was on ${on}.`,
  noPlaces: (on: string): string => `None: your application was **not funded**. The decision was on ${on}.`,
  placesAsked: (wanted: number): string => `You asked for **${places(wanted)}**. There is no decision yet.`,
  noPlacesYet: 'You have not told me yet how many places you want.',
  noUniversity: 'You have not chosen a university yet.',
  university: (name: string, sentOn: string | undefined): string =>
    sentOn ? `**${name}**. You sent your form on ${sentOn}.` : `**${name}**. Your form is not sent yet.`,
  sent: (on: string, to: string | undefined): string => `You sent it on **${on}**${to ? `, to ${to}` : ''}.`,
  notSent: 'No, you have not told me that it was sent.',
  noDecision: 'You have not told me of a decision yet. Your form is sent.',
  starts: (on: string, isMoved: boolean): string =>
    `Your programme starts on **${on}**${isMoved ? ', the new date you told me' : ''}.`,
  noStart: 'No start is chosen yet.',
  closes: (on: string, at: string | undefined, isPast: boolean): string =>
    isPast ? `This round closed on **${on}**.` : `This round closes on **${on}**${at ? ` at ${at}` : ''}.`,
  neverCloses: 'No closing date is set for this round.',
  nobodyAsked: 'You have asked nobody through me.',
  waiting: (to: string, label: string, on: string): string =>
    `- ${quoted(to)} was asked on ${on}, and has not answered: ${label}`,
  answered: (by: string, label: string, on: string): string => `- ${quoted(by)} answered on ${on}: ${label}`,
  nextReminder: (on: string): string => `The next reminder is on **${on}**.`,
  noReminder: 'No reminder is to come.',
  answer: (label: string, said: string): string => `${label}: **${quoted(said)}**`,
  check: (title: string, status: string): string => `${title}: ${status}.`,
};
