import type { FieldList } from '../../data/language/words.js';
import { hasAny, isIn, isWhole, lengthAt, tokensOf, type Token } from './fields/tokens.js';
import { normalise } from './text.js';

/** What a yes or a no sounds like; `half` is neither, and is asked again. */
export type YesOrNo = 'yes' | 'no' | 'half';

/** An answer to a yes or no is short; more is something else. */
const mostWords = 14;

const first = /^(yes|yep|yeah|yup|yea|yh|aye|y|no|nope|nah|n)$/;

/** Reads a yes or a no out of the many ways busy people say them. Undefined when it may be something else. Pure. */
export function readYesOrNo(text: string): YesOrNo | undefined {
  const said = tokensOf(plain(text));
  const [begins] = said;
  if (!begins || said.length > mostWords) return undefined;
  const isAsked = /\?\s*$/.test(text);
  // "100%, signed off by the director", "we have, HR signed it": the rest is how it came about.
  const clause = tokensOf(plain(/^([^,.;:!]{1,30})[,.;:!]\s/.exec(text.trim())?.[1] ?? ''));
  const isClear =
    !hasAny('negatives', said) && !said.some(({ word }) => /^(?:but|except|although)$/.test(word));
  if (isClear && !isAsked && clause.length > 0 && (isShort(clause) || isSurely(clause))) return 'yes';
  // "We are for profit, so that'll be a no".
  const told = / (?:thatll be|that will be|thats|its|that is|it is) a (yes|no)$/.exec(wordsOf(said))?.[1];
  if (told === 'yes' || told === 'no') return told;
  // "Is it?" is a question; "yes, can you?" still is a yes.
  const yesOrNo = first.exec(begins.word)?.[1];
  if (isAsked && !yesOrNo) return undefined;
  const short = withoutTail(said);
  const bare = withoutTail(withoutLead(short));
  // "Don't know" is no "don't", and "not sure" is no "maybe".
  if (hasAny('tells-otherwise', bare)) return undefined;
  for (const words of [said, short, bare]) {
    if (isWhole('no', words)) return 'no';
    if (isWhole('yes', words)) return 'yes';
    if (isWhole('half', words)) return 'half';
  }
  if (yesOrNo) return goesOn(yesOrNo, said.slice(1), text);
  // "Someone is interested, yes".
  if (/ (?:yes|yeah|yep|yup)$/.test(wordsOf(said)) && !hasAny('negatives', said)) return 'yes';
  if (isDenial(bare)) return 'no';
  if (hasAny('negatives', bare)) return undefined;
  return isStated(bare) ? 'yes' : undefined;
}

/** "Yesss" is a yes and "nooo" a no. */
function plain(text: string): string {
  return normalise(text)
    .replace(/^(y)+(?= |$)/, '$1')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/^noo\b/, 'no')
    .replace(/^yees\b/, 'yes');
}

/** After a yes comes more of the same, unless something is asked or wanted; after a no, much else: "no idea". */
function goesOn(yesOrNo: string, rest: readonly Token[], text: string): YesOrNo | undefined {
  const means = yesOrNo.startsWith('y') || yesOrNo === 'aye' ? 'yes' : 'no';
  if (/^[^\w]*\w+\s*[,.;:!–-]/.test(text.trim())) return means;
  if (means === 'yes' && rest.length > 0 && !isWantingMore(rest)) return means;
  return lengthAt('after-no', rest, 0) > 0 || /^\d+$/.test(rest[0]?.word ?? '') ? means : undefined;
}

function isWantingMore(tokens: readonly Token[]): boolean {
  return lengthAt('wants-more', tokens, pastAll('wants-lead', tokens, 0)) > 0;
}

function withoutLead(tokens: readonly Token[]): readonly Token[] {
  const at = pastAll('yes-no-lead', tokens, 0);
  return at < tokens.length ? tokens.slice(at) : tokens;
}

function pastAll(list: FieldList, tokens: readonly Token[], from: number): number {
  let at = from;
  while (lengthAt(list, tokens, at) > 0) at += lengthAt(list, tokens, at);
  return at;
}

function withoutTail(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  for (;;) {
    const length = [3, 2, 1].find((n) => n < end && lengthAt('yes-no-tail', tokens, end - n) === n);
    if (!length) return tokens.slice(0, end);
    end -= length;
  }
}

/** "We have", "they did". */
function isShort(tokens: readonly Token[]): boolean {
  const at = lengthAt('who', tokens, 0);
  return at > 0 && at === tokens.length - 1 && isIn('auxiliaries', tokens[at]?.word ?? '');
}

function isSurely(tokens: readonly Token[]): boolean {
  return /^(?:100(?: percent)?|absolutely|definitely|defo|(?:i )?(?:think|believe) so)$/.test(
    wordsOf(tokens),
  );
}

/** "They have signed it off", "weve got one", "already spoken to her": somebody has done something about it. */
function isStated(tokens: readonly Token[]): boolean {
  if (isShort(tokens)) return true;
  const who = lengthAt('who', tokens, 0);
  const isContracted = who === 1 && /.(?:ve|s|re|ll|m)$/.test(tokens[0]?.word ?? '');
  let at = who;
  while (/^(?:already|do|all|both)$/.test(tokens[at]?.word ?? '')) at++;
  const hasAuxiliary = isIn('auxiliaries', tokens[at]?.word ?? '');
  const isHeld = (place: number) => lengthAt('goes-on', tokens, place) > 0;
  if (who > 0 && ((isContracted && isHeld(at)) || (hasAuxiliary && isHeld(at + 1)))) return true;
  if (hasAuxiliary && /^(?:have|has)$/.test(tokens[at]?.word ?? '')) at++;
  while (tokens[at]?.word === 'already') at++;
  return isIn('did', tokens[at]?.word ?? '');
}

/** "It hasn't been agreed", "we do not", "nobody has". */
function isDenial(tokens: readonly Token[]): boolean {
  let at = lengthAt('who', tokens, 0);
  if (isIn('auxiliaries', tokens[at]?.word ?? '')) at++;
  const word = tokens[at]?.word ?? '';
  return isIn('negatives', word) && !/^(?:none|nothing|unable|without|refus\w+)$/.test(word);
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(({ word }) => word).join(' ');
}
