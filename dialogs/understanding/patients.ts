import { alarmWords } from './alarm-words.js';
import { isGivenName } from './names.js';

/** A word as it was typed, and as it is compared. */
interface Word {
  readonly typed: string;
  readonly is: string;
  /** What parts sentences and lists is a word of its own here. */
  readonly isMark: boolean;
}

/** Somebody who is named, from which word to which. */
interface Named {
  readonly from: number;
  readonly to: number;
  readonly titled: boolean;
  /** Surrounded by what a colleague does: "Sue Hartley, ward manager". */
  readonly works: boolean;
}

/**
 * Why somebody in care could be told from this, or undefined: by a number or a birth date; or by a name, a bed or an
 * address beside something that is said of people in care. One ordinary word beside it changes nothing: only what a
 * name itself belongs to ("Sue Hartley, ward manager") takes it out. `asksPhone`: ten digits are a phone number. Pure.
 */
export function tellsPatient(whole: string, asksPhone = false): string | undefined {
  if (hasNhsNumber(whole, asksPhone)) return 'an NHS number';
  if (hasHospitalNumber(whole)) return 'a hospital number';
  if (birthDate.test(whole) || bornLongAgo.test(whole)) return 'a date of birth';
  const text = whole.slice(0, longestRead);
  const words = wordsIn(text);
  const names = namesIn(words);
  const strangers = names.filter(({ works }) => !works);
  const signs = signsIn(words, text);
  if (names.some((name) => isCalledPatient(words, name))) return 'a patient with a name';
  if (isOneInBed(words)) return 'a patient in a bed';
  if (signs.bed) {
    if (strangers.length > 0) return 'a name and a bed';
    if (names.length > 0 && (signs.ill || signs.event || signs.age)) return 'a name and a bed';
    if (signs.age || (signs.ill && signs.one)) return 'a bed, and what is wrong';
  }
  if (
    listsBeds.test(text) &&
    !names.some(({ works }) => works) &&
    (names.length > 0 || signs.age || signs.ill || signs.event)
  )
    return 'a list of beds';
  if (initialled.test(text) && (signs.age || signs.ill || signs.event || signs.bed))
    return 'initials, and what is wrong';
  if (strangers.some((name) => isTended(words, name))) return 'somebody who is cared for';
  if (strangers.some((name) => isOfFamily(words, name))) return 'a patient’s family';
  if (
    signs.address &&
    (strangers.length > 0 || signs.one) &&
    (signs.ill || signs.event || signs.age || signs.one)
  )
    return 'an address, and what is wrong';
  if (strangers.length > 0) {
    if (signs.age && (signs.ill || signs.event || signs.one)) return 'a name and an age';
    if (signs.ill && (signs.one || signs.spokenOf || !signs.many)) return 'a name, and what is wrong';
    if (signs.event && strangers.some(({ titled }) => titled) && !signs.many)
      return 'a name, and what happened';
    if (signs.address && strangers.some(({ titled }) => titled)) return 'a name and an address';
    if (signs.event && signs.one && !signs.many) return 'a name, and what happened';
    if (longAgo.test(text)) return 'a name and a date of birth';
  }
  return undefined;
}

/** Everybody who is named is a colleague by what stands beside the name, and nobody lies in a bed. Pure. */
export function namesColleagues(text: string): boolean {
  const words = wordsIn(text);
  const names = namesIn(words);
  return names.length > 0 && names.every(({ works }) => works) && !bedIn(words) && !isAddress(words);
}

/** Characters. No answer is longer; numbers are looked for beyond them too. */
const longestRead = 4_000;

/* Numbers and dates */

const tenDigits = /(?<![\d+/])\d(?:[ -]?\d){9}(?![\d/]|[ -]\d)/g;
const saysNhs = /\b(?:nhs|chi)\b[^\d\n]{0,16}$/i;
const saysPatient = /\b(?:patient|pt)\b[^\d\n]{0,20}$/i;

/**
 * Ten digits, grouped as an NHS number is or named as one, whose last checks the others. One that is named counts when
 * it is mistyped too; one that stands alone, when it checks. Where a phone is asked for, only a named one counts.
 */
function hasNhsNumber(text: string, asksPhone: boolean): boolean {
  return [...text.matchAll(tenDigits)].some(({ 0: found, index }) => {
    const before = text.slice(Math.max(0, index - 40), index);
    if (saysNhs.test(before)) return true;
    if (asksPhone || found.startsWith('0')) return false;
    if (saysPatient.test(before)) return true;
    const isGrouped = /^\d{3}[ -]\d{3}[ -]\d{4}$/.test(found);
    return (isGrouped || text.trim() === found) && checks(found);
  });
}

function checks(number: string): boolean {
  const digits = [...number.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

const hospitalNumbers = [
  /\b(?:hospital|hosp|unit|patient|pt|case ?notes?|district) ?(?:number|num|no|nr|id|#)?[.:]* ?(?:is )?(?!0[1237])(?:[a-z]{1,3}\d{0,2} ?)?\d[\d-]{4,}/i,
  /\b(?:mrn|crn|rxr)[.:]* ?(?:number |no |is )?[a-z]{0,3} ?\d{5,}/i,
];
/** "RXL 0045512": lettered as hospitals number their patients; a code of the budget or a post says so. */
const lettered = /(?<![\w@./-])(?:[A-Z]{2,3} ?|[A-Z])\d{6,8}\b(?![-@])/;
const isCode =
  /\b(?:codes?|cost|budget|ext|bleep|post|vacancy|job|ref\w*|order|invoice|pin|nmc|ods|phone|ring|tel|mobile)\b/i;

function hasHospitalNumber(text: string): boolean {
  if (lettered.test(text) && !isCode.test(text)) return true;
  return (
    hospitalNumbers.some((pattern) => pattern.test(text)) && !/\b(?:phone|ring|switchboard|tel)\b/i.test(text)
  );
}

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const inWords = '(?:first|second|third|fou?rth|fifth|sixth|seventh|eighth|ninth|tenth|twel|thirt|fif|twent)';
const birthDate = new RegExp(
  `\\b(?:dob|d\\.o\\.b|date of birth)\\b.{0,25}?(?:\\d|\\b${month}\\b|\\b${inWords})`,
  'i',
);
const bornLongAgo = new RegExp(
  `\\bborn (?:on |in )?(?:the )?(?:\\d{1,2}[/.-]\\d|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}\\b|${month} \\d|19\\d\\d)`,
  'i',
);
/** A birth date: nothing else in this field is dated that long ago. */
const longAgo = /\b\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19\d\d|[3-9]\d)\b/;
const listsBeds = /\bb(?:ed ?)?\d{1,2}[ :-]+[A-Za-z]\w+.{1,40}\bb(?:ed ?)?\d{1,2}[ :-]+[A-Za-z]/i;
const initialled = /(?:^|[\s(])(?:[A-Z]\. ?[A-Z]\.(?= ?[,A-Z\d]| on| in| has)|initials? [A-Z]{2,3}\b)/;
const livesAt = /\blives? (?:at|on|in|above) (?:the )?(?:\d|[A-Z])|\bkey ?safe\b|\bat \d{1,3} [A-Z]/;

const pronoun = /^(?:he|she|hes|shes)$/;

/* Words */

function wordsIn(text: string): readonly Word[] {
  return (text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|[,;:()]|[.!?\n]+/gu) ?? []).map((typed) => {
    const isMark = !/[\p{L}\p{N}]/u.test(typed);
    return {
      typed,
      isMark,
      is: typed
        .toLowerCase()
        .replace(/['’]s$/, '')
        .replace(/['’]/g, ''),
    };
  });
}

const bare = (word: string) => (word.endsWith('s') ? word.slice(0, -1) : word);

function isName({ is, isMark }: Word): boolean {
  return !isMark && is.length > 2 && (isGivenName(is) || (is.endsWith('s') && isGivenName(bare(is))));
}

function isCapital({ typed, is, isMark }: Word): boolean {
  return (
    !isMark &&
    /^\p{Lu}[\p{L}'’-]+$/u.test(typed) &&
    !alarmWords.is('no-name', is) &&
    !alarmWords.is('staff', is) &&
    !alarmWords.is('service', is) &&
    !/^[A-Z]{2,4}$/.test(typed)
  );
}

/** Whoever is named: after a title, by a given name, or by two capitals in a row. */
function namesIn(words: readonly Word[]): readonly Named[] {
  const names: Named[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const next = words[at + 1];
    const titled =
      alarmWords.is('title', word.is) &&
      next !== undefined &&
      !next.isMark &&
      !alarmWords.is('no-name', next.is);
    const isTwo = isCapital(word) && next !== undefined && isCapital(next);
    // "Little Amira", "a lad called Jayden": a capital is a name there.
    const before = words[at - 1];
    const isCalled = before !== undefined && isCapital(word) && alarmWords.isIn('patient-word', [before]);
    if (!titled && !isTwo && !isCalled && !isName(word)) continue;
    let to = titled || isTwo ? at + 1 : at;
    while (words[to + 1] && isCapital(words[to + 1] as Word)) to++;
    names.push({ from: at, to, titled, works: false });
    at = to;
  }
  return names.map((name, i) => ({ ...name, works: isColleague(words, names, i) }));
}

/** Beside a colleague's work: of a list of names one will do. */
function isColleague(words: readonly Word[], names: readonly Named[], at: number): boolean {
  let [first, last] = [at, at];
  const isNear = (one: Named | undefined, two: Named | undefined) => one && two && two.from - one.to <= 3;
  while (isNear(names[first - 1], names[first])) first--;
  while (isNear(names[last], names[last + 1])) last++;
  const [from, to] = [names[first]?.from ?? 0, names[last]?.to ?? 0];
  const before = [...sameSentence(words.slice(Math.max(0, from - 5), from).reverse())].reverse();
  const after = sameSentence(words.slice(to + 1, to + 6));
  if (alarmWords.isIn('patient-word', before.slice(-2))) return false;
  return (
    alarmWords.isIn('staff', before) ||
    alarmWords.isIn('staff', after.slice(0, 4)) ||
    alarmWords.isIn('works-with', before.slice(-1)) ||
    (alarmWords.isIn('works-with', before) &&
      /^(?:is|called|named|name|,)$/.test(before.at(-1)?.is ?? '') &&
      !alarmWords.isIn('one-in-care', before)) ||
    (alarmWords.isIn('works-with', after) && /^(?:,|is|as|the|our)$/.test(after[0]?.is ?? ''))
  );
}

function sameSentence(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(({ typed, isMark }) => isMark && /[.!?;\n]/.test(typed));
  return end < 0 ? words : words.slice(0, end);
}

/* Signs */

interface Signs {
  readonly bed: boolean;
  readonly age: boolean;
  readonly ill: boolean;
  readonly event: boolean;
  readonly address: boolean;
  /** One person in care is spoken of; or many. */
  readonly one: boolean;
  readonly many: boolean;
  /** "He", or "her". */
  readonly spokenOf: boolean;
}

const ages = [
  /\b(?:age|aged) ?\d{1,3}\b|\b\d{1,3} ?(?:yo|y o|yrs?|year old|years old|days old|weeks old|months old|odd)\b/i,
  /, ?\(?\d{1,3}\)?(?:,|$| with)|\b\d{2} with\b|\b\d{2}[MF]\b|\b(?:is|only|hes|shes|he's|she's|who's|whos) \d{2}\b(?! (?:beds?|places?|miles|hours|weeks|days|months|per|%))/,
];

function signsIn(words: readonly Word[], text: string): Signs {
  const many = alarmWords.isIn('many-in-care', words);
  return {
    bed: bedIn(words),
    age: ages.some((pattern) => pattern.test(text)),
    ill: isSaid('ill', words),
    event: isSaid('event', words),
    address: isAddress(words) || livesAt.test(text),
    one: alarmWords.isIn('one-in-care', words) || alarmWords.isIn('relation', words),
    spokenOf: words.some(({ is }) => pronoun.test(is) || is === 'his' || is === 'her'),
    many,
  };
}

/** A number, a word or two, and a street. */
function isAddress(words: readonly Word[]): boolean {
  return words.some(
    ({ is }, at) =>
      /^\d{1,3}[a-z]?$/.test(is) && [2, 3].some((on) => alarmWords.is('street', words[at + on]?.is ?? '')),
  );
}

/** Not "stroke ward", nor "dementia team", nor a name of something: "Cancel Cancer Fund". */
function isSaid(name: string, words: readonly Word[]): boolean {
  const hasCapital = (at: number) => /^\p{Lu}\p{Ll}/u.test(words[at]?.typed ?? '');
  return alarmWords
    .placesOf(name, words)
    .filter((end) => !(hasCapital(end) && (hasCapital(end - 1) || hasCapital(end + 1))))
    .some(
      (end) =>
        !alarmWords.is('service', words[end + 1]?.is ?? '') &&
        !alarmWords.is('service', words[end + 2]?.is ?? ''),
    );
}

/** A numbered bed; not "beds 12 to 18" nor "bay 4 day unit". */
function bedIn(words: readonly Word[]): boolean {
  return alarmWords.placesOf('place-in-care', words).some((end) => {
    const [number, next, then] = [words[end + 1], words[end + 2], words[end + 3]];
    return /^\d{1,3}$/.test(number?.is ?? '') && !(next?.is === 'to' && /^\d/.test(then?.is ?? ''));
  });
}

/** "Patient John Smith", "a lad called Jayden", "one of our clients, Anne Holt". */
function isCalledPatient(words: readonly Word[], { from, works }: Named): boolean {
  const before = words.slice(Math.max(0, from - 6), from);
  const last = before.at(-1);
  const isCalled = last !== undefined && (last.isMark || alarmWords.is('called', last.is));
  const isPatient = alarmWords.isIn('patient-word', before.slice(-3));
  const ends = alarmWords.placesOf('patient-word', before).includes(before.length - 1);
  const isKin = last !== undefined && alarmWords.is('relation', last.is);
  if (ends || (isPatient && (isCalled || isKin))) return true;
  if (works || last === undefined) return false;
  const isMany = alarmWords.isIn('many-in-care', before);
  if (isMany && alarmWords.is('many-in-care', last.is)) return before.some(({ is }) => is === 'one');
  return isCalled && (alarmWords.isIn('one-in-care', before) || (isMany && asExample.test(last.is)));
}

const asExample = /^(?:,|:|such|like|called|named|as)$/;

/** "The lady in bed 14", "hes in side room 2", "tranter in bed 3, he …". */
function isOneInBed(words: readonly Word[]): boolean {
  return alarmWords.placesOf('place-in-care', words).some((end) => {
    if (!/^\d{1,3}$/.test(words[end + 1]?.is ?? '')) return false;
    const before = words.slice(Math.max(0, end - 6), end);
    const isIn =
      alarmWords.is('in-place', words[end - 1]?.is ?? '') ||
      alarmWords.is('in-place', words[end - 2]?.is ?? '');
    const lies = words[end - 1]?.is === 'in' && words.some(({ is }) => pronoun.test(is));
    return (
      lies || alarmWords.isIn('one-in-care', before) || (isIn && before.some(({ is }) => pronoun.test(is)))
    );
  });
}

/** "Washed Doreen", "obs on Brian". */
function isTended(words: readonly Word[], { from }: Named): boolean {
  const before = [...sameSentence(words.slice(Math.max(0, from - 4), from).reverse())].reverse();
  return alarmWords.placesOf('tended', before).some((end) => before.length - 1 - end <= 1);
}

/** "Mrs Lomax's daughter", "son of Harold". */
function isOfFamily(words: readonly Word[], { from, to, titled }: Named): boolean {
  const after = words[to + 1];
  const before = words.slice(Math.max(0, from - 4), from);
  if (titled && after && alarmWords.is('relation', after.is)) return true;
  return before.at(-1)?.is === 'of' && alarmWords.isIn('relation', before);
}
