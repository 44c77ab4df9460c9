import type { Reads } from '../conversation.js';
import * as content from './content.js';
import { pick, readChoice } from './fields/choice.js';
import { readCount } from './fields/count.js';
import { isOfDay, readDay } from './fields/day.js';
import { readEmail } from './fields/email.js';
import { readIntake } from './fields/intake.js';
import { job } from './fields/job.js';
import { readMoney, readMonth } from './fields/month-and-money.js';
import { readOrganisation } from './fields/organisation.js';
import { organisationIn } from './fields/organisations.js';
import { contact, person } from './fields/person.js';
import { readPhone } from './fields/phone.js';
import { readPhrase } from './fields/phrase.js';
import { readPostcode } from './fields/postcode.js';
import { none, type Reading, type ReadingIn } from './fields/reading.js';
import { readReason } from './fields/reason.js';
import { service } from './fields/service.js';
import { study } from './fields/study.js';
import { explained, isIn, tokensOf, type Token } from './fields/tokens.js';
import { readUniversity } from './fields/university.js';
import { plainYesOrNo, readYesNo, yesOrNo } from './fields/yes-or-no.js';
import { clean, wordCount } from './text.js';

export { organisationIn, sameOrganisation } from './fields/organisations.js';
export { pick, plainYesOrNo, readChoice, yesOrNo, type Reading, type ReadingIn };

/** Reads plain words as the answer to the kind of question that is open. Pure: `today` is a London date. */
export function readAnswer(reads: Reads, said: string, today: string): Reading {
  return readAnswerIn(reads, said, today).reading;
}

/** The same, and which words it rests on: `rest` is empty when every word of the message is explained. */
export function readAnswerIn(reads: Reads, said: string, today: string): ReadingIn {
  const text = clean(said);
  if (isOfText(reads)) return readText(reads, text);
  const read = readPlain(reads, text.slice(0, mostCharacters), today);
  return text.length > mostCharacters ? { ...read, rest: read.rest + text.slice(mostCharacters) } : read;
}

/** An answer that is no text of one's own stands in its first words. */
const mostCharacters = 600;

function isOfText(reads: Reads): reads is TextReads {
  return reads.type === 'text' || reads.type === 'name' || reads.type === 'paragraph';
}

function readPlain(reads: Exclude<Reads, TextReads>, text: string, today: string): ReadingIn {
  switch (reads.type) {
    case 'menu':
      return none(content.pressOne, text);
    case 'yesNo':
      return inWords(readYesNo(text), text, []);
    case 'choice':
      return inWords(readChoice(reads.options, text), text, reads.options);
    case 'university': {
      const options = reads.universities.map(({ id, name, also }) => ({ value: id, label: name, also }));
      return inWords(readUniversity(reads.universities, text), text, options);
    }
    case 'intake': {
      const options = reads.intakes.map(({ id, label, also }) => ({ value: id, label, also }));
      return inWords(readIntake(reads.intakes, text, today), text, options, isOfDay);
    }
    case 'wholeNumber':
      return readCount(reads, text);
    case 'date':
      return withWords(readDay(withDays(reads, today), text, today), text, isOfDay);
    case 'month':
      return withWords(readMonth(text, today), text, (token) => token.word === 'may' || isOfDay(token));
    case 'money':
      return withWords(readMoney(reads, text), text, ({ word }) => isOfMoney.test(word));
    case 'email':
      return readEmail(text);
    case 'phone':
      return readPhone(text);
    case 'postcode':
      return readPostcode(text);
  }
}

const isOfMoney = /^[\d.,]*\d[\d.,]*k?$|^(?:k|thousand|hundred|pounds?|quid|gbp|a|per|year|annum|about)$/;

/** 'today' as a limit becomes the day that it is. */
function withDays<Day extends { notBefore?: string; notAfter?: string }>(reads: Day, today: string): Day {
  const { notBefore, notAfter } = reads;
  return {
    ...reads,
    ...(notBefore === 'today' ? { notBefore: today } : {}),
    ...(notAfter === 'today' ? { notAfter: today } : {}),
  };
}

type Options = readonly {
  readonly value: string;
  readonly label: string;
  readonly also: readonly string[];
}[];

/** A choice rests on the words of the option that was meant, a yes on the words that say yes. */
function inWords(
  reading: Reading,
  text: string,
  options: Options,
  isAlso?: (token: Token) => boolean,
): ReadingIn {
  const chosen = reading.kind === 'value' ? options.filter(({ value }) => value === reading.value) : options;
  const names = chosen.flatMap(({ label, also }) => [label, ...also]);
  const words = new Set(names.flatMap((name) => tokensOf(name).map(({ word }) => word)));
  const named = organisationIn(text);
  return withWords(reading, text, (token) => {
    const { word, from, to } = token;
    const isKnown =
      words.has(word) || isIn('choice-words', word) || isIn('agreement', word) || /^\d/.test(word);
    return isKnown || isAlso?.(token) || (named !== undefined && from >= named.from && to <= named.to);
  });
}

function withWords(reading: Reading, text: string, isOwn: Parameters<typeof explained>[2]): ReadingIn {
  return reading.kind === 'none' ? { reading, used: [], rest: text } : explained(reading, text, isOwn);
}

type TextReads = Extract<Reads, { type: 'text' | 'name' | 'paragraph' }>;

/** Words of one's own: of the shape that is asked for, and within the question's limits. */
function readText(reads: TextReads, text: string): ReadingIn {
  if (!/[\p{L}\p{N}]/u.test(text)) return none(content.words, text);
  const isShort = text.length <= mostCharacters;
  if (reads.type === 'name' && isShort && plainYesOrNo(text) !== undefined) return none(content.aName, text);
  const read = readShape(reads, reads.type === 'paragraph' ? text : text.replace(/\s*\n\s*/g, ' '));
  if (read.reading.kind !== 'value') return read;
  return { ...read, reading: fitting(reads, String(read.reading.value)) };
}

function readShape(reads: TextReads, text: string): ReadingIn {
  switch (reads.shape ?? (reads.type === 'paragraph' ? 'reason' : undefined)) {
    case 'person':
      return readPhrase(person, text, content.aName);
    case 'contact':
      return readPhrase(contact, text, content.aName);
    case 'organisation':
      return readOrganisation(text, content.anOrganisation);
    case 'service':
      return readPhrase(service, text, content.aService);
    case 'job':
      return readPhrase(job, text, content.aJob);
    case 'study':
      return readPhrase(study, text, content.studyDays);
    case 'reason':
      return readReason(text);
    default:
      return { reading: { kind: 'value', value: text }, used: [[0, text.length]], rest: '' };
  }
}

function fitting(reads: TextReads, text: string): Reading {
  if (text.length < reads.min) return { kind: 'again', say: content.tooShort(reads.min) };
  if (reads.maxWords !== undefined && wordCount(text) > reads.maxWords) {
    const value = firstWords(text, reads.maxWords);
    return { kind: 'confirm', value, ask: content.tooManyWords(wordCount(text), reads.maxWords, value) };
  }
  if (text.length > reads.max) {
    const value = cut(text, reads.max);
    return { kind: 'confirm', value, ask: content.tooLong(text.length, reads.max, value) };
  }
  return { kind: 'value', value: text };
}

function firstWords(text: string, count: number): string {
  const words = [...text.matchAll(/\S+/g)];
  const last = words[count - 1];
  return last ? text.slice(0, last.index + last[0].length) : text;
}

/** The longest start that fits, ending with a whole word, and never with half a character. */
function cut(text: string, max: number): string {
  const start = text.slice(0, max);
  const space = start.lastIndexOf(' ');
  return (space > max / 2 ? start.slice(0, space) : start).replace(/[\ud800-\udbff]$/, '').trim();
}
