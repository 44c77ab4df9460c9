import type { SchemeFact } from '../../workflows/scheme-facts.js';
import type { Scheme } from '../../workflows/scheme.js';
import { stemsOf, wordsOf } from '../understanding/terms.js';
import { normalise } from '../understanding/text.js';

/** Part of the words of both that they must share. */
const alike = 0.6;

/** The fact of a round that is asked for, if it has one. Pure. */
export function schemeFact({ facts }: Pick<Scheme, 'facts'>, text: string): SchemeFact | undefined {
  const said = stems(text);
  if (said.size === 0) return undefined;
  const scored = facts.map((fact) => ({
    fact,
    score: Math.max(...fact.asks.map((ask) => likeness(stems(ask), said))),
  }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= alike ? best.fact : undefined;
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(one.size, other.size, 1);
}

function stems(text: string): ReadonlySet<string> {
  return new Set(stemsOf(wordsOf(normalise(text))).map(({ stem, like }) => like ?? stem));
}
