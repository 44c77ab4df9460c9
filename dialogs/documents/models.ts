import { stateOf, type Application } from '../../workflows/application.js';
import { londonDate, londonTime, sayDate, type WorkingCalendar } from '../../workflows/dates.js';
import { intakeOf, universityOf, startOf } from '../../workflows/expression-of-interest-rules.js';
import { planFor } from '../../workflows/plan-rules.js';
import type { Scheme } from '../../workflows/scheme.js';
import { confirmationDue } from '../../workflows/support-rules.js';
import type { DocumentName } from '../conversation.js';
import { checksOf, sections } from '../expression-of-interest/content.js';
import { replaced, rowOf, statement } from '../support-confirmation/content.js';
import { answersOf } from '../words.js';
import { calendarEvents, planEvents } from '../plan/content.js';
import { renderCalendar } from './calendar-file.js';
import type { DocumentModel } from './document-model.js';
import type { Email } from './email.js';
import { renderEmail } from './email.js';
import { eoiLetter, supportLetter } from './letters.js';
import { renderWord } from './word.js';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface RenderedDocument {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** The completed Expression of Interest, from what is stored and nothing else. */
export function eoiModel(application: Application, scheme: Scheme, now: string): DocumentModel {
  const { declared } = application.snapshot.context;
  const checks = checksOf(scheme, application);
  const answers = answersOf(application, scheme);
  return {
    title: 'Expression of Interest',
    subtitle: `${scheme.name}, ${scheme.region}`,
    reference: application.reference,
    created: now,
    sections: [
      ...sections(scheme, application).map(({ title, rows }) => ({ heading: title, rows })),
      {
        heading: checks.title,
        table: {
          head: ['Check', 'Where it stands'],
          rows: checks.rows.map(([check, how]) => [check, plain(how)]),
        },
      },
      {
        heading: 'Protocols and declaration',
        paragraphs: [...scheme.protocols.map(({ text }) => `• ${text}`), scheme.declaration],
        rows: declared
          ? [
              ['Accepted by', String(answers['manager-name'] ?? 'the applicant')],
              ['Accepted on', `${sayDate(londonDate(declared.at))}, ${londonTime(declared.at)}`],
            ]
          : [['Accepted', 'Not yet']],
      },
    ],
    footer: scheme.notice,
  };
}

/** The Confirmation of Support: a section for each trainee. */
export function supportModel(application: Application, scheme: Scheme, now: string): DocumentModel {
  const { support, decision, returned } = application.snapshot.context;
  const before = replaced(application);
  const starts = startOf(scheme, application.snapshot.context);
  const answers = answersOf(application, scheme);
  const form = application.snapshot.context.form.context;
  return {
    title: 'Confirmation of Support',
    subtitle: `${scheme.name}, ${scheme.region}`,
    reference: application.reference,
    created: now,
    sections: [
      {
        heading: 'Application',
        rows: [
          ['Organisation', String(answers['organisation-name'] ?? '')],
          ['Service or ward', String(answers['service-name'] ?? '')],
          ['Manager', String(answers['manager-name'] ?? '')],
          ['University', universityOf(scheme, form)?.name ?? ''],
          ['Intake', intakeOf(scheme, form)?.label ?? ''],
          ...(starts
            ? ([
                ['Programme starts', sayDate(starts)],
                ['Due back by', sayDate(confirmationDue(scheme, starts))],
              ] as [string, string][])
            : []),
          ['Places awarded', String(decision?.places ?? '')],
          ['Trainees', String(support.trainees)],
          ...(support.reason ? ([['Why they differ', support.reason]] as [string, string][]) : []),
        ],
      },
      ...support.rows.map((row, i) => ({ heading: `Trainee ${i + 1}`, rows: rowOf(scheme, row) })),
      {
        heading: 'Statement of support',
        paragraphs: [statement(scheme)],
        rows: [
          ['Confirmed by', String(answers['manager-name'] ?? '')],
          ['Post', String(answers['manager-job'] ?? '')],
          ['Date', sayDate(returned?.on ?? londonDate(now))],
          ...(before ? ([['Replaces', `The one returned on ${sayDate(before)}`]] as [string, string][]) : []),
        ],
      },
    ],
    footer: scheme.notice,
  };
}

export interface Dates {
  readonly now: string;
  readonly calendar: WorkingCalendar;
  /** For a plan that belongs to no application: the current scheme, and the intake that it is for. */
  readonly scheme: Scheme;
  readonly intake?: string | undefined;
}

/** The dates of a person's applications, or of a plan, for their calendar; undefined when there are none (any more). */
export function renderDates(
  applications: readonly Application[],
  schemeOf: (application: Application) => Scheme,
  { now, calendar, scheme, intake }: Dates,
): RenderedDocument | undefined {
  const planning = { scheme, calendar, today: londonDate(now) };
  const planned = scheme.intakes.find(({ id }) => id === intake);
  const events = planned
    ? planEvents(planFor(planned, planning), scheme, planning.today)
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
    filename: `${isEoi ? 'Expression-of-Interest' : 'Confirmation-of-Support'}-${application.reference}.docx`,
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
  return {
    ...addressed(application, scheme),
    ...eoiLetter(application, scheme),
    attachments: [form],
    date: now,
    messageId: `${application.reference}.eoi.${application.snapshot.context.sent.length}@ap-pathway`,
  };
}

function supportEmail(application: Application, scheme: Scheme, form: RenderedDocument, now: string): Email {
  return {
    ...addressed(application, scheme),
    ...supportLetter(application, scheme),
    attachments: [form],
    date: now,
    messageId: `${application.reference}.support.${stateOf(application.snapshot.value)}@ap-pathway`,
  };
}

/** From the manager; to the university, where the scheme knows its address. */
function addressed(application: Application, scheme: Scheme): { from?: string; to?: string } {
  const from = answersOf(application, scheme)['work-email'];
  const to = universityOf(scheme, application.snapshot.context.form.context)?.email;
  return { ...(typeof from === 'string' ? { from } : {}), ...(to ? { to } : {}) };
}

/** Status words are written for Markdown; a document shows them plain. */
function plain(text: string): string {
  return text.replace(/\\([\\`*_[\]<>#|~])/g, '$1');
}
