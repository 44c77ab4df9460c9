import type { Language } from '../../data/language/language.js';
import { vocabulary } from '../../data/language/vocabulary.js';
import type { Command } from './commands.js';
import type { Example } from './features.js';
import { kindsOf, learnKindsInSteps, type LearnedKinds } from './kinds.js';
import type { SafetyKind } from './safety.js';
import type { Steps } from './steps.js';
import { lexiconOf, stem, type Reading } from './terms.js';
import { normalise } from './text.js';

/** Everything that can be meant apart from an answer or a question: the commands, and what has no command of its own. */
export type Intent = Command | 'ap-or-na' | 'yes' | 'no' | 'unclear';

/** Tells commands in loose words, and what must be stopped, from questions and answers. Pure, once it has learnt. */
export interface Router {
  /** The command that was most likely meant, or undefined where something else is likelier. */
  commandIn(text: string, around: Around): Intent | undefined;
  /** How likely it is one command: 0 to 1. */
  chanceOf(intent: string, text: string): number;
  /** How likely it is a command at all, next to whatever else it may be, an answer too: 0 to 1. */
  commandness(text: string): number;
  /** What must be stopped in this by what was learnt, and how sure that is; undefined for what is known to be innocent. */
  stoppedIn(text: string): Stopped | undefined;
  /** Is it, word for word, one of the ways of saying a command? */
  isExample(text: string): boolean;
}

/** Something that must perhaps be stopped. */
export interface Stopped {
  readonly kind: SafetyKind;
  /** 0 to 1: that it is of any of the kinds. */
  readonly chance: number;
  /** 0 to 1: the share of the words that carry meaning which were ever seen. */
  readonly known: number;
  /** Words that were said. */
  readonly words: number;
}

/** What else is known of a text, when it may be a command. */
export interface Around {
  /** Is a question of a form open, which it may answer? */
  readonly isOpen: boolean;
  /** Does it read like a question? */
  readonly asks: boolean;
  /** The chance, 0 to 1, that there is an answer to it. */
  readonly answered: number;
}

/** What was learnt, as plain data that can be kept in a file. */
export interface LearnedRouter {
  readonly kinds: LearnedKinds;
  /** Ways of saying a command, word for word. */
  readonly exact: ReadonlyMap<string, string>;
  /** What is none of my business, and what is innocent, word for word. */
  readonly outside: ReadonlySet<string>;
  readonly innocent: ReadonlySet<string>;
}

/**
 * The likeliest command must be at least this likely, and all commands together next to what else it may be. While a
 * question is open, a slip of an answer must not be one; with nothing open there is nothing to answer.
 */
const surely = { free: { first: 0.12, all: 0.4 }, open: { first: 0.5, all: 0.8 } } as const;
/** Where there is an answer to it, a command must be that much clearer. */
const known = 0.75;
const whereKnown = { asked: 0.4, said: 0.2 } as const;
/** A pasted paragraph is no command. */
const mostWords = 30;

/** How often an example of each sort counts: there are twice as many questions as of all others. */
export const counts = { question: 0.35, command: 1.4, outside: 1, safety: 4.4 } as const;

const stops = new Set(vocabulary()['stop-words']);
const [command, safety] = ['command:', 'safety:'] as const;

export function* learnRouterInSteps(
  asks: readonly string[],
  language: Language,
  { reading }: { readonly reading: Reading },
): Steps<LearnedRouter> {
  const labelled = (prefix: string, texts: Language['commands'], weight: number): Example[] =>
    Object.entries(texts).flatMap(([name, ways]) =>
      ways.map((text) => ({ label: `${prefix}${name}`, text, weight })),
    );
  const outside = Object.values(language.outside).flat();
  const innocent = [...language.answers, ...language.innocent];
  const examples = [
    ...labelled(command, language.commands, counts.command),
    ...labelled(safety, language.unsafe, counts.safety),
    ...asks.map((text) => ({ label: 'question', text, weight: counts.question })),
    ...outside.map((text) => ({ label: 'outside', text, weight: counts.outside })),
    ...innocent.map((text) => ({ label: 'innocent', text, weight: counts.safety })),
  ];
  const lexicon = lexiconOf(
    examples.map(({ text }) => text),
    reading,
  );
  yield;
  return {
    kinds: yield* learnKindsInSteps(examples, { lexicon, reading }),
    exact: new Map(
      Object.entries(language.commands).flatMap(([name, ways]) =>
        ways.map((text) => [reading.normalise(text), name] as const),
      ),
    ),
    outside: new Set(outside.map((text) => reading.normalise(text))),
    // A way of asking that is known word for word is no trouble either.
    innocent: new Set([...innocent, ...asks].map((text) => reading.normalise(text))),
  };
}

export function routerOf({ kinds, exact, outside, innocent }: LearnedRouter): Router {
  const rank = kindsOf(kinds);
  const { lexicon } = kinds;
  return {
    commandIn(text, { isOpen, asks, answered }) {
      const said = normalise(text);
      if (said.split(' ').length > mostWords || outside.has(said)) return undefined;
      const same = exact.get(said);
      if (same) return same === 'unclear' ? undefined : (same as Intent);
      const ranked = rank(text);
      const total = (...labels: string[]) =>
        ranked.reduce(
          (sum, { label, chance }) => sum + (labels.some((one) => label.startsWith(one)) ? chance : 0),
          0,
        );
      const first = ranked.find(({ label }) => label.startsWith(command));
      const commands = total(command);
      const limits = surely[isOpen ? 'open' : 'free'];
      const need = limits.all + (isOpen || answered < known ? 0 : asks ? whereKnown.asked : whereKnown.said);
      const others = isOpen ? total('question', 'outside', 'innocent') : total('question', 'outside');
      if (!first || first.chance < limits.first || commands / (commands + others) < need) return undefined;
      const intent = first.label.slice(command.length) as Intent;
      return intent === 'unclear' ? undefined : intent;
    },
    chanceOf: (intent, text) => rank(text).find(({ label }) => label === `${command}${intent}`)?.chance ?? 0,
    commandness(text) {
      if (exact.has(normalise(text))) return 1;
      return rank(text).reduce((sum, { label, chance }) => sum + (label.startsWith(command) ? chance : 0), 0);
    },
    stoppedIn(text) {
      const said = normalise(text);
      if ([exact, outside, innocent].some((known) => known.has(said))) return undefined;
      const [first, ...others] = rank(text).filter(({ label }) => label.startsWith(safety));
      if (!first) return undefined;
      const words = said.split(' ');
      const telling = words.filter((word) => word.length > 2 && /^[a-z]+$/.test(word) && !stops.has(word));
      const seen = telling.filter((word) => lexicon.words.has(word) || lexicon.stems.has(stem(word)));
      return {
        kind: first.label.slice(safety.length) as SafetyKind,
        chance: others.reduce((sum, { chance }) => sum + chance, first.chance),
        known: telling.length === 0 ? 0 : seen.length / telling.length,
        words: words.length,
      };
    },
    isExample: (text) => exact.has(normalise(text)),
  };
}
