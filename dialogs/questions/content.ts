import type { Cited, Entry } from '../../data/knowledge/entry.js';
import { sourceIds } from '../../data/knowledge/source.js';
import type { Comparison, ComparisonCell, ComparisonRow } from '../../data/roles/comparison.js';
import type { DocumentModel } from '../documents/document-model.js';
import type { Citation, Table } from '../reply.js';
import type { SchemeFact } from '../../workflows/scheme-facts.js';
import type { Scheme } from '../../workflows/scheme.js';
import { contacts } from '../applications/content.js';
import { roleNames } from '../rounds/words.js';
import { quoted } from '../understanding/text.js';
import type { Advice } from './advisor.js';

/** Every word about questions: answers with their source, not knowing, and what is not the assistant's business. */

/** The answer and where it comes from: what a person reads while somebody waits. */
export function answer(entry: Entry): string {
  return [entry.short, sourceLine(entry.sources), oldLine(entry)].filter(Boolean).join('\n\n');
}

/** The rest, when it is asked for. */
export function more(entry: Entry): string {
  const { question, detail, sources } = entry;
  return [`**${question}**`, detail ?? nothingMore, sourceLine(sources, sources.length), oldLine(entry)]
    .filter(Boolean)
    .join('\n\n');
}

/** "Where does it say that?": every source with its title, the place in it, and how sure it is. */
export function whereItSays({ sources }: Entry): string {
  const lines = sources.map((one) => {
    const { publisher, title, address, section } = one;
    const named = address ? `[${title}](${address})` : title;
    return `- ${publisher}: ${named}${section ? `, ${section}` : ''} (${age(one)})`;
  });
  return `It is from:\n\n${lines.join('\n')}`;
}

const nothingMore = 'There is no more to it in my sources.';

/** Publishers as links, newest first, each once, on one line. */
function sourceLine(sources: Entry['sources'], most = mostSources): string {
  const once = sources.filter(
    ({ publisher, year }, i) =>
      sources.findIndex((one) => one.publisher === publisher && one.year === year) === i,
  );
  const shown = once.slice(0, most).map(source);
  const left = once.length - shown.length;
  return `${once.length === 1 ? 'Source' : 'Sources'}: ${shown.join(', ')}${left > 0 ? `, and ${left} more` : ''}.`;
}

/** More than these are a list, not a line. */
const mostSources = 4;

/** Said only where nothing newer is known. */
function oldLine({ checkBeforeRelying, sources }: Entry): string {
  return checkBeforeRelying ? `**From ${newest(sources)}.** Check it before you rely on it.` : '';
}

/** What a language model wrote: said to be so, and each number's source with its year. */
export function generated(text: string, cited: readonly Entry[]): string {
  const old = cited.filter(({ checkBeforeRelying }) => checkBeforeRelying);
  return [
    '*AI-generated, from the sources below. Check it before you rely on it.*',
    text,
    `Sources: ${cited.map(({ sources }, i) => `[${i + 1}] ${sources.map(source).join(', ')}`).join('. ')}.`,
    old.length > 0 ? `**From ${Math.min(...old.map(({ sources }) => newest(sources)))}.**` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function citation({ question, short, sources: [first] }: Entry): Citation {
  const name = `${question}${first?.year ? ` (${first.year})` : ''}`;
  return { name: cut(name, 80), abstract: cut(short, 160) };
}

export function source(one: Cited): string {
  const { id, publisher, address } = one;
  const named = address ? `[${publisher}](${address})` : publisher;
  return id === sourceIds.product ? named.toLowerCase() : `${named} (${age(one)})`;
}

/** Its year, or that it has none, and what else makes it less sure. */
function age({ year, sure }: Cited): string {
  return [year ? String(year) : 'undated', surely[sure]].filter(Boolean).join(', ');
}

const surely: Record<Cited['sure'], string> = {
  stated: '',
  reported: 'as reported',
  copy: 'read in a copy',
  part: 'seen in part',
};

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}

function newest(sources: Entry['sources']): number {
  return Math.max(...sources.map(({ year }) => year ?? 0));
}

export const several = (count: number): string => `You asked ${count} things. One after the other:`;
/** Two entries are as near as each other: nothing is said until it is known which. */
export const whichOfTwo = (titles: readonly string[]): string =>
  `Which do you mean?\n\n${titles.map((title, i) => `${i + 1}. ${title}`).join('\n')}`;
export const moreTitle = 'More';
export const questionHead = (question: string): string => `**${question}**`;

/** Nothing sure, but something near. */
export const near = 'I am not sure that I have that. Do you mean one of these?';

/** `whom`: to ask instead. */
export function outside(whom: string): string {
  return [
    'I don’t have that.',
    'I know about Assistant Practitioners, nursing associates and advanced practitioners, and about applying for training places here.',
    whom,
  ].join('\n\n');
}

export function questionOrAnswer(text: string): string {
  return `Was that a question for me, or your answer? “${quoted(text.length > 120 ? `${text.slice(0, 117)}…` : text)}”`;
}

export const questionForYou = 'A question for you';
export const myAnswer = 'It is my answer';
export const thanksHelpful = 'Thank you. Good to know.';
export const thanksNotHelpful = 'Thank you. I have noted that this answer did not help, without your name.';

/** A comparison as a table to look at. */
export function tableOf({ title, roles, rows }: Comparison): Table {
  // "GOV.UK" by itself would be drawn as a link.
  const from = (one: Cited): string => named(one).replaceAll('.', '.\u2060');
  const cell = ({ says, sources }: ComparisonCell) => ({ says, from: sources.map(from).join(', ') });
  return {
    title,
    head: roles,
    rows: rows.map(({ label, cells: [one, other] }) => ({ label, cells: [cell(one), cell(other)] })),
  };
}

/** Without its address: on a card of many cells there is no room for that. */
function named(one: Cited): string {
  return `${one.publisher} (${age(one)})`;
}

/** The same in text, complete in itself. */
export function tableText({ title, head, rows }: Table): string {
  const row = ({ label, cells }: Table['rows'][number]): string =>
    [`**${label}**`, ...cells.map(({ says, from }, i) => `- ${head[i] ?? ''}: ${says} (${from})`)].join('\n');
  return [`**${title}, side by side**`, ...rows.map(row)].join('\n\n');
}

/** To print and take to a meeting. */
export function tableDocument({ title, roles, rows }: Comparison): DocumentModel {
  const cell = ({ says, sources }: ComparisonCell): string => `${says}\n${sources.map(named).join(', ')}`;
  const all = rows.flatMap(({ cells }) => cells.flatMap(({ sources }) => sources));
  const once = all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i);
  return {
    title,
    reference: 'AP Pathway',
    sheet: true,
    sections: [
      {
        heading: 'Side by side',
        table: {
          head: ['', ...roles],
          rows: rows.map(({ label, cells: [one, other] }) => [label, cell(one), cell(other)]),
        },
      },
      {
        heading: 'Where this is from',
        paragraphs: once.map(
          (one) => `${one.publisher}: ${one.title} (${age(one)})${one.address ? `. ${one.address}` : ''}`,
        ),
      },
    ],
    footer: 'Check each source before you rely on it: an undated page may be old.',
  };
}

/** A round's own fact. */
export function schemeFact({ text, amount, source }: SchemeFact, scheme: Scheme): string {
  if (text === 'not known') return `I have not been given that.\n\n${contacts(scheme, true)}`;
  const sum = amount
    ? `**£${amount.pounds.toLocaleString('en-GB')} for each ${amount.per}, to ${amount.to}.**`
    : '';
  return [text, sum, `Source: ${source.document} (${source.year}).`].filter(Boolean).join('\n\n');
}

export const printTable = 'Word page';
export const tableAsText = 'As text';

/** What four answers lean to, the row that decides it, and words for the workforce plan. */
export function advice(
  { role, because }: Advice,
  row: ComparisonRow,
  roles: Comparison['roles'],
  scheme: Scheme | undefined,
): string {
  const pays = scheme?.roles.some(({ name }) => /nursing associate/i.test(name));
  const heading = {
    ap: '**This leans to an assistant practitioner.**',
    na: `**This leans to a nursing associate.**${scheme && !pays ? ` This round is for ${roleNames(scheme)}, not for nursing associates.` : ''}`,
    ask: '**Your answers point both ways. Ask your nursing lead.**',
  }[role];
  const cells = row.cells.map(
    ({ says, sources }, i) => `- ${roles[i] ?? ''}: ${says} (${sources.map(source).join(', ')})`,
  );
  return [
    heading,
    `Because:\n${because.map((one) => `- ${one}`).join('\n')}`,
    `**${row.label}**\n${cells.join('\n')}`,
    ...(role === 'ask' ? [] : ['A draft for your workforce plan:', draft(role, because)]),
  ].join('\n\n');
}

function draft(role: 'ap' | 'na', because: readonly string[]): string {
  const plan = {
    ap: 'The service plans an assistant practitioner post at Band 4. The post is not on a professional register, so the trust sets its scope, training and supervision, under a registered practitioner. Training is the level 5 apprenticeship, 18 to 24 months, with fees from the levy; cover is planned in the rota.',
    na: 'The service plans a nursing associate post at Band 4. The person will be registered with the NMC, and a registered nurse leads the care. Training is a foundation degree approved by the NMC, typically two years, mostly as an apprentice with fees from the levy; cover is planned in the rota.',
  }[role];
  return `> ${plan} Reason: ${because.join('; ')}.`;
}

export const advisorOpening =
  'Four short questions about your service. Then I say which role your answers lean to, why, and give you words for your plan.';
