import { stateOf, type Application } from '../../workflows/application.js';
import { londonDate, londonTime, sayDate, type WorkingCalendar } from '../../workflows/dates.js';
import { fieldOf } from '../../workflows/fields.js';
import {
  intakeOf,
  placesWanted,
  universityOf,
  startOf,
} from '../../workflows/expression-of-interest-rules.js';
import { planFor } from '../../workflows/plan-rules.js';
import { essentials } from '../../workflows/readiness-rules.js';
import type { Answers, FieldName, Scheme } from '../../workflows/scheme.js';
import { anchorsOf } from '../../workflows/support-rules.js';
import { confirmationDue } from '../rounds/due.js';
import type { DocumentName } from '../conversation.js';
import { sections } from '../expression-of-interest/content.js';
import { status } from '../readiness/content.js';
import { rowOf } from '../support-confirmation/content.js';
import { confirmationName, formName, recipientOf, roleName } from '../rounds/words.js';
import { answersOf, capital, filesToAttach } from '../words.js';
import { calendarEvents, planEvents } from '../plan/content.js';
import { renderCalendar } from './calendar-file.js';
import type { DocumentModel } from './document-model.js';
import type { Email } from './email.js';
import { renderEmail } from './email.js';
import { renderWord } from './word.js';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface RenderedDocument {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** The completed form, from what is stored and nothing else. */
export function eoiModel(application: Application, scheme: Scheme, now: string): DocumentModel {
  const { declared, readiness } = application.snapshot.context;
  const answers = answersOf(application, scheme);
  return {
    title: formName(scheme),
    subtitle: `${scheme.name}, ${scheme.region}`,
    reference: application.reference,
    created: now,
    sections: [
      ...sections(scheme, application).map(({ title, rows }) => ({ heading: title, rows })),
      ...(essentials(scheme.readiness.checks).length === 0
        ? []
        : [
            {
              heading: 'Essential checks',
              table: {
                head: ['Check', 'Where it stands'],
                rows: essentials(scheme.readiness.checks).map((check) => [
                  check.title,
                  capital(plain(status(readiness.context.answers[check.id]))),
                ]),
              },
            },
          ]),
      {
        heading: 'Protocols and declaration',
        paragraphs: [...scheme.protocols.map(({ text }) => `• ${text}`), scheme.declaration],
        rows: declared
          ? [
              ['Accepted by', String(fieldOf(scheme, 'applicant', answers) ?? 'the applicant')],
              ['Accepted on', `${sayDate(londonDate(declared.at))}, ${londonTime(declared.at)}`],
            ]
          : [['Accepted', 'Not yet']],
      },
    ],
    footer: scheme.notice,
  };
}

/** The form for each place: a section for each trainee. */
export function supportModel(application: Application, scheme: Scheme, now: string): DocumentModel {
  const { support, decision } = application.snapshot.context;
  const starts = startOf(scheme, application.snapshot.context);
  const answers = answersOf(application, scheme);
  const form = application.snapshot.context.form.context;
  const said = (field: FieldName) => String(fieldOf(scheme, field, answers) ?? '');
  const due = confirmationDue(scheme, anchorsOf(scheme, application.snapshot.context));
  return {
    title: confirmationName(scheme),
    subtitle: `${scheme.name}, ${scheme.region}`,
    reference: application.reference,
    created: now,
    sections: [
      {
        heading: 'Application',
        rows: [
          ['Organisation', said('organisation')],
          ['Service or ward', said('service')],
          ['Manager', said('applicant')],
          ['University', universityOf(scheme, form)?.name ?? ''],
          ['Intake', intakeOf(scheme, form)?.label ?? ''],
          ['Programme starts', starts ? sayDate(starts) : ''],
          ['Due back by', due ? sayDate(due) : ''],
          ['Places awarded', String(decision?.places ?? '')],
          ['Trainees', String(support.trainees)],
          ['Why they differ', support.reason ?? ''],
        ].filter((row): row is [string, string] => row[1] !== ''),
      },
      ...support.rows.map((row, i) => ({ heading: `Trainee ${i + 1}`, rows: rowOf(scheme, row) })),
    ],
    footer: scheme.notice,
  };
}

export interface Dates {
  readonly now: string;
  readonly calendar: WorkingCalendar;
  readonly rounds: readonly Scheme[];
  /** For a plan that belongs to no application: its round, and the intake that it is for. */
  readonly round?: string | undefined;
  readonly intake?: string | undefined;
}

/** The dates of a person's applications, or of a plan, for their calendar; undefined when there are none (any more). */
export function renderDates(
  applications: readonly Application[],
  schemeOf: (application: Application) => Scheme,
  { now, calendar, rounds, round, intake }: Dates,
): RenderedDocument | undefined {
  const planning = { calendar, today: londonDate(now) };
  // A link from before there were several rounds names none.
  const scheme = rounds.find(({ id, intakes }) =>
    round === undefined ? intakes.some((one) => one.id === intake) : id === round,
  );
  const planned = scheme?.intakes.find(({ id }) => id === intake);
  const plan = scheme && planned && planFor(planned, { ...planning, scheme });
  const events = plan
    ? planEvents(plan, scheme, planning.today)
    : calendarEvents(applications, schemeOf, planning);
  if (events.length === 0) return undefined;
  const content = renderCalendar({ name: 'AP Pathway', events, stamp: now });
  return {
    filename: 'AP-Pathway.ics',
    contentType: 'text/calendar; charset=utf-8',
    content: Buffer.from(content),
  };
}

/** A document as it is fetched. Rendered when asked for, so that it always is what is stored. */
export async function renderDocument(
  name: Exclude<DocumentName, 'calendar' | 'overview' | 'my-data' | 'my-data-to-read' | 'roles'>,
  application: Application,
  scheme: Scheme,
  now: string,
): Promise<RenderedDocument> {
  const isEoi = name.startsWith('eoi');
  const model = isEoi ? eoiModel(application, scheme, now) : supportModel(application, scheme, now);
  const form: RenderedDocument = {
    filename: `${fileName(isEoi ? formName(scheme) : confirmationName(scheme))}-${application.reference}.docx`,
    contentType: wordType,
    content: await renderWord(model),
  };
  if (name.endsWith('form')) return form;
  const email = await renderEmail(
    isEoi ? eoiEmail(application, scheme, form, now) : supportEmail(application, scheme, form, now),
  );
  return { filename: form.filename.replace(/docx$/, 'eml'), contentType: 'message/rfc822', content: email };
}

function eoiEmail(application: Application, scheme: Scheme, form: RenderedDocument, now: string): Email {
  const answers = answersOf(application, scheme);
  const role = roleName(scheme, answers);
  const from = application.snapshot.context.form.context;
  const intake = intakeOf(scheme, from)?.label;
  const places = placesWanted(scheme, from);
  const files = filesToAttach(application, scheme);
  return {
    ...sender(scheme, answers),
    ...(scheme.sendTo.to === 'mailbox' ? { to: scheme.sendTo.email } : {}),
    subject: [`${formName(scheme)}: ${role}`, aboutWhat(scheme, answers), application.reference]
      .filter(Boolean)
      .join(', '),
    text: [
      addressee(scheme, application),
      `Please find attached our ${formName(scheme)} for ${places} ${role} training ${places === 1 ? 'place' : 'places'}${intake ? `, for the ${intake} intake` : ''}.`,
      `${scheme.sendTo.to === 'university' ? 'It is returned to your university only. ' : ''}Our reference is ${application.reference}.`,
      ...(files.length > 0 ? [`Attached as well: ${files.join('; ')}.`] : []),
      'Please confirm that you have received it, and tell us when to expect a decision and of any recruitment dates of your own.',
      signature(scheme, answers),
    ].join('\n\n'),
    attachments: [form],
    date: now,
    messageId: `${application.reference}.eoi.${application.snapshot.context.sent.length}@ap-pathway`,
  };
}

function supportEmail(application: Application, scheme: Scheme, form: RenderedDocument, now: string): Email {
  const answers = answersOf(application, scheme);
  const starts = startOf(scheme, application.snapshot.context);
  return {
    ...sender(scheme, answers),
    ...(scheme.sendTo.to === 'mailbox' ? { to: scheme.sendTo.email } : {}),
    subject: [`${confirmationName(scheme)}: ${aboutWhat(scheme, answers)}`, application.reference].join(', '),
    text: [
      addressee(scheme, application),
      `Please find attached our ${confirmationName(scheme)} for ${application.snapshot.context.support.trainees} trainee(s)${starts ? `, for the programme that starts on ${sayDate(starts)}` : ''}. Our reference is ${application.reference}.`,
      'Please confirm that you have received it and that the places are safe.',
      signature(scheme, answers),
    ].join('\n\n'),
    attachments: [form],
    date: now,
    messageId: `${application.reference}.support.${stateOf(application.snapshot.value)}@ap-pathway`,
  };
}

function aboutWhat(scheme: Scheme, answers: Answers): string {
  return String(fieldOf(scheme, 'service', answers) ?? fieldOf(scheme, 'organisation', answers) ?? '');
}

function addressee(scheme: Scheme, application: Application): string {
  const recipient = recipientOf(scheme, application.snapshot.context.form.context);
  return scheme.sendTo.to === 'university' ? `To the programme team at ${recipient}` : `To ${recipient}`;
}

/** "Expression-of-Interest": a name that every system of files takes. */
function fileName(name: string): string {
  return name.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
}

function sender(scheme: Scheme, answers: Answers): { from?: string } {
  const email = fieldOf(scheme, 'email', answers);
  return typeof email === 'string' ? { from: email } : {};
}

function signature(scheme: Scheme, answers: Answers): string {
  return (['applicant', 'job', 'service', 'organisation', 'phone'] as const)
    .flatMap((field) => fieldOf(scheme, field, answers) ?? [])
    .join('\n');
}

/** Status words are written for Markdown; a document shows them plain. */
function plain(text: string): string {
  return text.replace(/\\([\\`*_[\]<>#|~])/g, '$1');
}
