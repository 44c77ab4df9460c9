import { eligibilityGrade, findings, isPriority, type Finding } from '../../workflows/eligibility-rules.js';
import { sayDate } from '../../workflows/dates.js';
import type { Answers, EligibilityQuestion, Grade, Scheme } from '../../workflows/scheme.js';
import { source } from '../readiness/content.js';
import { keepIt, plural } from '../words.js';

/** Every word of the eligibility dialog. */

/** How a grade is marked: beside an answer as it is kept, and in the result. */
export const marks: Record<Grade, { readonly kept: string; readonly line: string }> = {
  pass: { kept: '', line: 'Pass' },
  caution: { kept: ' (a caution)', line: 'Caution' },
  decide: { kept: ' (to be decided)', line: 'To be decided' },
  fail: { kept: ' (not eligible)', line: 'Not eligible' },
  signpost: { kept: ' (you apply elsewhere)', line: 'Elsewhere' },
  unknown: { kept: ' (to find out)', line: 'To find out' },
};

/** An answer as it is read: an option's name, a number, a day. */
export function sayGiven({ type }: Pick<EligibilityQuestion, 'type'>, label: string): string {
  return type === 'date' ? sayDate(label) : label;
}

export function question(one: EligibilityQuestion, position: string, now: string | undefined): string {
  return [`**${position}: ${one.label}**`, one.ask, one.hint, now && keepIt(now)]
    .filter(Boolean)
    .join('\n\n');
}

export function kept({ question: one, option }: Finding): string {
  return `${one.label}: **${sayGiven(one, option.label)}**${marks[option.grade].kept}.`;
}

export const cannotLeave = 'I cannot go on without this one. Choose the nearest. You can change it later.';
export const first = 'These questions come before the form.';
export const noDraft = 'I have no message to send here. Say **fix 1** for the draft that closes a gap.';
const carried = (from: string): string => `What I know already is from **${from}**.`;
export const opening = 'A few questions about who can apply. It takes about two minutes.';

/** `from`: the earlier application that told some of it. */
export function opened(from: string | undefined): string {
  return from ? `${opening} ${carried(from)}` : opening;
}

/** Said when nothing stands in the way, and the form begins at once. */
/** `isNew`: the person has not applied here before, and has not read how old the rules are. */
export function passed({ notice }: Scheme, isNew: boolean): string {
  return `**You can apply.**${isNew ? ` ${notice}` : ''}`;
}

/** The result in short: what is to be looked at, with its reason; how much passes. */
export function resultShort(scheme: Scheme, answers: Answers): string {
  const { questions } = scheme.eligibility;
  const found = findings(questions, answers);
  const grade = eligibilityGrade(questions, answers);
  const ends = grade === 'fail' || grade === 'signpost';
  const open = found.filter(({ option }) => (ends ? option.grade === grade : option.grade !== 'pass'));
  const passes = found.filter(({ option }) => option.grade === 'pass');
  return [
    heading[grade],
    open.map(({ question: one, option }) => shortLine(one, option)).join('\n'),
    ends ? sources(open) : '',
    grade === 'signpost' ? signpost(scheme) : '',
    ends ? 'Your answers are kept. If one is wrong, change it and I will look again.' : '',
    !ends && passes.length > 0
      ? `${open.length > 0 ? 'The other' : 'All'} ${plural(passes.length, 'answer')} ${passes.length === 1 ? 'passes' : 'pass'}.${
          isPriority(questions, answers) ? ' Your service area is one that this scheme puts first.' : ''
        }`
      : '',
    grade === 'unknown' ? 'You can fill in the form now. It cannot be sent until this is known.' : '',
    grade === 'pass' ? scheme.notice : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The result, each answer with the sentence that says why, then their sources. */
export function result(scheme: Scheme, answers: Answers): string {
  const { questions } = scheme.eligibility;
  const found = findings(questions, answers);
  const grade = eligibilityGrade(questions, answers);
  const ends = grade === 'fail' || grade === 'signpost';
  const shown = ends ? found.filter(({ option }) => option.grade === grade) : found;
  return [
    '**Each answer, and why**',
    heading[grade],
    shown.map(({ question: one, option }) => line(one, option)).join('\n'),
    sources(shown),
    grade === 'signpost' ? signpost(scheme) : '',
    !ends && isPriority(questions, answers) ? 'Your service area is one that this scheme puts first.' : '',
    ends ? 'Your answers are kept. If one of them is wrong, change it and I will look again.' : '',
    grade === 'unknown' ? 'You can fill in the form now. It cannot be sent until this is known.' : '',
    scheme.notice,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const heading: Record<string, string> = {
  pass: '**You can apply.**',
  caution: '**You can apply, with a caution.**',
  decide: '**You can apply. Whether it counts is for somebody else to decide.**',
  signpost: '**You do not apply here.** This is no refusal: it is done in another place.',
  unknown: '**You may be able to apply. One thing has to be found out first.**',
  fail: '**You cannot apply under this scheme.**',
  unfinished: '**Not finished yet.**',
};

/** What to do about it, or why. */
function shortLine(one: EligibilityQuestion, option: Finding['option']): string {
  const isWhy = !option.todo || option.grade === 'fail' || option.grade === 'signpost';
  const said = [isWhy ? option.reason : '', sayBy(option), option.todo];
  return `- **${mark(option)}** · ${one.label}: ${said.filter(Boolean).join(' ')}`;
}

function mark({ grade }: Finding['option']): string {
  return marks[grade].line;
}

function line(one: EligibilityQuestion, option: Finding['option']): string {
  const said = [option.reason, sayBy(option), option.todo];
  return `- **${mark(option)}** · ${one.label}: ${said.filter(Boolean).join(' ')}`;
}

function sayBy({ by, grade }: Finding['option']): string {
  return by ? `${grade === 'decide' ? 'To be decided by' : 'Where to apply:'} ${by}.` : '';
}

/** Whom to turn to, for whoever applies in another place. */
function signpost({ contacts }: Scheme): string {
  const [first] = contacts;
  return first
    ? `Whom to ask: **${first.name}**. ${[first.asks, first.email, first.phone].filter(Boolean).join(' ')}`
    : '';
}

/** Each source once, with what it says: most answers have the same. */
function sources(found: readonly Finding[]): string {
  const labels = new Map<string, string[]>();
  for (const { question: one, option } of found) {
    const name = source(option.source);
    labels.set(name, [...(labels.get(name) ?? []), one.label.toLowerCase()]);
  }
  const [first, ...others] = labels;
  if (!first) return '';
  if (others.length === 0) return `Source: ${first[0]}.`;
  return `Sources: ${[first, ...others].map(([name, about]) => `${name} (${about.join(', ')})`).join('; ')}.`;
}
