import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import { loadKnowledge } from '../../data/knowledge/knowledge.js';
import { waysOfAsking } from '../../data/knowledge/entry.js';
import { loadLanguage } from '../../data/language/language.js';
import { root } from '../../data/root.js';
import type { Example } from '../../dialogs/understanding/features.js';
import { kindsOf, learnKindsInSteps } from '../../dialogs/understanding/kinds.js';
import { finish } from '../../dialogs/understanding/steps.js';
import { lexiconOf, Reading } from '../../dialogs/understanding/terms.js';
import { normalise } from '../../dialogs/understanding/text.js';

/**
 * Takes out of `data/language/safety.yaml` what the rest of it explains: `npx tsx test/eval/condense.ts [rounds]`. Each
 * round leaves out a part of the examples at a time, learns from the others, and asks how sure of each that is; of those
 * that are explained the surest go first, half of them a round, since they may explain each other. Then run `npm run eval`.
 */

const folds = 3;
const rounds = Number(process.argv[2] ?? 2);
/** How sure the rest must be of one, and which part of those goes. */
const explained = { unsafe: 0.7, innocent: 0.1 } as const;
const goes = 0.7;
const counts = { question: 0.35, command: 1, outside: 1, safety: 4 } as const;

const file = join(root, 'data', 'language', 'safety.yaml');
const language = loadLanguage(join(root, 'data', 'language'));
const asks = loadKnowledge(join(root, 'data', 'knowledge')).flatMap(waysOfAsking);

interface Kept extends Example {
  readonly unsafe: boolean;
}

const others: Example[] = [
  ...Object.entries(language.commands).flatMap(([name, texts]) =>
    texts.map((text) => ({ label: `command:${name}`, text, weight: counts.command })),
  ),
  ...asks.map((text) => ({ label: 'question', text, weight: counts.question })),
  ...Object.values(language.outside)
    .flat()
    .map((text) => ({ label: 'outside', text, weight: counts.outside })),
];
const unsafe = Object.entries(language.unsafe).flatMap(([kind, texts]) =>
  texts.map((text) => ({ label: `safety:${kind}`, text, unsafe: true })),
);
const innocent = [...language.answers, ...language.innocent].map((text) => ({
  label: 'innocent',
  text,
  unsafe: false,
}));

let kept: Kept[] = distinct([...unsafe, ...innocent]).map((one) => ({ ...one, weight: counts.safety }));
process.stdout.write(`${unsafe.length + innocent.length} lines, ${kept.length} of them distinct\n`);
for (let round = 1; round <= rounds; round++) {
  const sureOf = kept.map(() => 0);
  for (let fold = 0; fold < folds; fold++) {
    const isOut = (_: unknown, index: number): boolean => (index * 7919) % folds === fold;
    const examples = [...others, ...kept.filter((one, index) => !isOut(one, index))];
    const reading = new Reading();
    const lexicon = lexiconOf(
      examples.map(({ text }) => text),
      reading,
    );
    const rank = kindsOf(finish(learnKindsInSteps(examples, { lexicon, reading })));
    kept.forEach((one, index) => {
      if (!isOut(one, index)) return;
      const chances = rank(one.text);
      const total = chances
        .filter(({ label }) => label.startsWith('safety:'))
        .reduce((sum, { chance }) => sum + chance, 0);
      const isKind = chances[0]?.label === one.label;
      sureOf[index] = one.unsafe
        ? isKind && total >= explained.unsafe
          ? total
          : 0
        : total <= explained.innocent
          ? 1 - total
          : 0;
    });
  }
  const surest = kept
    .map((one, index) => ({ one, sure: sureOf[index] ?? 0 }))
    .filter(({ sure }) => sure > 0)
    .sort((a, b) => b.sure - a.sure);
  const gone = new Set(surest.slice(0, Math.floor(surest.length * goes)).map(({ one }) => one.text));
  kept = kept.filter(({ text }) => !gone.has(text));
  process.stdout.write(`round ${round}: ${surest.length} explained, ${gone.size} go, ${kept.length} stay\n`);
}

const stays = new Set(kept.map(({ text }) => text));
const document = parseDocument(readFileSync(file, 'utf8'));
const prune = (list: unknown): void => {
  if (isSeq(list))
    (list as YAMLSeq).items = list.items.filter(
      (item) => isScalar(item) && stays.has(String(item.value).trim()),
    );
};
for (const name of ['answers', 'innocent']) prune(document.get(name));
const kinds = document.get('unsafe');
if (isMap(kinds)) for (const { value } of kinds.items) prune(value);
writeFileSync(file, document.toString({ lineWidth: 120 }));

/** Said twice, in whatever case or punctuation, a line teaches nothing. */
function distinct<T extends { readonly text: string }>(lines: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return lines.filter(({ text }) => !seen.has(normalise(text)) && seen.add(normalise(text)));
}
