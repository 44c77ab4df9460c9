import { addDays } from '../../../workflows/dates.js';
import type { Intake } from '../../../workflows/scheme.js';
import * as content from '../content.js';
import { readDate } from '../dates.js';
import { normalise } from '../text.js';
import { pick, readChoice } from './choice.js';
import type { Reading } from './reading.js';
import { coveredBy, hasAny, tokensOf, withoutCourtesy } from './tokens.js';

type Intakes = readonly Pick<Intake, 'id' | 'label' | 'also' | 'starts'>[];

/** "Asap", "whenever the next one starts": the first of the intakes, which are in the order they start. */
function isSoonest(said: string): boolean {
  const tokens = tokensOf(said);
  return (
    hasAny('soonest', tokens) &&
    coveredBy(['soonest', 'lead', 'articles', 'soonest-words'], tokens).every(Boolean)
  );
}

/** An intake by its month or its year, or by what it comes before or after. */
export function readIntake(intakes: Intakes, text: string, today: string): Reading {
  const year = Number(today.slice(0, 4));
  const said = normalise(withoutCourtesy(text))
    .replace(/\bnext year\b/, String(year + 1))
    .replace(/\bthis year\b/, String(year))
    .replace(/\bof (?=20\d\d\b)/, '')
    .replace(/\bmid(?:dle)?(?: of)? /, '');
  const [, month = '', short = ''] = /^(\d{1,2})[/.-](?:20)?(\d\d)$/.exec(text) ?? [];
  const starting = intakes.find(({ starts }) => starts.startsWith(`20${short}-${month.padStart(2, '0')}-`));
  if (starting) return { kind: 'value', value: starting.id };
  const [first] = intakes;
  if (isSoonest(said) && first) return { kind: 'value', value: first.id };
  const beside = besideDay(intakes, said, today);
  if (beside) return { kind: 'value', value: beside.id };
  // "Feb or Sept 2027": both, with the year that was said last.
  const spoken = / (20\d\d|\d\d)$/.exec(said)?.[0] ?? '';
  const either = said
    .split(/ (?:or|and) /)
    .map((part) => namedIn(intakes, part.endsWith(spoken) ? part : part + spoken));
  const named =
    either.length > 1 && either.every(({ length }) => length > 0)
      ? [...new Set(either.flat())]
      : namedIn(intakes, said);
  // "Not Feb" names those that are left.
  if (named.length > 0 && isDenied(said)) return oneOf(intakes.filter((one) => !named.includes(one)));
  if (named.length > 0) return oneOf(named);
  const read = readChoice(intakes.map(optionOf), text);
  const told = read.kind === 'none' ? readDate(text, today, { prefer: 'future' }) : undefined;
  return told && 'date' in told && told.date < today
    ? { kind: 'again', say: content.hasGone(told.date) }
    : read;
}

/** Those whose longest name was said: "February 2028" is more than "February". */
function namedIn(intakes: Intakes, said: string): Intakes {
  const reach = intakes.map(({ label, also }) =>
    Math.max(
      0,
      ...[label, ...also]
        .map(normalise)
        .filter((name) => ` ${said} `.includes(` ${name} `))
        .map((name) => name.length),
    ),
  );
  const furthest = Math.max(...reach);
  if (furthest === 0) return [];
  // "September next year": the year tells which of the Septembers.
  const inYear = /\b20\d\d\b/.exec(said)?.[0];
  return intakes.filter(({ label }, at) => reach[at] === furthest && (!inYear || label.includes(inYear)));
}

/** "The one after Christmas", "the last before Easter 2028". */
function besideDay(intakes: Intakes, said: string, today: string): Intakes[number] | undefined {
  const [, way, day = ''] = /\b(after|before)(?: the)? (.+)$/.exec(said) ?? [];
  if (!way || tokensOf(day).length > 4) return undefined;
  const read = readDate(day, today, { prefer: 'future' });
  const at = read && ('date' in read ? read.date : 'month' in read ? `${read.month}-31` : undefined);
  if (!at) return undefined;
  // Soon after Christmas, "the one after Christmas" is still of the last one.
  const before = readDate(day, today, { prefer: 'past' });
  const last = before && 'date' in before && before.date > addDays(today, -60) ? before.date : undefined;
  if (way === 'after' && last) return intakes.find(({ starts }) => starts > last);
  return way === 'after'
    ? intakes.find(({ starts }) => starts > at)
    : intakes.filter(({ starts }) => starts < at.replace(/-31$/, '-01')).at(-1);
}

function isDenied(said: string): boolean {
  return hasAny('denial', tokensOf(said)) && !/\bnot (?:sure|yet)\b/.test(said);
}

function oneOf(left: Intakes): Reading {
  const [only] = left;
  if (only && left.length === 1) return { kind: 'value', value: only.id };
  return { kind: 'which', say: content.whichIntake, options: left.map(optionOf).map(pick) };
}

function optionOf({ id, label, also }: Intakes[number]) {
  return { value: id, label, also: [...also] };
}
