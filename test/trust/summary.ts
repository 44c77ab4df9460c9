/** Begins the lines that `run.ts` puts into its table. */
export const mark = 'TRUST ';

/** Says what was tried, how often, and something about it. Called when it is through: nothing was lost. */
export function row(what: string, tried: string, remark = ''): void {
  console.log(mark + JSON.stringify([what, tried, 'none', remark]));
}
