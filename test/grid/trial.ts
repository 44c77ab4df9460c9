import type { Mind } from '../../dialogs/conversation.js';
import { anything, type Case } from './cases.js';
import { placeOf } from './states.js';
import { alarmIn, changed, Talk, type Stored } from './talk.js';

/*
 * One case tried. It looks at `converse` from outside: an application at a place, what is said, and what is stored before
 * and after.
 */

export type Verdict = 'wrong' | 'missed' | 'asked back' | 'right';

export interface Tried {
  readonly case: Case;
  readonly verdict: Verdict;
  readonly why: string;
  /** Every message, those on the way too. */
  readonly said: readonly string[];
}

/** Letters alike, no emoji, no courtesy of punctuation: what was said otherwise is stored the same. */
const plain = (value: string): string =>
  value
    .replace(/[\p{Extended_Pictographic}\u200d\ufe0f]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!,…]+$/, '')
    .toLowerCase();

export const isLike = (value: string | undefined, pattern: string): boolean => {
  if (pattern === anything) return true;
  if (value === undefined) return pattern === '';
  return new RegExp(`^(?:${pattern})$`, 'iu').test(plain(value));
};

/** @returns undefined where the round has no such place. */
export function tryCase(one: Case, mind?: Mind): Tried | undefined {
  try {
    return judge(one, mind);
  } catch (error) {
    return { case: one, verdict: 'wrong', why: `it threw: ${String(error)}`, said: one.say };
  }
}

function judge(one: Case, mind: Mind | undefined): Tried | undefined {
  const place = placeOf(one.at);
  if (!place) return undefined;
  const talk = new Talk(place, mind, one.on);
  const beginning = talk.stored;
  for (const text of one.first ?? []) {
    talk.say(text);
    if (talk.asksBack) talk.say('yes');
    // More of it answers what is asked until it is recorded.
    if (changed(beginning, talk.stored).length > 0) break;
  }
  // What was never recorded cannot be taken back: that is judged where it is said plainly.
  if (one.back && changed(beginning, talk.stored).length === 0) return undefined;
  const before = talk.stored;
  const stepBefore = talk.step;
  let alarm: string | undefined;
  for (const text of one.say) alarm ??= alarmIn(talk.say(text));
  const result = (verdict: Verdict, why: string): Tried => ({ case: one, verdict, why, said: talk.said });
  const expected = one.alarm ?? 'none';
  if (expected !== 'none') return alarm ? result('right', '') : result('missed', 'no alarm');
  if (alarm) return result('wrong', `alarm: ${alarm}`);

  const allowed = (path: string, value: string | undefined): boolean =>
    path === 'applications' ||
    // Put aside until it is known: nothing untrue.
    path.startsWith('parked.') ||
    // What the form tells settles its check too.
    (path.startsWith('ready.') && one.at.startsWith('form:')) ||
    '*' in one.may ||
    (one.may[path] !== undefined && isLike(value, one.may[path]));
  const untrue = (after: Stored): string[] =>
    changed(before, after)
      .filter((path) => {
        const wanted = one.want?.[path];
        if (wanted !== undefined) return !isLike(after[path], wanted);
        if (one.back) return after[path] !== beginning[path];
        return !allowed(path, after[path]);
      })
      .map((path) => `${path} = ${after[path] ?? 'nothing'}`);
  const holds = (after: Stored): boolean =>
    Object.entries(one.want ?? {}).every(([path, pattern]) => isLike(after[path], pattern)) &&
    (one.back ?? []).every((path) => after[path] === beginning[path]);

  const after = talk.stored;
  const wrong = untrue(after);
  if (wrong.length > 0) return result('wrong', wrong.join(', '));
  if (!one.want) {
    // Nobody meant it: "no" to whatever is asked, and it must not be stored by that either.
    if (!talk.asksBack && (talk.step === stepBefore || talk.prompt.reads.type === 'menu'))
      return result('right', '');
    const no = talk.copy();
    if (talk.asksBack) no.say('no');
    const late = untrue(no.stored);
    return late.length > 0 ? result('wrong', `after no: ${late.join(', ')}`) : result('asked back', '');
  }
  if (holds(after)) return result('right', '');
  for (const next of answersTo(talk, one)) {
    const on = talk.copy();
    for (const text of next) on.say(text);
    if (untrue(on.stored).length === 0 && holds(on.stored)) return result('asked back', '');
  }
  const lacks = Object.keys(one.want).filter((path) => !isLike(after[path], one.want![path]!));
  return result('missed', `no ${[...lacks, ...(one.back ?? [])].join(', ')}`);
}

/** What someone who meant it says to what is asked next. */
function answersTo(talk: Talk, { then = [] }: Case): string[][] {
  const buttons =
    talk.last?.replies
      .at(-1)
      ?.buttons.filter(({ url }) => !url)
      .map(({ says }) => says) ?? [];
  const isOffered = buttons.some((says) => /^yes\b/i.test(says));
  if (!talk.asksBack) return then.length > 0 ? [[...then]] : [];
  const picked = isOffered ? [] : buttons.map((says) => [says]);
  const yes = isOffered ? [['yes'], ...(then.length > 0 ? [['yes', ...then]] : [])] : [];
  return [...yes, ...picked, ...(then.length > 0 ? [[...then]] : [])];
}
