import { isWithin } from '../../workflows/grade-rules.js';
import type { Scheme } from '../../workflows/scheme.js';
import { stageDue } from '../../workflows/support-rules.js';
import type { Fault } from './checks.js';

/** What looks odd in a scheme and may be right all the same: said, and nothing is stopped. */
export function doubtsOf(scheme: Scheme): Fault[] {
  return doubts.flatMap((doubt) => doubt(scheme));
}

const doubts: readonly ((scheme: Scheme) => Fault[])[] = [
  closesAfterStarts,
  intakesOutsideFinanceYear,
  labelsDiffer,
  closesLate,
  linksAreNotPublic,
  amountsDiffer,
  dueBeforeClosing,
];

function closesAfterStarts({ closes, intakes }: Scheme): Fault[] {
  if (!closes) return [];
  return intakes.flatMap(({ starts, label }, i) =>
    starts < closes.on.slice(0, starts.length)
      ? [
          {
            path: ['intakes', i, 'starts'],
            message: `${label} starts before the round closes, on ${closes.on}`,
          },
        ]
      : [],
  );
}

/** A round pays for one finance year, from April to March: the one in which most of its intakes start. */
function intakesOutsideFinanceYear({ intakes, closes }: Scheme): Fault[] {
  if (!closes || intakes.length === 0) return [];
  const yearOf = (day: string) => Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
  const years = intakes.map(({ starts }) => yearOf(starts));
  const usual = [...years].sort(
    (a, b) => years.filter((one) => one === b).length - years.filter((one) => one === a).length || a - b,
  )[0];
  return intakes.flatMap(({ starts, label }, i) =>
    usual !== undefined && !isWithin(starts, usual)
      ? [
          {
            path: ['intakes', i, 'starts'],
            message: `${label} is outside the finance year ${usual} to ${usual + 1} of the others`,
          },
        ]
      : [],
  );
}

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

function labelsDiffer({ intakes }: Scheme): Fault[] {
  return intakes.flatMap(({ label, starts }, i) => {
    const said = label.toLowerCase();
    const month = months.findIndex((one) => new RegExp(`\\b${one}\\b`).test(said)) + 1;
    const year = /\b20\d\d\b/.exec(said)?.[0];
    const isOther =
      (month > 0 && month !== Number(starts.slice(5, 7))) ||
      (year !== undefined && year !== starts.slice(0, 4));
    return isOther
      ? [{ path: ['intakes', i, 'label'], message: `“${label}” and the date ${starts} do not say the same` }]
      : [];
  });
}

/** More than a year before the first start, or a year off the opening. */
function closesLate({ closes, opens, intakes }: Scheme): Fault[] {
  const first = intakes.map(({ starts }) => `${starts}-01`.slice(0, 10)).sort()[0];
  if (!closes) return [];
  const isFar = (from: string, to: string) => Math.abs(Date.parse(to) - Date.parse(from)) > 366 * 86_400_000;
  if (first && closes.on < first && isFar(closes.on, first))
    return [
      {
        path: ['closes', 'on'],
        message: `${closes.on} is more than a year before the first start, ${first}`,
      },
    ];
  if (opens && isFar(opens.on, closes.on))
    return [
      { path: ['closes', 'on'], message: `${closes.on} is more than a year after the opening, ${opens.on}` },
    ];
  return [];
}

/** Every text of the scheme, with where it stands. */
function texts(value: unknown, path: readonly PropertyKey[] = []): { text: string; path: PropertyKey[] }[] {
  if (typeof value === 'string') return [{ text: value, path: [...path] }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    texts(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function linksAreNotPublic(scheme: Scheme): Fault[] {
  return texts(scheme).flatMap(({ text, path }) =>
    [...text.matchAll(/https?:\/\/([^\s/)]+)[^\s)]*/g)].flatMap(([link, host = '']) =>
      !/\.[a-z]{2,}$/i.test(host) ||
      /(?:sharepoint|intranet|\.local$|localhost|docs\.google|forms\.office)/i.test(link)
        ? [{ path, message: `${link} may not open for everybody` }]
        : [],
    ),
  );
}

/** "£2,500 a year" here and "£2,000 a year" there. */
function amountsDiffer(scheme: Scheme): Fault[] {
  const found = new Map<string, { amount: string; path: PropertyKey[] }>();
  const faults: Fault[] = [];
  for (const { text, path } of texts(scheme)) {
    for (const [, amount = '', what = ''] of text.matchAll(
      /£(\d[\d,.]*\d|\d)((?: (?:a|an|per|for|each|of)(?: \w+){1,2}))/g,
    )) {
      const before = found.get(what);
      if (!before) found.set(what, { amount, path });
      else if (before.amount !== amount)
        faults.push({ path, message: `£${amount}${what} here, and £${before.amount}${what} elsewhere` });
    }
  }
  return faults;
}

function dueBeforeClosing(scheme: Scheme): Fault[] {
  const { closes, after } = scheme;
  if (!closes) return [];
  return after.flatMap((stage, i) => {
    const due = stageDue(stage, { start: null, closing: closes.on, sending: null, decision: null });
    return due !== null && due < closes.on
      ? [
          {
            path: ['after', i, 'due'],
            message: `“${stage.title}” comes on ${due}, before the round closes, on ${closes.on}`,
          },
        ]
      : [];
  });
}
