import type { Entry } from '../../data/knowledge/entry.js';
import { outsideExamples } from '../questions/outside-examples.js';
import { trainInSteps } from './classifier.js';
import { intentExamples, type Intent, type IntentExample } from './intent-examples.js';
import { chanceOf } from './logistic.js';
import { finish, type Steps } from './steps.js';
import { lexiconOf, Reading } from './terms.js';
import { normalise } from './text.js';

export type { Intent };

/** Tells loose wording of a command from a question. Pure, once it is trained. */
export interface Router {
  /** The command that was most likely meant, or undefined where a question is likelier. */
  commandIn(text: string, asks: boolean, chances: Chances, isOpen: boolean): Intent | undefined;
  /** Is it, word for word, one of the ways of saying a command? */
  isExample(text: string): boolean;
  /** What `commandIn` judges by, for `test/eval/fit.ts`. */
  measure(
    text: string,
    asks: boolean,
    chances: Chances,
  ): { readonly intent: Intent; readonly facts: readonly number[] } | undefined;
}

/** What the knowledge base makes of the same text: how likely its first answer is meant, and its first or second. */
export interface Chances {
  readonly first: number;
  readonly second: number;
}

/** How much each fact tells for a command and against a question: printed by `npx tsx test/eval/fit.ts`. */
const counts = [-0.18, 33.08, -20, -8.24, 5.49, -0.97, 0, -1.13, -2.48] as const;
/** From this chance on it is taken for a command; while a question is open, a slip of an answer must not be one. */
const surely = { free: 0.5, open: 0.8 } as const;
/** And then it must be nearer to that command than to any other. */
const openLead = 0.008;
/** A pasted paragraph is no command. */
const mostWords = 25;

/** Enough to know that a question is one, whichever it is: the search that answers it learns all of them. */
const mostAsks = 14;

/** As many as there is room for, from all parts of a list. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] as T);
}

/**
 * Commands and questions are learnt together, so that their scores can be compared: each command from its examples,
 * each answer and each thing that is none of my business from the ways people ask.
 */
export function buildRouter(
  entries: readonly Entry[],
  commands: readonly IntentExample[] = intentExamples,
  others = outsideExamples,
): Router {
  return finish(routerInSteps(entries, new Reading(), commands, others));
}

/** The same in pieces. `reading`: of texts that something else learns from too. */
export function* routerInSteps(
  entries: readonly Entry[],
  reading: Reading,
  commands: readonly IntentExample[] = intentExamples,
  others = outsideExamples,
): Steps<Router> {
  const examples = [
    ...commands.map(({ intent, text }) => ({ label: `command:${intent}`, text })),
    ...entries.flatMap(({ id, question, asks }) =>
      spread([question, ...asks], mostAsks).map((text) => ({ label: `question:${id}`, text })),
    ),
    ...others.map(({ subject, text }) => ({ label: `question:outside:${subject}`, text })),
  ];
  const lexicon = lexiconOf(
    examples.map(({ text }) => text),
    reading,
  );
  yield;
  const classifier = yield* trainInSteps(examples, { lexicon, keepStops: true, reading });
  // Word for word one of the ways of asking for it: nothing to weigh.
  const exact = new Map(commands.map(({ intent, text }) => [reading.normalise(text), intent]));
  const strangers = new Set(others.map((example) => reading.normalise(example.text)));
  const measure: Router['measure'] = (text, asks, chances) => {
    const ranked = classifier.rank(text);
    const [command, other] = ranked.filter(({ label }) => label.startsWith('command:'));
    if (!command) return undefined;
    const question = ranked.find(({ label }) => label.startsWith('question:'))?.score ?? 0;
    const facts = [
      1,
      command.score,
      question,
      command.score - (other?.score ?? 0),
      command.covered,
      chances.first,
      chances.first + chances.second,
      asks ? 1 : 0,
      Math.log(1 + text.trim().split(/\s+/).length),
    ];
    return { intent: command.label.slice('command:'.length) as Intent, facts };
  };
  return {
    commandIn(text, asks, chances, isOpen) {
      if (normalise(text).split(' ').length > mostWords) return undefined;
      const same = exact.get(normalise(text));
      if (same) return same === 'unclear' ? undefined : same;
      if (strangers.has(normalise(text))) return undefined;
      const measured = measure(text, asks, chances);
      if (!measured || measured.intent === 'unclear') return undefined;
      const chance = chanceOf(measured.facts, counts);
      const [, command = 0, question = 0, lead = 0] = measured.facts;
      const isSure = isOpen
        ? chance >= surely.open && command >= question && lead >= openLead
        : chance >= surely.free;
      return isSure ? measured.intent : undefined;
    },
    isExample: (text) => exact.has(normalise(text)),
    measure,
  };
}
