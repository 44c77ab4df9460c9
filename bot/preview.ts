import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { englandCalendar } from '../data/calendar/england.js';
import { readSchemeText } from '../data/schemes/schemes.js';
import { noFocus, type Focus, type Reads, type View } from '../dialogs/conversation.js';
import { converse, type Outcome } from '../dialogs/converse.js';
import { eoiModel, renderDocument, supportModel } from '../dialogs/documents/models.js';
import type { DocumentModel } from '../dialogs/documents/document-model.js';
import { message } from '../dialogs/nudges/content.js';
import { noReminders } from '../dialogs/nudges/reminders.js';
import { planText } from '../dialogs/plan/content.js';
import { advance, stateOf, type Application } from '../workflows/application.js';
import { addDays, londonDate, londonTime, sayDate, sayMonth } from '../workflows/dates.js';
import { letsThrough } from '../workflows/eligibility-rules.js';
import { rowStage } from '../workflows/fields.js';
import { dueNudges } from '../workflows/nudge-rules.js';
import { planOfApplication } from '../workflows/plan-rules.js';
import type { Scheme, TextShape } from '../workflows/scheme.js';
import { roundStatus } from '../workflows/window-rules.js';
import { openMind } from './turn/open-mind.js';
import { toActivities } from './channels/outgoing.js';

/**
 * `npm run preview -- FILE`: walks a round in the terminal as somebody who answers everything and is funded, and prints
 * every card, reminder and letter as it will be. Nothing is kept.
 */

const mind = openMind();
const calendar = englandCalendar();

export async function preview(scheme: Scheme, print: (line: string) => void, now: string): Promise<string> {
  let focus: Focus = noFocus;
  let application: Application | undefined;
  let today = dayInside(scheme, londonDate(now));
  let made = 0;
  let last: Outcome | undefined;
  const view = (): View => ({
    ...{ now: `${today}T10:00:00Z`, today, time: '10:00', coordinator: false, group: false, calendar, mind },
    person: { id: 'preview', name: 'Jo Bell', tenant: 'preview', greetedAt: now },
    focus: focus.application && !application ? noFocus : focus,
    application: focus.application ? application : undefined,
    ...{ scheme, schemeOf: () => scheme, rounds: [scheme], mine: application ? [application] : [] },
    reminders: noReminders,
    newReference: () => 'AP-3333-4444',
    newToken: () => `link-${++made}`,
    newCode: () => 'CODE',
    baseUrl: 'https://example.org',
  });
  const say = (text: string) => {
    print(`\n> ${text}`);
    last = converse(view(), { text });
    application = last.changed[0] ?? application;
    focus = last.focus;
    for (const reply of last.replies)
      for (const { text: words = '', attachments = [] } of toActivities(reply, last.mark)) {
        print(words);
        for (const { content } of attachments) print(cardLines(content).join('\n'));
      }
  };
  say('apply');
  for (let step = 0; step < 300 && application; step++) {
    const state = stateOf(application.snapshot.value);
    const { prompt } = last ?? {};
    if (!prompt || ['started', 'ineligible', 'unsuccessful', 'withdrawn'].includes(state)) break;
    const next = nextWords(scheme, state, prompt.step, prompt.reads, prompt.text, today);
    if (next === undefined) break;
    const stood = { history: application.history.length, step: prompt.step };
    if (state === 'supportConfirmed' || (state === 'recruiting' && !rowStage(scheme))) today = '2099-01-01';
    if (isStatement(scheme, prompt.step)) application = written(scheme, application, prompt.step, view().now);
    say(isStatement(scheme, prompt.step) ? 'continue' : next);
    // What is shown back first is meant.
    if (focus.pending && 'ask' in focus.pending) say('yes');
    const isSame = stood.history === application.history.length && stood.step === last?.prompt.step;
    if (isSame) break;
  }
  if (!application) return 'none';
  const kept = application;
  print('\n=== The documents and letters ===');
  print(modelLines(eoiModel(kept, scheme, view().now)).join('\n'));
  const names = scheme.sendTo.to === 'web' ? [] : (['eoi-email'] as const);
  const rows = kept.snapshot.context.support.rows.length > 0;
  if (rows) print(modelLines(supportModel(kept, scheme, view().now)).join('\n'));
  for (const name of [...names, ...(rows ? (['support-email'] as const) : [])]) {
    const { filename, content } = await renderDocument(name, kept, scheme, view().now);
    print(`\n--- ${filename} ---\n${lettersIn(content.toString('utf8'))}`);
  }
  const before = dayInside(scheme, londonDate(now));
  const plan = planOfApplication(kept, { scheme, calendar, today: before });
  if (plan) print(`\n=== The plan ===\n${planText(plan, scheme)}`);
  print('\n=== The reminders, as somebody who has just been funded has them ===');
  for (const nudge of dueNudges(fundedOnly(kept), scheme, calendar))
    print(`${sayDate(nudge.due)}\n${message([{ nudge, application: kept, scheme }], nudge.due).text}\n`);
  return stateOf(kept.snapshot.value);
}

/** Is it for somebody else to write? */
function isStatement({ form }: Scheme, step: string): boolean {
  const id = step.slice('form:'.length);
  return form.sections.some(({ questions }) =>
    questions.some((one) => one.id === id && one.type === 'statement'),
  );
}

/** The same with that statement, as whoever is asked writes it through their code. */
function written(scheme: Scheme, application: Application, step: string, at: string): Application {
  const question = step.slice('form:'.length);
  const said = advance(
    scheme,
    application,
    [
      { type: 'colleague.answered', question },
      { type: 'form.answered', question, value: samples.reason },
    ],
    { at, by: `writer of ${question}` },
  );
  return said.ok ? said.application : application;
}

/** The state in which most reminders are: what came after the funding is left out. */
function fundedOnly(application: Application): Application {
  return {
    ...application,
    snapshot: { ...application.snapshot, value: { beforeStart: { successful: 'recruiting' } } },
  };
}

/** A day on which the round takes forms. */
function dayInside(scheme: Scheme, today: string): string {
  if (roundStatus(scheme, today, '10:00').kind === 'open') return today;
  const day = scheme.opens
    ? addDays(scheme.opens.on, 1)
    : scheme.closes
      ? addDays(scheme.closes.on, -1)
      : today;
  return roundStatus(scheme, day, '10:00').kind === 'open' ? day : today;
}

function nextWords(
  scheme: Scheme,
  state: string,
  step: string,
  reads: Reads,
  text: string,
  today: string,
): string | undefined {
  if (state === 'readyToSend') return 'sent today';
  if (step === 'support:return') return 'returned today';
  if (step.startsWith('readiness') && reads.type !== 'menu')
    return reads.type === 'choice' ? 'done' : 'Jo Bell';
  if (reads.type !== 'menu') return sample(scheme, step, reads, today);
  switch (state) {
    case 'checkingAnswers':
      return /Essential check not done/.test(text) ? 'am I ready to apply' : 'confirm answers';
    case 'awaitingDecision':
      return 'funded for all';
    case 'recruiting':
      return rowStage(scheme) ? 'recruited' : 'the programme has started';
    case 'supportConfirmed':
      return 'the programme has started';
    default:
      return 'apply';
  }
}

/** An answer that goes on: the example of the question, or the first that lets through. */
function sample(scheme: Scheme, step: string, reads: Reads, today: string): string {
  const id = step.split(':').at(-1) ?? '';
  const eligible = scheme.eligibility.questions.find((one) => step === `eligibility:${one.id}`);
  const asked = [
    ...scheme.form.sections.flatMap(({ questions }) => questions),
    ...(rowStage(scheme)?.asks ?? []),
  ];
  const question = asked.find((one) => one.id === id);
  if (question?.example) return question.example;
  switch (reads.type) {
    case 'yesNo':
      return 'yes';
    case 'choice':
      return (
        eligible?.options.find(({ grade }) => letsThrough(grade))?.label ?? reads.options[0]?.label ?? ''
      );
    case 'wholeNumber': {
      const most = eligible?.grades.flatMap(({ below }) => below ?? []) ?? [];
      return String(Math.min(reads.max, Math.max(reads.min, ...most)));
    }
    case 'money':
      return `£${reads.min || 1000}`;
    case 'month':
      return sayMonth(addDays(today, 120).slice(0, 7));
    case 'date':
      return sayDate(reads.notAfter ?? addDays(today, 60));
    case 'university':
      return reads.universities[0]?.name ?? '';
    case 'intake':
      return reads.intakes[0]?.label ?? '';
    case 'email':
      return 'jo.bell@example.nhs.uk';
    case 'phone':
      return '0161 496 0000';
    case 'postcode':
      return 'M1 1AE';
    case 'name':
      return 'Jo Bell';
    case 'text':
    case 'paragraph':
      return samples[reads.shape ?? 'reason'];
    default:
      return 'An example of an answer, in words of your own';
  }
}

/** Words that look like what is asked for. */
export const samples: Readonly<Record<TextShape, string>> = {
  person: 'Jo Bell',
  contact: 'Jo Bell in HR',
  organisation: 'Fellside Community NHS Trust',
  service: 'Riverside District Nursing Team',
  job: 'Ward manager',
  study: 'Wednesdays, 7.5 hours a week',
  reason: 'An example of an answer, in words of your own',
};

function cardLines(element: unknown): string[] {
  if (Array.isArray(element)) return element.flatMap(cardLines);
  if (typeof element !== 'object' || element === null) return [];
  const { type, label, title, body, items, actions, card, choices } = element as Record<string, unknown>;
  const input = typeof type === 'string' && type.startsWith('Input.');
  const options = Array.isArray(choices)
    ? `: ${choices.map((one: { title: string }) => one.title).join(' / ')}`
    : '';
  return [
    ...(input ? [`     [${String(label)}${options}]`] : []),
    ...(typeof type === 'string' && type.startsWith('Action.') ? [`     (${String(title)})`] : []),
    ...[body, items, actions, card].flatMap(cardLines),
  ];
}

function modelLines({ title, sections }: DocumentModel): string[] {
  return [
    `\n--- ${title} ---`,
    ...sections.flatMap(({ heading, rows = [], paragraphs = [] }) => [
      `\n${heading}`,
      ...paragraphs,
      ...rows.map(([label, value]) => `  ${label}: ${value}`),
    ]),
  ];
}

/** The head and the words of a letter, without what is attached. */
function lettersIn(eml: string): string {
  const head = eml.split(/\r?\n\r?\n/, 1)[0]?.match(/^(?:To|Subject): .*$/gm) ?? [];
  const words = /Content-Type: text\/plain[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--/.exec(eml)?.[1] ?? '';
  return [
    ...head,
    '',
    words
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  ].join('\n');
}

async function main([file]: readonly string[]): Promise<void> {
  if (!file) throw new Error('Say which file: npm run preview -- data/schemes/my-round.v1.yaml');
  const { scheme, faults, warnings } = readSchemeText(readFileSync(file, 'utf8'), basename(file));
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  for (const warning of warnings) process.stderr.write(`Please look at this: ${warning}\n`);
  if (!scheme) {
    process.exitCode = 1;
    return;
  }
  const now = new Date().toISOString();
  const status = roundStatus(scheme, londonDate(now), londonTime(now));
  process.stdout.write(`${scheme.name}: ${status.kind} today.\n`);
  const end = await preview(scheme, (line) => void process.stdout.write(`${line}\n`), now);
  process.stdout.write(`\nThe preview came to: ${end}\n`);
}

if (process.argv[1]?.endsWith('preview.ts'))
  main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  });
