import * as content from '../content.js';
import { normalise } from '../text.js';
import { readYesOrNo } from '../yes-no.js';
import type { Reading } from './reading.js';
import { lengthAt, tokensOf } from './tokens.js';

/** A yes or a no in people's own words; undefined when it is neither. */
export function yesOrNo(text: string): boolean | undefined {
  const reading = readYesNo(text);
  return reading.kind === 'value' ? reading.value === true : undefined;
}

/** The same, of a few words that can hardly be anything else: "they have agreed" is a yes only to a yes or no. */
export function plainYesOrNo(text: string): boolean | undefined {
  const said = normalise(text);
  return lengthAt('plain-answers', tokensOf(said), 0) > 0 &&
    (said.split(' ').length <= 3 || startsPlainly.test(said))
    ? yesOrNo(text)
    : undefined;
}

const startsPlainly = /^(?:yes|no) (?:we|it|they|i|he|she)\b/;

export function readYesNo(text: string): Reading {
  if (/^[👍✅✔️☑️]+$/u.test(text.replace(/[\u{1f3fb}-\u{1f3ff}\s]/gu, '')))
    return { kind: 'value', value: true };
  if (/^[👎❌✖️]+$/u.test(text.replace(/[\u{1f3fb}-\u{1f3ff}\s]/gu, '')))
    return { kind: 'value', value: false };
  const meant = readYesOrNo(text);
  if (meant === 'half') return { kind: 'again', say: content.sayYesOrNo };
  return meant ? { kind: 'value', value: meant === 'yes' } : { kind: 'none', say: content.sayYesOrNo };
}
