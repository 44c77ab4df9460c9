import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { wordCount } from '../../data/knowledge/entry.js';
import { root } from '../../data/root.js';
import type { Outcome } from '../../dialogs/converse.js';

/** A question as people ask it in public, and what a right answer says, or that there is none. */
export interface PublicQuestion {
  readonly q: string;
  /** Every one stands in a right answer. */
  readonly must?: readonly string[];
  /** It would be wrong to say any of these. */
  readonly never?: readonly string[];
  /** A right answer is that I don't have it. */
  readonly none?: true;
}

/** asked: which of two or three is meant, without an answer. */
export type Score = 'right' | 'part' | 'wrong' | 'asked' | 'unknown';

export const readPublic = (part: 'held' | 'tuned'): readonly PublicQuestion[] =>
  parse(readFileSync(join(root, 'test', 'eval', `public-${part}.yaml`), 'utf8')) as PublicQuestion[];

/** What the reply says by itself: not its sources, nor how old they are. */
export function saidIn({ replies }: Outcome): string {
  return replies
    .map(({ text }) => text)
    .join('\n\n')
    .split('\n\n')
    .filter((part) => !/^(?:Sources?: |\*\*From )/.test(part))
    .join('\n\n');
}

export function scoreOf({ must = [], never = [], none }: PublicQuestion, outcome: Outcome): Score {
  const answered = outcome.asked === undefined || outcome.asked === 'answered';
  if (none) return outcome.asked === 'answered' ? 'wrong' : outcome.asked === 'near' ? 'asked' : 'right';
  if (!answered) return outcome.asked === 'near' ? 'asked' : 'unknown';
  const said = saidIn(outcome);
  const stands = (pattern: string): boolean => new RegExp(pattern, 'i').test(said);
  if (never.some(stands)) return 'wrong';
  const met = must.filter(stands).length;
  return met === must.length ? 'right' : met > 0 ? 'part' : 'wrong';
}

export interface PublicResult {
  readonly scores: Readonly<Record<Score, number>>;
  readonly all: number;
  /** Of what was answered, in words, without sources. */
  readonly meanLength: number;
  /** Replies with two answers to one question. */
  readonly doubled: number;
  readonly misses: readonly string[];
}

export function judge(questions: readonly PublicQuestion[], reply: (text: string) => Outcome): PublicResult {
  const scores: Record<Score, number> = { right: 0, part: 0, wrong: 0, asked: 0, unknown: 0 };
  const misses: string[] = [];
  const lengths: number[] = [];
  let doubled = 0;
  for (const question of questions) {
    const outcome = reply(question.q);
    const score = scoreOf(question, outcome);
    scores[score]++;
    if (outcome.asked === 'answered') lengths.push(wordCount(saidIn(outcome)));
    if (/^You asked \d/.test(outcome.said)) doubled++;
    if (score !== 'right')
      misses.push(`${score}: ${question.q} → ${saidIn(outcome).slice(0, 160).replace(/\s+/g, ' ')}`);
  }
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
  return { scores, all: questions.length, meanLength, doubled, misses };
}
