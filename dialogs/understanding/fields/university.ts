import type { University } from '../../../workflows/scheme.js';
import * as content from '../content.js';
import { normalise } from '../text.js';
import { readChoice } from './choice.js';
import type { Reading } from './reading.js';

/** What a place is called for short. */
const shortPlaces: Readonly<Record<string, string>> = {
  manc: 'manchester',
  mcr: 'manchester',
  manny: 'manchester',
  lpool: 'liverpool',
  sheff: 'sheffield',
  lancs: 'lancashire',
};

export function readUniversity(
  universities: readonly Pick<University, 'id' | 'name' | 'also'>[],
  text: string,
): Reading {
  const place = normalise(text)
    .split(' ')
    .map((word) => shortPlaces[word] ?? word)
    .join(' ');
  const reading = readChoice(
    universities.map(({ id, name, also }) => ({
      value: id,
      label: name,
      also: [name.replace(/^university of | university$/gi, ''), ...also],
    })),
    place,
  );
  if (reading.kind === 'which') return { ...reading, say: content.oneUniversity };
  if (reading.kind === 'none')
    return { kind: 'none', say: content.nameUniversity(universities.map(({ name }) => name)) };
  return reading;
}
