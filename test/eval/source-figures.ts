import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { root } from '../../data/root.js';

/**
 * The figures that occur in each source: numbers with what they count. Those of the five documents that the project was begun
 * with stand in `source-figures.json`, and no sentence of them: run `npx tsx test/eval/source-figures.ts` where they lie beside
 * the project to write it. Those of all later sources are in what `source-facts.yaml` says of them, in our own words.
 */
export type SourceFigures = Readonly<Record<string, readonly string[]>>;

export const figuresFile = join(root, 'test', 'eval', 'source-figures.json');

const small = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];
const word = `(?:${[...small].sort((a, b) => b.length - a.length).join('|')})`;
const digits = String.raw`\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+(?:\.\d+)?`;
const units = 'per cent|percent|%|weeks?|(?:working )?days?|months?|years?|patients?';

/**
 * Every figure of a text: a number by itself ("1709"), and with what it counts where that is said ("band 4",
 * "4 weeks", "9.5 %", "£12000"). Number words count with a unit only, as "one" is seldom a fact; `words` counts all.
 */
export function figuresIn(text: string, words = false): ReadonlySet<string> {
  const found = new Set<string>();
  const plain = text
    .toLowerCase()
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ');
  for (const [figure] of plain.matchAll(new RegExp(`(?<![\\d.])(?:${digits})(?!\\d)`, 'g')))
    found.add(valueOf(figure));
  for (const [, figure = '', unit = ''] of plain.matchAll(
    new RegExp(`(?<![\\w.])(${digits}|${word})[ -](?:per )?(${units})`, 'g'),
  )) {
    found.add(valueOf(figure));
    found.add(`${valueOf(figure)} ${unitOf(unit)}`);
  }
  for (const [, figure = ''] of plain.matchAll(new RegExp(`(${digits}) ?%`, 'g')))
    found.add(`${valueOf(figure)} %`);
  for (const [, figure = ''] of plain.matchAll(new RegExp(`£(${digits})`, 'g')))
    found.add(`£${valueOf(figure)}`);
  // "bands 2, 3 and 4", "band 2/3", "levels 4-5": each of them, and what lies between the ends of a span.
  for (const [, scale = '', list = ''] of plain.matchAll(
    new RegExp(
      `\\b(band|level)s?[ -]((?:\\d|${word})\\b(?:(?:, ?(?=\\d)| ?[-/] ?(?=\\d)| and | or | to )(?:bands? |levels? )?(?:\\d|${word})\\b)*)`,
      'g',
    ),
  )) {
    const values = [...list.matchAll(new RegExp(`\\d|${word}`, 'g'))].map(([one]) => Number(valueOf(one)));
    const spans = /\d ?-|\bto\b/.test(list);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    for (const value of spans ? Array.from({ length: high - low + 1 }, (_, i) => low + i) : values)
      found.add(`${scale} ${value}`);
  }
  if (words) for (const [one] of plain.matchAll(new RegExp(`\\b${word}\\b`, 'g'))) found.add(valueOf(one));
  return found;
}

/** One fact of a source: what it says, and of when that is. */
export interface SourceFact {
  readonly id: string;
  readonly sources: readonly string[];
  readonly of: string;
  /** inferred: a conclusion from it, not its words. */
  readonly by: 'stated' | 'reported' | 'copy' | 'part' | 'inferred';
  readonly says: string;
}

export const readFacts = (): readonly SourceFact[] =>
  parse(readFileSync(join(root, 'test', 'eval', 'source-facts.yaml'), 'utf8')) as SourceFact[];

/** Every source's figures. */
export function allFigures(): SourceFigures {
  const figures: Record<string, string[]> = {
    ...(JSON.parse(readFileSync(figuresFile, 'utf8')) as Record<string, string[]>),
  };
  for (const { sources, of, says } of readFacts())
    for (const id of sources) figures[id] = [...(figures[id] ?? []), ...figuresIn(`${of} ${says}`, true)];
  return figures;
}

/** The figures of an answer that its cited documents do not have. A year of a cited source is no figure of it. */
export function unsupported(
  answer: string,
  cited: readonly { readonly id: string; readonly year?: number | undefined }[],
  figures: SourceFigures,
): string[] {
  const held = new Set(cited.flatMap(({ id }) => figures[id] ?? []));
  const years = new Set(cited.map(({ year }) => String(year)));
  return [...figuresIn(answer)].filter((figure) => !held.has(figure) && !years.has(figure));
}

function valueOf(figure: string): string {
  const position = small.indexOf(figure);
  return position >= 0 ? String(position) : String(Number(figure.replace(/[, ]/g, '')));
}

function unitOf(unit: string): string {
  return /^(?:per ?cent|%)$/.test(unit) ? '%' : unit.replace(/^working /, '').replace(/s$/, '');
}

/** `product`: what the service itself decides, in the notes that the project was begun with. */
function readSources(shared: string): SourceFigures {
  const sources = readdirSync(join(shared, 'sources')).filter((name) => /^s\d{3}/.test(name));
  const texts: [string, string][] = sources.map((name) => [
    name.slice(0, 4).toUpperCase(),
    join(shared, 'sources', name),
  ]);
  const product = ['domain.md', 'universities-and-forms.md']
    .map((name) => readFileSync(join(shared, name), 'utf8'))
    .join('\n');
  const all = [
    ...texts.map(([id, path]) => [id, readFileSync(path, 'utf8')] as const),
    ['product', product] as const,
  ];
  return Object.fromEntries(
    all.map(([id, text]) => [
      id,
      [...figuresIn(text, true)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    ]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const shared = join(root, '..', 'shared');
  if (!existsSync(shared)) throw new Error(`The sources are not at ${shared}.`);
  const lines = Object.entries(readSources(shared)).map(
    ([id, figures]) => `  "${id}": ${JSON.stringify(figures)}`,
  );
  writeFileSync(figuresFile, `{\n${lines.join(',\n')}\n}\n`);
}
