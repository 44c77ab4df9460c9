/** Begins the lines that `run.ts` puts into its table. */
export const mark = 'TRUST ';

/** Says what was tried, how often, and something about it. What was lost is for `run.ts` to say, when it is over. */
export function row(what: string, tried: string, remark = ''): void {
  console.log(mark + JSON.stringify([what, tried, remark]));
}
