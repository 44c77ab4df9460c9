import type { AudiencePlace, Scheme } from './scheme.js';

/** Which round somebody's application belongs to, by what tells rounds apart: where, what kind, for which role. */

export const dimensions = ['regions', 'kinds', 'roles'] as const;
export type Dimension = (typeof dimensions)[number];

/** What somebody is, as far as it is known: a place's value, or null for none of those that were named. */
export type Told = Partial<Readonly<Record<Dimension, string | null>>>;

/** The rounds that can still be theirs. What a round leaves open is open to everybody. */
export function fitting(rounds: readonly Scheme[], told: Told): Scheme[] {
  return rounds.filter(({ audience }) =>
    dimensions.every((dimension) => {
      const value = told[dimension];
      const places = audience[dimension];
      return value === undefined || places.length === 0 || places.some((one) => one.value === value);
    }),
  );
}

/** What to ask next: the first in which the rounds that are left differ, and that is not told. */
export function nextDimension(rounds: readonly Scheme[], told: Told): Dimension | undefined {
  if (rounds.length < 2) return undefined;
  return dimensions.find((dimension) => {
    if (told[dimension] !== undefined) return false;
    const sets = rounds.map(({ audience }) =>
      audience[dimension]
        .map(({ value }) => value)
        .sort()
        .join(),
    );
    return new Set(sets).size > 1;
  });
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly also: readonly string[];
}

/** Everything that the rounds name in a dimension, each once, with every way of saying it. */
export function choicesIn(rounds: readonly Scheme[], dimension: Dimension): Choice[] {
  const choices = new Map<string, Choice>();
  for (const scheme of rounds) {
    for (const place of scheme.audience[dimension]) {
      const known = choices.get(place.value);
      const also = [...(known?.also ?? []), ...waysOf(scheme, place)];
      choices.set(place.value, {
        value: place.value,
        label: known?.label ?? place.label,
        also: [...new Set(also)],
      });
    }
  }
  return [...choices.values()];
}

/** Other words for it: its own, and those of the eligibility answer that it is, but for a bare yes. */
function waysOf({ eligibility }: Scheme, place: AudiencePlace): string[] {
  const told = place.eligibility;
  const option = eligibility.questions
    .find(({ id }) => id === told?.question)
    ?.options.find(({ value }) => value === told?.option);
  return [...place.also, ...(option?.also ?? [])].filter((way) => !bare.has(way.toLowerCase()));
}

const bare: ReadonlySet<string> = new Set(['yes', 'y', 'yep', 'yeah', 'no', 'n', 'nope', 'none', 'done']);

/** The eligibility answers that being led to a round has given already. */
export function answersOfLeading(scheme: Scheme, told: Told): { question: string; value: string }[] {
  return dimensions.flatMap((dimension) => {
    const place = scheme.audience[dimension].find(({ value }) => value === told[dimension]);
    return place?.eligibility
      ? [{ question: place.eligibility.question, value: place.eligibility.option }]
      : [];
  });
}
