/**
 * How much of a long property is tried: in `npm test` a share of it, the same kinds each time, and the whole in `npm run
 * test:long`, whose `properties.long.ts` sets this before it loads them.
 */
export const isWhole = process.env.WHOLE_PROPERTIES === '1';

export function runs(whole: number, share: number): number {
  return isWhole ? whole : share;
}

/** Every nth of them, from a place that differs with `from`, so that several lists share out the whole. */
export function some<T>(all: readonly T[], nth: number, from = 0): readonly T[] {
  return isWhole ? all : all.filter((_, i) => (i + from) % nth === 0);
}
