import type { Application } from '../../workflows/application.js';
import { sayDate } from '../../workflows/dates.js';
import { intakeOf, placesWanted, startOf } from '../../workflows/expression-of-interest-rules.js';
import { fieldOf, rowStage } from '../../workflows/fields.js';
import type { Answers, Scheme } from '../../workflows/scheme.js';
import { confirmationName, formName, recipientOf, roleName } from '../rounds/words.js';
import { inLetter } from '../files/content.js';
import { answersOf, enclosures, plural, rowEnclosures } from '../words.js';

/** The words of the two emails, the same in the file to open and in the text to copy. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

export function eoiLetter(application: Application, scheme: Scheme): Letter {
  const answers = answersOf(application, scheme);
  const role = roleName(scheme, answers);
  const form = application.snapshot.context.form.context;
  const intake = intakeOf(scheme, form)?.label;
  const files = enclosures(application, scheme);
  return {
    subject: [`${formName(scheme)}: ${role}`, ...aboutWhat(scheme, answers), application.reference].join(
      ', ',
    ),
    text: [
      addressee(scheme, application),
      `Please find attached our ${formName(scheme)}${scheme.fields.places === undefined ? '' : ` for ${plural(placesWanted(scheme, form), `trainee ${role} place`)}`}${intake ? `, for the ${intake} intake` : ''}.`,
      `${scheme.sendTo.to === 'university' ? 'It is returned to your university only. ' : ''}Our reference is ${application.reference}.`,
      ...(files.length > 0 ? [inLetter(files)] : []),
      `Please confirm that you have received it, and tell us when to expect a decision${rowStage(scheme) ? ' and of any recruitment dates of your own' : ''}.`,
      signature(scheme, answers),
    ].join('\n\n'),
  };
}

export function supportLetter(application: Application, scheme: Scheme): Letter {
  const { context } = application.snapshot;
  const answers = answersOf(application, scheme);
  const starts = startOf(scheme, context);
  const files = rowEnclosures(application, scheme);
  return {
    subject: [
      [`${confirmationName(scheme)}:`, ...aboutWhat(scheme, answers)].join(' '),
      application.reference,
    ].join(', '),
    text: [
      addressee(scheme, application),
      `Please find attached our ${confirmationName(scheme)} for ${plural(context.support.trainees, 'trainee')}${starts ? `, for the programme that starts on ${sayDate(starts)}` : ''}. Our reference is ${application.reference}.`,
      ...(files.length > 0 ? [inLetter(files)] : []),
      'Please confirm that you have received it and that the places are safe.',
      signature(scheme, answers),
    ].join('\n\n'),
  };
}

function aboutWhat(scheme: Scheme, answers: Answers): string[] {
  const about = fieldOf(scheme, 'service', answers) ?? fieldOf(scheme, 'organisation', answers);
  return about === undefined ? [] : [String(about)];
}

function addressee(scheme: Scheme, application: Application): string {
  const recipient = recipientOf(scheme, application.snapshot.context.form.context);
  return scheme.sendTo.to === 'university' ? `To the programme team at ${recipient}` : `To ${recipient}`;
}

function signature(scheme: Scheme, answers: Answers): string {
  return (['applicant', 'job', 'service', 'organisation', 'phone'] as const)
    .flatMap((field) => fieldOf(scheme, field, answers) ?? [])
    .join('\n');
}
