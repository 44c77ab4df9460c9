import { stateOf, type Application } from '../workflows/application.js';
import { allAnswers } from '../workflows/expression-of-interest.machine.js';
import {
  formQuestions,
  intakeOf,
  knownAnswers,
  universityOf,
  universitiesFor,
} from '../workflows/expression-of-interest-rules.js';
import type { TextShape } from '../workflows/scheme.js';
import { attachedByHand, attachedFile, limitsOf, type AttachedFile } from '../workflows/attached-file.js';
import { keepingResult } from '../workflows/kept-result.js';
import { applicable } from '../workflows/question-rules.js';
import type { Answer, Answers, EligibilityQuestion, Question, Scheme } from '../workflows/scheme.js';
import { sayDate, sayMonth } from '../workflows/dates.js';
import { fieldOf, roleOf, rowQuestions } from '../workflows/fields.js';
import type { Reads } from './conversation.js';
import type { Button } from './reply.js';
import { roleName, sayStart } from './rounds/words.js';
import { normalise, quoted } from './understanding/text.js';

/** Words and shapes that several dialogs share. */

export function button(title: string, says = title): Button {
  return { title, says };
}

/** "Ward 7, two trainee AP places": what a person knows an application by. */
export function titleOf(application: Application, scheme: Scheme): string {
  const answers = answersOf(application, scheme);
  const service = fieldOf(scheme, 'service', answers) ?? fieldOf(scheme, 'organisation', answers);
  const role = roleOf(scheme, answers);
  return [service ? String(service) : 'No service named yet', role?.short].filter(Boolean).join(', ');
}

/** Every answer of the form: given there, or told before in eligibility and readiness. */
export function answersOf({ snapshot }: Application, scheme: Scheme): Answers {
  return everyAnswer(scheme, snapshot.context);
}

const everyAnswer = keepingResult((scheme: Scheme, context: Application['snapshot']['context']): Answers => ({
  ...knownAnswers(scheme, context),
  ...allAnswers(context.form.context),
}));

/** Is there a training department to speak to? Whoever has said that there is none is not sent there again. */
export function hasTraining(application: Application, scheme: Scheme): boolean {
  return fieldOf(scheme, 'trainingDepartment', answersOf(application, scheme)) !== 'none';
}

/** An answer as a person reads it. */
export function sayAnswer(scheme: Scheme, question: Question, value: Answer | undefined): string {
  if (value === undefined) return 'Not answered yet';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  switch (question.type) {
    case 'university':
      return scheme.universities.find(({ id }) => id === value)?.name ?? String(value);
    case 'intake': {
      const intake = scheme.intakes.find(({ id }) => id === value);
      return intake
        ? `${intake.label}, starts ${intake.starts.length === 7 ? `in ` : ''}${sayStart(intake)}${intake.provisional ? ' (provisional)' : ''}`
        : String(value);
    }
    case 'date':
      return sayDate(String(value));
    case 'file': {
      const file = attachedFile(value);
      return file ? `${file.name}, ${sayBytes(file.size)}` : 'Attached by hand to what is sent';
    }
    case 'month':
      return sayMonth(String(value));
    case 'money':
      return sayMoney(Number(value));
    case 'choice':
      return optionsOf(scheme, question).find((option) => option.value === value)?.label ?? String(value);
    default:
      return String(value);
  }
}

/** A choice's options; one told by eligibility has that question's. */
export function optionsOf(
  scheme: Scheme,
  question: Question,
): readonly { value: string; label: string; also: string[] }[] {
  const { from } = question;
  const told =
    from && 'eligibility' in from
      ? scheme.eligibility.questions.find(({ id }) => id === from.eligibility)
      : undefined;
  return told?.options ?? question.options ?? [];
}

/** How the answer to a form's question is read. */
export function readsOf(scheme: Scheme, question: Question, answers: Answers): Reads {
  switch (question.type) {
    case 'yesNo':
      return { type: 'yesNo' };
    case 'choice':
      return { type: 'choice', options: optionsOf(scheme, question) };
    case 'wholeNumber':
      return {
        type: 'wholeNumber',
        min: question.min ?? 0,
        max: question.max ?? 1000,
        ...(question.confirmAbove === undefined ? {} : { confirmAbove: question.confirmAbove }),
        ...(question.shape === 'hours' ? { shape: question.shape } : {}),
      };
    case 'university':
      return {
        type: 'university',
        universities: universitiesFor(scheme, fieldOf(scheme, 'role', answers)),
      };
    case 'intake':
      return { type: 'intake', intakes: scheme.intakes };
    case 'date':
      return {
        type: 'date',
        prefer: question.notAfter ? 'past' : 'future',
        ...(question.notBefore ? { notBefore: question.notBefore } : {}),
        ...(question.notAfter ? { notAfter: question.notAfter } : {}),
      };
    case 'file':
      return {
        type: 'choice',
        options: [{ value: attachedByHand, label: 'I will attach it myself', also: filesByHand }],
      };
    case 'month':
      return { type: 'month' };
    case 'money':
      return { type: 'money', min: question.min ?? 0, max: question.max ?? 1_000_000 };
    case 'email':
    case 'phone':
    case 'postcode':
      return { type: question.type };
    default:
      return {
        type: question.type === 'statement' ? 'paragraph' : question.type,
        min: question.min ?? 1,
        max: question.max ?? (question.type === 'paragraph' || question.type === 'statement' ? 3000 : 120),
        ...(question.maxWords === undefined ? {} : { maxWords: question.maxWords }),
        ...shapeOf(scheme, question),
      };
  }
}

const filesByHand = [
  'myself',
  'i will attach it',
  'i will send it',
  'attach it myself',
  'by hand',
  'yes',
  'ok',
  'i have it',
];

/** "PDF or Word, 10 MB at most": what a question for a file takes. */
export function sayFiles(question: Pick<Question, 'files'>): string {
  const { types, megabytes } = limitsOf(question);
  const names = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel', png: 'PNG', jpg: 'JPEG' } as const;
  const named = types.map((one) => names[one]);
  const last = named.at(-1) ?? '';
  return `${named.length > 1 ? `${named.slice(0, -1).join(', ')} or ${last}` : last}, ${megabytes} MB at most`;
}

/** "84 KB". */
export function sayBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What goes with a form: the answer to a question for a file. Without `file` the person attaches it by hand. */
export interface Enclosure {
  readonly label: string;
  /** What the question takes. */
  readonly takes: string;
  readonly file: AttachedFile | undefined;
}

/** Of the form. */
export function enclosures(application: Application, scheme: Scheme): readonly Enclosure[] {
  return enclosedIn(formQuestions(scheme), answersOf(application, scheme));
}

/** Of the form for each place: of every row. */
export function rowEnclosures({ snapshot }: Application, scheme: Scheme): readonly Enclosure[] {
  const { rows } = snapshot.context.support;
  return rows.flatMap(({ context }, row) =>
    enclosedIn(rowQuestions(scheme), allAnswers(context)).map((one) =>
      rows.length > 1 ? { ...one, label: `${one.label}, trainee ${row + 1}` } : one,
    ),
  );
}

function enclosedIn(questions: readonly Question[], answers: Answers): Enclosure[] {
  return applicable(questions, answers)
    .filter(({ id, type }) => type === 'file' && answers[id] !== undefined)
    .map((one) => ({ label: one.label, takes: sayFiles(one), file: attachedFile(answers[one.id]) }));
}

/** The files that the person attaches: their names, with what is taken. */
export function toAttach(all: readonly Enclosure[]): string[] {
  return all.flatMap(({ label, takes, file }) => (file ? [] : `${label} (${takes})`));
}

/** What the words look like: as the question says, else as what it is asked for in this scheme. */
function shapeOf({ fields }: Scheme, { id, type, shape }: Question): { shape?: TextShape } {
  if (shape !== undefined) return shape === 'hours' ? {} : { shape };
  if (id === fields.organisation) return { shape: 'organisation' };
  if (id === fields.service) return { shape: 'service' };
  if (id === fields.job) return { shape: 'job' };
  return type === 'name' ? { shape: 'person' } : {};
}

/** How the answer to an eligibility question is read. */
export function readsOfEligibility({ type, options, min, max }: EligibilityQuestion): Reads {
  switch (type) {
    case 'wholeNumber':
      return { type, min: min ?? 0, max: max ?? 100_000 };
    case 'date':
      return { type, prefer: 'past' };
    default:
      return { type, options };
  }
}

/** A question asked again shows what stands there. */
export function keepIt(answer: string): string {
  const short = answer.length > 120 ? `${answer.slice(0, 119).trimEnd()}…` : answer;
  return `You said: **${quoted(short)}**. Say **same** to keep it.`;
}

/** A draft with what is known filled in, and a blank to fill where it is not. */
export function fillDraft(text: string, application: Application | undefined, scheme: Scheme): string {
  const answers = application ? answersOf(application, scheme) : {};
  const form = application?.snapshot.context.form.context;
  const known: Record<string, string | undefined> = {
    manager: said(fieldOf(scheme, 'applicant', answers)),
    service: said(fieldOf(scheme, 'service', answers) ?? fieldOf(scheme, 'organisation', answers)),
    organisation: said(fieldOf(scheme, 'organisation', answers)),
    places: said(scheme.fields.places ? fieldOf(scheme, 'places', answers) : 1),
    intake: form && intakeOf(scheme, form)?.label,
    university: form && universityOf(scheme, form)?.name,
    role: roleName(scheme, answers),
  };
  return text.replace(/\{([a-z]+)\}/g, (_, name: string) => known[name] ?? blanks[name] ?? `[${name}]`);
}

const blanks: Readonly<Record<string, string>> = {
  manager: '[your name]',
  service: '[your service]',
  organisation: '[your organisation]',
  places: '[number]',
  intake: '[intake]',
  university: '[university]',
};

function said(answer: Answer | undefined): string | undefined {
  return answer === undefined ? undefined : String(answer);
}

/** "about 3 minutes": a question takes about twenty seconds. */
export function aboutMinutes(questions: number): string {
  const minutes = Math.max(1, Math.round(questions / 3));
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${inWords(count)} ${count === 1 ? one : many}`;
}

export { theUniversity } from './rounds/words.js';

/** "£1,250", with pence only where there are some. */
export function sayMoney(pounds: number): string {
  const digits = Number.isInteger(pounds) ? 0 : 2;
  return `£${pounds.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

/** Paragraphs, without those that are empty. */
export function joined(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

export function inWords(count: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][count] ??
    String(count)
  );
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Questions by their label or id: the very one, or those whose label has these words. */
export function byLabel<Q extends { id: string; label: string }>(
  questions: readonly Q[],
  wanted: string,
): Q[] {
  if (wanted === '') return [];
  const named = ({ id, label }: Q) => [label, label.replace(/^Your /, ''), id].map(normalise);
  const exact = questions.filter((one) => named(one).includes(wanted));
  if (exact.length > 0) return exact;
  const begins = questions.filter(
    ({ id, label }) => normalise(label).startsWith(wanted) || normalise(id).startsWith(wanted),
  );
  if (begins.length === 1) return begins;
  return questions.filter(
    ({ id, label }) =>
      ` ${normalise(`${label} ${id}`)} `.includes(` ${wanted} `) || wanted.includes(normalise(label)),
  );
}

/** How far a form has come: what is left to ask, and of how many. */
export function progressOf(application: Application, scheme: Scheme): { left: number; state: string } {
  const answers = answersOf(application, scheme);
  const questions = applicable(formQuestions(scheme), answers).filter(({ id }) => answers[id] === undefined);
  return { left: questions.length, state: stateOf(application.snapshot.value) };
}
