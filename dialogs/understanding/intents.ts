import type { Entry } from '../../data/knowledge/entry.js';
import { outsideExamples } from '../questions/outside-examples.js';
import { trainClassifier } from './classifier.js';
import { intentExamples, type Intent, type IntentExample } from './intent-examples.js';
import { lexiconOf } from './terms.js';
import { normalise } from './text.js';

export type { Intent };

/** Tells loose wording of a command from a question. Pure, once it is trained. */
export interface Router {
  /** The command that was most likely meant, or undefined where a question is likelier. */
  commandIn(text: string, asks: boolean): Intent | undefined;
}

/** How much nearer a command must be than a question; more where it reads like one. Tuned on `test/eval/`. */
const ahead = { plain: 0.75, asked: 1 } as const;
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
): Router {
  const examples = [
    ...commands.map(({ intent, text }) => ({ label: `command:${intent}`, text })),
    ...entries.flatMap(({ id, question, asks }) =>
      spread([question, ...asks], mostAsks).map((text) => ({ label: `question:${id}`, text })),
    ),
    ...outsideExamples.map(({ subject, text }) => ({ label: `question:outside:${subject}`, text })),
  ];
  const classifier = trainClassifier(examples, {
    lexicon: lexiconOf(examples.map(({ text }) => text)),
    keepStops: true,
  });
  // Word for word one of the ways of asking for it: nothing to weigh.
  const exact = new Map(commands.map(({ intent, text }) => [normalise(text), intent]));
  return {
    commandIn(text, asks) {
      if (normalise(text).split(' ').length > mostWords) return undefined;
      const same = exact.get(normalise(text));
      if (same) return same === 'unclear' ? undefined : same;
      const ranked = classifier.rank(text);
      const command = ranked.find(({ label }) => label.startsWith('command:'));
      const question = ranked.find(({ label }) => label.startsWith('question:'))?.score ?? 0;
      const intent = command?.label.slice('command:'.length) as Intent | undefined;
      if (!command || intent === 'unclear') return undefined;
      return command.score >= question * (asks ? ahead.asked : ahead.plain) ? intent : undefined;
    },
  };
}
