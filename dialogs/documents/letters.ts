import type { Application } from '../../workflows/application.js';
import { sayDate } from '../../workflows/dates.js';
import {
  intakeOf,
  placesWanted,
  startOf,
  universityOf,
} from '../../workflows/expression-of-interest-rules.js';
import type { Answers, Scheme } from '../../workflows/scheme.js';
import { answersOf, plural, theUniversity } from '../words.js';

/** The words of the two emails, the same in the file to open and in the text to copy. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

export function eoiLetter(application: Application, scheme: Scheme): Letter {
  const answers = answersOf(application, scheme);
  const role = scheme.roles.find(({ id }) => id === answers['role'])?.name ?? 'Assistant Practitioner';
  const form = application.snapshot.context.form.context;
  return {
    subject: `Expression of Interest: ${role}, ${String(answers['service-name'] ?? '')}, ${application.reference}`,
    text: [
      `To the programme team at ${theUniversity(universityOf(scheme, form))}`,
      `Please find attached our Expression of Interest for ${plural(placesWanted(form), `trainee ${role} place`)}, for the ${intakeOf(scheme, form)?.label ?? ''} intake.`,
      `It is returned to your university only. Our reference is ${application.reference}.`,
      'Please confirm that you have received it, and tell us when to expect a decision and of any recruitment dates of your own.',
      signature(answers),
    ].join('\n\n'),
  };
}

export function supportLetter(application: Application, scheme: Scheme): Letter {
  const { context } = application.snapshot;
  const answers = answersOf(application, scheme);
  const starts = startOf(scheme, context);
  return {
    subject: `Confirmation of Support: ${String(answers['service-name'] ?? '')}, ${application.reference}`,
    text: [
      `To the programme team at ${theUniversity(universityOf(scheme, context.form.context))}`,
      `Please find attached our Confirmation of Support for ${plural(context.support.trainees, 'trainee')}${starts ? `, for the programme that starts on ${sayDate(starts)}` : ''}. Our reference is ${application.reference}.`,
      'Please confirm that you have received it and that the places are safe.',
      signature(answers),
    ].join('\n\n'),
  };
}

function signature(answers: Answers): string {
  return ['manager-name', 'manager-job', 'service-name', 'organisation-name', 'phone']
    .flatMap((id) => (answers[id] === undefined ? [] : [String(answers[id])]))
    .join('\n');
}
