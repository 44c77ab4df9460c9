import { viewOf } from '../support/view.js';
import { northWest } from '../support/schemes.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openMind } from '../../bot/turn/open-mind.js';
import { root } from '../../data/root.js';
import type { Entry } from '../../data/knowledge/entry.js';
import { noFocus, type Reads, type View } from '../../dialogs/conversation.js';
import { converse, type Outcome } from '../../dialogs/converse.js';
import { statuses } from '../../dialogs/readiness/content.js';
import type { Act } from '../../dialogs/understanding/acts.js';
import { actOf, around, heardAs } from '../support/heard.js';
import { slotsOf } from '../../dialogs/slots.js';
import { hear, type Heard } from '../../dialogs/understanding/hear.js';
import { judge, readPublic } from './public.js';

/**
 * How well the assistant understands, on questions and utterances labelled before the answers were written. Half of
 * them were held back: nobody read what went wrong with those, though their totals were seen while others were tuned.
 * `blind.yaml` was written by others from the answers alone, and nobody read what went wrong with it; its totals too were
 * seen, and two limits were set by them once after that: the chance from which a message is stopped, and the one below which
 * nothing is offered. Of the intents, what the road of acts got wrong and the patterns before it did not was read once:
 * with that they guard, and fresh sets judge. `--failures` lists what went wrong
 * in the tuned half, `--held` in the others as well: only for the last look, never to tune by.
 */

interface LabelledQuestion {
  q: string;
  kind: 'answerable' | 'out-of-scope' | 'unsafe';
  part: 'tune' | 'held';
  topic?: string;
  facts?: string[];
  expect?: string;
}

interface LabelledUtterance {
  text: string;
  open: string;
  intent: string;
  part: 'tune' | 'held' | 'blind';
  value?: string | number | boolean;
  options?: string[];
}

interface Blind {
  questions: { q: string; ids: string[] }[];
  utterances: Omit<LabelledUtterance, 'part'>[];
  unsafe: { q: string; kind: string }[];
  innocent: string[];
  outside: string[];
}

const readFile = (name: string): unknown => parse(readFileSync(join(root, 'test', 'eval', name), 'utf8'));
const read = <T>(name: string): T[] => readFile(name) as T[];
const blind = readFile('blind.yaml') as Blind;
const scheme = northWest;
const mind = openMind();
const today = '2026-11-23';

interface Tally {
  right: number;
  all: number;
}
const tallies = new Map<string, Tally>();
const failures: string[] = [];
const confusion = new Map<string, number>();

function count(name: string, part: string, right: boolean, failure: string): void {
  for (const one of part === 'tune' ? [part] : [part, 'all that is not tuned on']) {
    const key = `${name} · ${one}`;
    const tally = tallies.get(key) ?? { right: 0, all: 0 };
    tallies.set(key, { right: tally.right + (right ? 1 : 0), all: tally.all + 1 });
  }
  if (!right) failures.push(`[${part}] ${name}: ${failure}`);
}

const nothingOpen: Reads = { type: 'menu' };

for (const { q, kind, part, facts = [], expect } of read<LabelledQuestion>('questions.yaml')) {
  const understood = actOf(heardAs(q, nothingOpen, mind, today));
  if (kind === 'unsafe') {
    const found = understood.kind === 'alarm' ? understood.alarm : understood.kind;
    count(
      'unsafe handled',
      part,
      understood.kind === 'alarm' ||
        (expect !== 'patient-details' &&
          expect !== 'danger' &&
          expect !== 'distress' &&
          understood.kind === 'outside'),
      `${q} → ${found}, wanted ${expect}`,
    );
    continue;
  }
  const found = understood.kind === 'questions' ? understood.found : [];
  const answered = found.flatMap(({ best, other }) => [best, other].filter((entry) => entry !== undefined));
  if (kind === 'out-of-scope') {
    count(
      'out of scope declined',
      part,
      answered.length === 0,
      `${q} → ${answered.map(({ id }) => id).join(', ')}`,
    );
    continue;
  }
  // What is said counts: a page that a command opens, such as the two roles side by side, answers as well as an entry.
  const answers = understood.kind === 'questions' || understood.kind === 'command';
  const text = answers ? replyTo(q, answered) : '';
  const right = answers && facts.every((fact) => new RegExp(fact, 'i').test(text));
  count(
    'answerable right at once',
    part,
    right,
    `${q} → ${answered.map(({ id }) => id).join(', ') || understood.kind}`,
  );
}

const said = (text: string): Act => actOf(heardAs(text, nothingOpen, mind, today));
const entriesOf = (understood: Act): string[] =>
  understood.kind === 'questions'
    ? understood.found.flatMap(({ best, other }) => [best, other].flatMap((entry) => entry?.id ?? []))
    : [];
for (const { q, ids } of blind.questions) {
  const understood = said(q);
  const found = entriesOf(understood);
  const right = found.some((id) => ids.includes(id));
  // Where two are as likely, it is asked which of them.
  const alone = understood.kind === 'questions' && understood.found.every(({ other }) => !other);
  count('answered without asking which', 'blind', right && alone, q);
  count('answerable right at once', 'blind', right, `${q} → ${found.join(', ') || understood.kind}`);
}
for (const q of blind.outside)
  count('out of scope declined', 'blind', ['outside', 'near', 'unclear', 'alarm'].includes(said(q).kind), q);
for (const { q, kind } of blind.unsafe) {
  const isUrgent = ['patient-details', 'danger', 'distress'].includes(kind);
  const found = said(q).kind;
  const handled = found === 'alarm' || (!isUrgent && found === 'outside');
  count('unsafe handled', 'blind', handled, `${q} → ${found}, wanted ${kind}`);
}
for (const q of blind.innocent) count('innocent let pass', 'blind', said(q).kind !== 'alarm', q);

/** What the assistant makes of it when somebody new asks this first. */
function outcomeOf(text: string): Outcome {
  return converse(viewOf(today, noFocus, [], { mind }), { text });
}

/** All that it knows of what it says: of an answer, what “More” opens too. */
function replyTo(text: string, entries: readonly Entry[]): string {
  return [
    ...outcomeOf(text).replies.map((reply) => reply.text),
    ...entries.flatMap(({ short, detail = '' }) => [short, detail]),
  ].join('\n');
}

const opens: Record<string, Reads> = {
  none: nothingOpen,
  'yes-no': { type: 'yesNo' },
  'whole-number': { type: 'wholeNumber', min: 0, max: 100 },
  date: { type: 'date', prefer: 'past', notAfter: today },
  'free-text': { type: 'paragraph', min: 1, max: 3000 },
  name: { type: 'name', min: 1, max: 120 },
  row: { type: 'name', min: 1, max: 120 },
  email: { type: 'email' },
  university: { type: 'university', universities: scheme.universities },
  'readiness-status': { type: 'choice', options: statuses.map((one) => ({ ...one, also: [...one.also] })) },
};

/** The options of the scheme's questions, with the other ways of saying each: those that people really choose from. */
const known = new Map(
  [...scheme.eligibility.questions, ...scheme.form.sections.flatMap(({ questions }) => questions)]
    .flatMap((question) => ('options' in question ? (question.options ?? []) : []))
    .map((option) => [option.label, option]),
);

const slots = slotsOf({ scheme, rounds: [scheme] } as unknown as View);

/** A readiness check that is asked about. */
const checkOpen = {
  openCheck: 'check:this',
  openSlot: 'check:this',
  slots: [{ id: 'check:this', label: 'This', names: [], section: 'essential' }],
} as const;

/** Different commands that lead to the same thing. */
const same: Record<string, string[]> = {
  ...{ apply: ['new-application'], cancel: ['withdraw'] },
  // To undo is a command of its own now.
  ...{ back: ['undo'], universities: ['change'] },
};

const utterances: LabelledUtterance[] = [
  ...read<LabelledUtterance>('utterances.yaml'),
  ...blind.utterances.map((one) => ({ ...one, part: 'blind' as const })),
];
for (const { text, open, intent, part, options } of utterances) {
  const reads: Reads =
    open === 'choice'
      ? {
          type: 'choice',
          options: (options ?? []).map((label) => ({
            value: label,
            label,
            also: known.get(label)?.also ?? [],
          })),
        }
      : (opens[open] ?? nothingOpen);
  const heard = hear(
    text,
    around(mind, reads, today, { slots, ...(open === 'readiness-status' ? checkOpen : {}) }),
  );
  const got = intentOf(heard);
  const right =
    got === intent ||
    (intent === 'skip' && got === 'dont-know') ||
    (same[intent]?.includes(got) ?? false) ||
    isDoneBy(intent, heard, text);
  if (part === 'tune' && !right)
    confusion.set(`${intent} → ${got}`, (confusion.get(`${intent} → ${got}`) ?? 0) + 1);
  count('intent right', part, right, `(${open}) ${text} → ${got}, wanted ${intent}`);
}

/**
 * Done, or shown back, by what was told with it: a change whose value is told is told at once; who begins with the places or
 * the ward has begun, at the same question as with “apply”; the list of what is open is shown by its own help.
 */
function isDoneBy(intent: string, { acts, chosen }: Heard, text: string): boolean {
  const [act] = acts;
  switch (intent) {
    case 'change':
      return act?.kind === 'tell' && (chosen?.proposal.marks?.has('put-right') ?? false);
    case 'apply':
      return (
        act?.kind === 'tell' && chosen?.proposal.reader === 'several' && outcomeOf(text).changed.length > 0
      );
    case 'universities':
      return act?.kind === 'help-here';
    default:
      return false;
  }
}

function intentOf({ acts }: Heard): string {
  const [understood] = acts;
  switch (understood?.kind) {
    case 'command':
      return understood.command.command;
    case 'change':
      return 'change';
    case 'nod':
      return understood.yes ? 'yes' : 'no';
    case 'help-here':
      return 'help';
    case 'own-fact':
    case 'of-round':
      return 'question';
    case 'tell':
    case 'answer':
      return 'answer';
    case 'questions':
    case 'near':
      return 'question';
    case 'not-yet':
    case 'happened':
    case 'decided':
      return 'answer';
    default:
      return 'unclear';
  }
}
process.stdout.write('Questions as people ask them in public, by what the answer says:\n');
const misses: string[] = [];
for (const part of ['tuned', 'held'] as const) {
  const result = judge(readPublic(part), outcomeOf);
  const { right, part: inPart, wrong, asked, unknown } = result.scores;
  process.stdout.write(
    `  ${part.padEnd(6)} right ${right} of ${result.all} (${((100 * right) / result.all).toFixed(1)} %), in part ${inPart}, wrong ${wrong}, asked which ${asked}, don’t know ${unknown}; mean ${result.meanLength.toFixed(0)} words; two answers ${result.doubled}\n`,
  );
  misses.push(...result.misses.map((miss) => `[${part === 'tuned' ? 'tune' : part}] ${miss}`));
}
failures.push(...misses);
process.stdout.write('\n');
for (const [name, { right, all }] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) {
  process.stdout.write(
    `${name.padEnd(52)} ${String(right).padStart(4)} of ${String(all).padStart(4)}  ${((100 * right) / all).toFixed(1)} %\n`,
  );
}
process.stdout.write(`\nIntents taken for another, tuned half:\n`);
for (const [pair, times] of [...confusion].sort((a, b) => b[1] - a[1]))
  process.stdout.write(`  ${times}× ${pair}\n`);
const shown = failures.filter((one) => process.argv.includes('--held') || one.startsWith('[tune]'));
if (process.argv.includes('--failures') || process.argv.includes('--held'))
  process.stdout.write(`\n${shown.join('\n')}\n`);
