import { stateOf, type Application } from '../../workflows/application.js';
import { londonDate, londonTime, sayDate, type WorkingCalendar } from '../../workflows/dates.js';
import { fieldOf } from '../../workflows/fields.js';
import {
  formQuestions,
  intakeOf,
  universityOf,
  startOf,
} from '../../workflows/expression-of-interest-rules.js';
import { planFor } from '../../workflows/plan-rules.js';
import type { FieldName, Scheme } from '../../workflows/scheme.js';
import { anchorsOf } from '../../workflows/support-rules.js';
import { confirmationDue } from '../rounds/due.js';
import type { DocumentName } from '../conversation.js';
import { checksOf, sections } from '../expression-of-interest/content.js';
import { replaced, rowOf, statement } from '../support-confirmation/content.js';
import { confirmationName, formName } from '../rounds/words.js';
import { answersOf, enclosures, rowEnclosures, type Enclosure } from '../words.js';
import { calendarEvents, planEvents } from '../plan/content.js';
import { renderCalendar } from './calendar-file.js';
import { withoutMarkdown, type DocumentModel } from './document-model.js';
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

/** The bytes of a file that is kept with an application, by its id. */
export type KeptFiles = (id: string) => Promise<Omit<RenderedDocument, 'filename'> | undefined>;

/** The completed form, from what is stored and nothing else. */
export function eoiModel(application: Application, scheme: Scheme, now: string): DocumentModel {
  const { declared } = application.snapshot.context;
  const checks = checksOf(scheme, application);
  const answers = answersOf(application, scheme);
  return {
    title: formName(scheme),
    subtitle: `${scheme.name}, ${scheme.region}`,
    reference: application.reference,
    created: now,
    sections: [
      ...sections(scheme, application).map(({ title, rows }) => ({ heading: title, rows })),
      ...(checks.rows.length === 0
        ? []
        : [
            {
              heading: checks.title,
              table: {
                head: ['Check', 'Where it stands'],
                rows: checks.rows.map(([check, how]) => [check, withoutMarkdown(how)]),
              },
            },
          ]),
      {
        heading: scheme.protocols.length > 0 ? 'Protocols and declaration' : 'Declaration',
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
  const { support, decision, returned } = application.snapshot.context;
  const before = replaced(application);
  const starts = startOf(scheme, application.snapshot.context);
  const answers = answersOf(application, scheme);
  const form = application.snapshot.context.form.context;
  const said = (field: FieldName) => String(fieldOf(scheme, field, answers) ?? '');
  const labelOf = (field: FieldName) =>
    formQuestions(scheme).find(({ id }) => id === scheme.fields[field])?.label ?? '';
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
          [labelOf('organisation'), said('organisation')],
          [labelOf('service'), said('service')],
          [labelOf('applicant'), said('applicant')],
          [labelOf('university'), universityOf(scheme, form)?.name ?? ''],
          [labelOf('intake'), intakeOf(scheme, form)?.label ?? ''],
          ['Programme starts', starts ? sayDate(starts) : ''],
          ['Due back by', due ? sayDate(due) : ''],
          ['Places awarded', String(decision?.places ?? '')],
          ['Trainees', String(support.trainees)],
          ['Why they differ', support.reason ?? ''],
        ].filter((row): row is [string, string] => row[1] !== ''),
      },
      ...support.rows.map((row, i) => ({ heading: `Trainee ${i + 1}`, rows: rowOf(scheme, row) })),
      {
        heading: 'Statement of support',
        paragraphs: [statement(scheme)],
        rows: [
          ['Confirmed by', said('applicant')],
          ['Post', said('job')],
          ['Date', sayDate(returned?.on ?? londonDate(now))],
          ['Replaces', before ? `The one returned on ${sayDate(before)}` : ''],
        ].filter((row): row is [string, string] => row[1] !== ''),
      },
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
  name: Exclude<DocumentName, 'calendar' | 'overview' | 'my-data' | 'my-data-to-read' | 'roles' | 'file'>,
  application: Application,
  scheme: Scheme,
  now: string,
  kept: KeptFiles = () => Promise.resolve(undefined),
): Promise<RenderedDocument> {
  const isEoi = name.startsWith('eoi');
  const model = isEoi ? eoiModel(application, scheme, now) : supportModel(application, scheme, now);
  const form: RenderedDocument = {
    filename: `${fileName(isEoi ? formName(scheme) : confirmationName(scheme))}-${application.reference}.docx`,
    contentType: wordType,
    content: await renderWord(model),
  };
  if (name.endsWith('form')) return form;
  const files = await attachments(
    isEoi ? enclosures(application, scheme) : rowEnclosures(application, scheme),
    kept,
  );
  const all = [form, ...files];
  const email = await renderEmail(
    isEoi ? eoiEmail(application, scheme, all, now) : supportEmail(application, scheme, all, now),
  );
  return { filename: form.filename.replace(/docx$/, 'eml'), contentType: 'message/rfc822', content: email };
}

/** The files that are kept, each once. Of one that is there no more the letter still has the name: whoever sends it sees that it lacks. */
async function attachments(all: readonly Enclosure[], kept: KeptFiles): Promise<RenderedDocument[]> {
  const files = new Map(all.flatMap(({ file }) => (file ? [[file.id, file.name] as const] : [])));
  const found = await Promise.all(
    [...files].map(async ([id, filename]) => ({ filename, at: await kept(id) })),
  );
  return found.flatMap(({ filename, at }) => (at ? [{ filename, ...at }] : []));
}

function eoiEmail(
  application: Application,
  scheme: Scheme,
  attachments: readonly RenderedDocument[],
  now: string,
): Email {
  return {
    ...addressed(application, scheme),
    ...eoiLetter(application, scheme),
    attachments,
    date: now,
    messageId: `${application.reference}.eoi.${application.snapshot.context.sent.length}@ap-pathway`,
  };
}

function supportEmail(
  application: Application,
  scheme: Scheme,
  attachments: readonly RenderedDocument[],
  now: string,
): Email {
  return {
    ...addressed(application, scheme),
    ...supportLetter(application, scheme),
    attachments,
    date: now,
    messageId: `${application.reference}.support.${stateOf(application.snapshot.value)}@ap-pathway`,
  };
}

/** "Expression-of-Interest": a name that every system of files takes. */
function fileName(name: string): string {
  return name.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
}

/** From the manager; to whom the form goes, where the scheme knows the address. */
function addressed(application: Application, scheme: Scheme): { from?: string; to?: string } {
  const from = fieldOf(scheme, 'email', answersOf(application, scheme));
  const { sendTo } = scheme;
  const to =
    sendTo.to === 'mailbox'
      ? sendTo.email
      : sendTo.to === 'university'
        ? universityOf(scheme, application.snapshot.context.form.context)?.email
        : undefined;
  return { ...(typeof from === 'string' ? { from } : {}), ...(to ? { to } : {}) };
}
