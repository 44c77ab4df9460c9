import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { waysOfAsking } from '../../data/knowledge/entry.js';
import { loadKnowledge } from '../../data/knowledge/knowledge.js';
import { loadLanguage } from '../../data/language/language.js';
import { root } from '../../data/root.js';
import type { Example } from '../../dialogs/understanding/features.js';
import { counts } from '../../dialogs/understanding/intents.js';
import { kindsOf, learnKindsInSteps } from '../../dialogs/understanding/kinds.js';
import { finish } from '../../dialogs/understanding/steps.js';
import { lexiconOf, Reading, stem } from '../../dialogs/understanding/terms.js';
import { normalise } from '../../dialogs/understanding/text.js';

/**
 * Takes out of the lists of examples what the rest of them explains: `npx tsx test/eval/condense.ts commands=5000
 * safety=1900 outside=1900`, the lines that each is to have at most. A round learns from each half of the
 * lines and asks how clearly it tells the other half. Of those told rightly and with room to spare the clearest go first;
 * a class keeps a floor, and a word that is there more than once stays twice,
 * since what is seen once is not learnt from, and one or two words stay, since they are looked up word for word. Comments and groups stay. Then `npm run eval`, and `fit.ts` for the chances of answers.
 */

/** Chance that a line must be told with by the others; which part of those goes in a round, since they explain each other. */
const clear = 0.6;
const goes = 0.7;
const mostRounds = 4;
/** Lines, or this part of them if that is less, which a class keeps whatever explains them. */
const floor = { lines: 40, part: 0.5 } as const;

const folder = join(root, 'data', 'language');
const language = loadLanguage(folder);
const reading = new Reading();

type FileName = 'commands' | 'safety' | 'outside';

interface Line extends Example {
  readonly file: FileName;
  readonly stems: readonly string[];
}

const line = (file: FileName, label: string, text: string, weight: number): Line => ({
  ...{ file, label, text, weight },
  stems: [...new Set(reading.normalise(text).split(' ').map(stem))],
});
const questions: readonly Example[] = loadKnowledge(join(root, 'data', 'knowledge'))
  .flatMap(waysOfAsking)
  .map((text) => ({ label: 'question', text, weight: counts.question }));

let kept: readonly Line[] = distinct([
  ...Object.entries(language.commands).flatMap(([name, texts]) =>
    texts.map((text) => line('commands', `command:${name}`, text, counts.command)),
  ),
  ...Object.entries(language.unsafe).flatMap(([kind, texts]) =>
    texts.map((text) => line('safety', `safety:${kind}`, text, counts.safety)),
  ),
  ...[...language.answers, ...language.innocent].map((text) =>
    line('safety', 'innocent', text, counts.safety),
  ),
  ...Object.values(language.outside)
    .flat()
    .map((text) => line('outside', 'outside', text, counts.outside)),
]);
const wanted = new Map(process.argv.slice(2).map((one) => one.split('=') as [FileName, string]));
const groups = countBy(kept.map(({ label }) => label));
const floors = new Map(
  [...groups].map(([label, count]) => [label, Math.min(count, floor.lines, Math.ceil(count * floor.part))]),
);
const count = (file: string): number => kept.filter((one) => one.file === file).length;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

for (let round = 1; round <= mostRounds; round++) {
  const files = [...wanted].filter(([file, most]) => count(file) > Number(most)).map(([file]) => file);
  if (files.length === 0) break;
  const sure = sureness(kept);
  const gone = new Set<Line>();
  for (const file of files) {
    const most = count(file) - Number(wanted.get(file));
    const clearest = kept
      .map((one, n) => ({ one, sure: sure[n] ?? 0 }))
      .filter(({ one, sure: chance }) => one.file === file && chance >= clear)
      .sort((a, b) => b.sure - a.sure);
    take(clearest.map(({ one }) => one).slice(0, Math.ceil(clearest.length * goes)), most, gone);
  }
  kept = kept.filter((one) => !gone.has(one));
  say(`round ${round}: ${gone.size} go; ${[...wanted.keys()].map((f) => `${f} ${count(f)}`).join(', ')}`);
  if (gone.size === 0) break;
}
for (const file of wanted.keys()) prune(file, new Set(kept.map(({ text }) => text)));

/** How likely each line's own label is by what the others teach; 0 where another label is likelier. */
function sureness(lines: readonly Line[]): readonly number[] {
  const found = lines.map(() => 0);
  for (const half of [0, 1]) {
    const isOut = (n: number): boolean => n % 2 === half;
    const examples = [...questions.filter((_, n) => !isOut(n)), ...lines.filter((_, n) => !isOut(n))];
    const texts = examples.map(({ text }) => text);
    const rank = kindsOf(
      finish(learnKindsInSteps(examples, { lexicon: lexiconOf(texts, reading), reading })),
    );
    lines.forEach((one, n) => {
      const [first] = isOut(n) ? rank(one.text) : [];
      if (first?.label === one.label) found[n] = first.chance;
    });
  }
  return found;
}

/** As many of these as may go, in their order. */
function take(lines: readonly Line[], most: number, gone: Set<Line>): void {
  const left = countBy(kept.map(({ label }) => label));
  const words = countBy(kept.flatMap(({ stems }) => stems));
  let went = 0;
  for (const one of lines) {
    const { label, stems } = one;
    const isNeeded = stems.length <= 2 || stems.some((word) => words.get(word) === 2);
    if (went >= most || isNeeded || (left.get(label) ?? 0) <= (floors.get(label) ?? 0)) continue;
    left.set(label, (left.get(label) ?? 0) - 1);
    for (const word of stems) words.set(word, (words.get(word) ?? 0) - 1);
    gone.add(one);
    went++;
  }
}

/** Only whole lines go, so that comments and everything between stay as they were written. */
function prune(name: string, stays: ReadonlySet<string>): void {
  const file = join(folder, `${name}.yaml`);
  const source = readFileSync(file, 'utf8');
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  const gone = new Set<number>();
  const look = (node: unknown): void => {
    if (isMap(node)) for (const { value } of (node as YAMLMap).items) look(value);
    if (!isSeq(node)) return;
    for (const item of node.items) {
      if (!isScalar(item) || !item.range || stays.has(String(item.value).trim())) continue;
      const [from, to] = [item.range[0], item.range[1]].map((at) => counter.linePos(at).line);
      for (let n = from ?? 0; n <= (to ?? 0); n++) gone.add(n);
    }
  };
  look(document.contents);
  const lines = source.split('\n').filter((_, n) => !gone.has(n + 1));
  writeFileSync(file, lines.join('\n'));
  say(`${name}.yaml: ${lines.length} lines`);
}

function countBy(all: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const one of all) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

/** Said twice, in whatever case or punctuation, a line teaches nothing. */
function distinct<T extends Example>(lines: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return lines.filter(({ text, label }) => {
    const said = `${label} ${normalise(text)}`;
    return !seen.has(said) && seen.add(said);
  });
}
