import { fieldWords } from '../../../data/language/words.js';
import * as content from '../content.js';
import { editDistance } from '../text.js';
import { again, none, type Reading, type ReadingIn, type Span } from './reading.js';
import { isIn, restOf, tokensOf } from './tokens.js';

const mostCharacters = 600;
const longestAddress = 254;
const address = /[^\s<>(),;:"“”[\]\\]+@[^\s<>(),;:"“”[\]\\]+/g;

/** An address as it is typed: "at" and "dot" in words, a curly apostrophe, a slip in the part that we know. */
export function readEmail(typed: string): ReadingIn {
  const text = straight(typed.slice(0, mostCharacters));
  const found = [...text.matchAll(address)].map((match) => ({
    said: match[0].replace(/[.!?']+$/, '').replace(/^(?:mailto:|')/i, ''),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const used = found.map(({ from, to }): Span => [from, to]);
  const outside = found.reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text);
  const rest = restOf(tokensOf(outside), 'email-words');
  const addresses = [...new Set(found.map(({ said }) => said.toLowerCase()))];
  const [only] = found;
  if (!only) {
    // "jo.bell": an address without its end.
    const isPart = text.includes('@') || /^[\w'-]+(?:\.[\w'-]+)+$/.test(text);
    return isPart ? again(content.email, typed) : none(content.email, typed);
  }
  if (addresses.length > 1)
    return {
      reading: {
        kind: 'which',
        say: content.whichEmail,
        options: found.map(({ said }) => ({ value: said, label: said })),
      },
      used,
      rest,
    };
  const before = wordBefore(text, only.from, only.said);
  // "sue .hartley@nhs.net", "sue hartley@nhs.net": the address may have been cut in two, and half of one is another's.
  if (before && isWhole(only.said.replace(/^\./, ''))) {
    const joined = [`${before}.${only.said}`, before + only.said, only.said];
    const reading: Reading = only.said.startsWith('.')
      ? { kind: 'confirm', value: before + only.said, ask: content.didYouMean(before + only.said) }
      : {
          kind: 'which',
          say: content.spaceInEmail,
          options: joined.map((one) => ({ value: one, label: one })),
        };
    return {
      reading,
      used,
      rest: restOf(
        tokensOf(outside).filter(({ said }) => said !== before),
        'email-words',
      ),
    };
  }
  if (!isWhole(only.said)) return again(content.email, typed, used);
  const meant = domainMeant(only.said);
  if (meant)
    return { reading: { kind: 'confirm', value: meant, ask: content.didYouMean(meant) }, used, rest };
  return { reading: { kind: 'value', value: only.said }, used, rest };
}

function straight(text: string): string {
  return text
    .replace(/[’‘`´]/g, "'")
    .replace(/(\w) dot (?=\w)/gi, '$1.')
    .replace(/\s*[([]at[)\]]\s*|\s+@\s*|@\s+/gi, '@')
    .replace(/([^\s@]+)\s+at\s+([^\s@]+\.[^\s@]+)/i, '$1@$2')
    .replace(/(?<=@[^\s@]{0,80})\s+(?=\.[a-z])/gi, '');
}

/** A part before the @ and one after it, without two dots together, none at an edge, and with a last part of letters. */
function isWhole(said: string): boolean {
  if (said.length > longestAddress || /\.\.|^[.-]|\.@|@[.-]|[.-]$|-\.|\.-|@.*@/.test(said)) return false;
  return /^[\w.!#$%&'*+/=?^{|}~\u00c0-\u024f-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(said);
}

/** A word right before the address that neither leads up to it nor is in it. */
function wordBefore(text: string, from: number, said: string): string | undefined {
  const [before = ''] = /\S+$/.exec(text.slice(0, from).replace(/\s$/, '')) ?? [];
  const word = before.toLowerCase();
  if (!/^[\p{L}'.-]{1,30}$/u.test(before) || /[.]$/.test(before)) return undefined;
  const isKnown = (
    [
      'email-words',
      'lead',
      'courtesy',
      'greetings',
      'small',
      'turns',
      'pronouns',
      'talk',
      'jobs',
      'person-nouns',
    ] as const
  ).some((list) => isIn(list, word.replace(/'/g, '')));
  if (isKnown && !said.startsWith('.')) return undefined;
  return said.toLowerCase().split('@')[0]?.includes(word) ? undefined : before;
}

/** The address that a slip was meant for: "nsh.net" for nhs.net. */
function domainMeant(said: string): string | undefined {
  const labels = said.split('@')[1]?.toLowerCase().split('.') ?? [];
  const end = labels.slice(-2).join('.');
  const known = fieldWords()['email-domains'];
  if (
    known.some(
      (domain) => domain === end || labels.join('.').endsWith(`.${domain}`) || labels.join('.') === domain,
    )
  )
    return undefined;
  const near =
    known.find((domain) => editDistance(end, domain, 1) <= 1) ??
    known.find((domain) => isSwapped(end, domain));
  return near && said.slice(0, said.length - end.length) + near;
}

/** "nsh.ent": each part of it a slip away, the same letters in another order. */
function isSwapped(said: string, meant: string): boolean {
  const letters = (text: string) =>
    text
      .split('.')
      .map((part) => [...part].sort().join(''))
      .join('.');
  return letters(said) === letters(meant);
}
