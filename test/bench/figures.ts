import { loadavg } from 'node:os';

/** A figure that was aimed at, and what came of it. */
export interface Target {
  readonly name: string;
  readonly aim: string;
  readonly measured: string;
  readonly met: boolean;
}

export function atMost(name: string, value: number, most: number, unit = '×'): Target {
  return { name, aim: `at most ${most}${unit}`, measured: said(value, unit), met: value <= most };
}

export function atLeast(name: string, value: number, least: number, unit = '×'): Target {
  return { name, aim: `at least ${least}${unit}`, measured: said(value, unit), met: value >= least };
}

function said(value: number, unit: string): string {
  return `${value.toFixed(value < 10 ? 2 : 0)}${unit}`;
}

/** The value below which that share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function say(text = ''): void {
  process.stdout.write(`${text}\n`);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  for (const row of [head, head.map(() => '---'), ...rows]) say(`| ${row.join(' | ')} |`);
  say();
}

/** How busy the machine is with this and everything else: cores' worth, over the last minute. */
export function busy(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
