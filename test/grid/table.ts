import { testTypes, type Case } from './cases.js';
import type { Tried, Verdict } from './trial.js';

const verdicts: readonly Verdict[] = ['wrong', 'missed', 'asked back', 'right'];
export type Count = Record<Verdict, number>;

export function count(tried: readonly Tried[]): Count {
  const counts: Count = { wrong: 0, missed: 0, 'asked back': 0, right: 0 };
  for (const { verdict } of tried) counts[verdict]++;
  return counts;
}

const cell = (tried: readonly Tried[]): string =>
  tried.length === 0 ? '' : verdicts.map((verdict) => count(tried)[verdict]).join(' · ');

function table(
  title: string,
  rows: readonly string[],
  columns: readonly string[],
  at: (row: string, column: string) => string,
) {
  const lines = [
    [title, ...columns],
    ...rows.map((row) => [row, ...columns.map((column) => at(row, column))]),
  ];
  const widths = [title, ...columns].map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines
    .map((line) =>
      line
        .map((text, i) => text.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Two tables: capability by test type, and cue class by whether the wording was seen. Examples are of seen wordings, unless
 * all are wanted: a held one that was read is held no longer.
 */
export function report(tried: readonly Tried[], examples: 'none' | 'seen' | 'all' = 'none'): string {
  const of = (pick: (one: Case) => boolean) => tried.filter((one) => pick(one.case));
  const capabilities = [...new Set(tried.map((one) => one.case.capability))];
  const hows = [...new Set(tried.map((one) => one.case.how))];
  const lines = [
    `Each cell: ${verdicts.join(' · ')}`,
    '',
    table('capability', [...capabilities, 'all'], testTypes, (row, column) =>
      cell(of(({ capability, type }) => type === column && (row === 'all' || capability === row))),
    ),
    '',
    table('how it was said', hows, ['seen', 'held'], (row, column) =>
      cell(of(({ how, held: isHeld }) => how === row && isHeld === (column === 'held'))),
    ),
  ];
  if (examples !== 'none')
    for (const capability of capabilities)
      for (const type of testTypes) {
        const here = of(
          (one) => one.capability === capability && one.type === type && !(one.held && examples === 'seen'),
        );
        const failing = [
          ...here.filter(({ verdict }) => verdict === 'wrong'),
          ...here.filter(({ verdict }) => verdict === 'missed'),
        ];
        if (failing.length === 0) continue;
        lines.push('', `${capability}, ${type}`);
        for (const { case: one, verdict, why, said } of spread(failing, 3))
          lines.push(`  ${verdict}: [${one.at}] ${quote(said)} → ${why}`);
      }
  const all = count(tried);
  lines.push(
    '',
    `${tried.length} tried: ${verdicts.map((verdict) => `${all[verdict]} ${verdict}`).join(', ')}`,
  );
  return lines.join('\n');
}

/** Not three of one kind: from the beginning, the middle and the end. */
const spread = <T>(list: readonly T[], n: number): T[] =>
  list.length <= n
    ? [...list]
    : Array.from({ length: n }, (_, i) => list[Math.floor((i * list.length) / n)]!);

const quote = (said: readonly string[]): string => said.map((text) => `“${text.trim()}”`).join(' ');
