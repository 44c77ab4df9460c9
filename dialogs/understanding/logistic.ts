/** Logistic regression: the chance, 0 to 1, that facts add up to, each times how much it counts. Pure. */
export function chanceOf(facts: readonly number[], counts: readonly number[]): number {
  return 1 / (1 + Math.exp(-facts.reduce((sum, fact, i) => sum + fact * (counts[i] ?? 0), 0)));
}
