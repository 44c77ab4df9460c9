import type { Move, Prompt, Reads, View } from '../conversation.js';
import { alarmIn, type Alarm, type Grumble } from '../understanding/safety.js';
import { clean } from '../understanding/text.js';
import { alarmAround } from '../understanding/hear.js';
import * as content from './content.js';

/**
 * The door of a turn: everything that a person types, presses or fills in passes here before anything looks at what it
 * is for, an old card and an open short question too. `isAnyTime`: a button that means the same at any time. Pure.
 */
export function atTheDoor(
  { mind, today }: View,
  { reads, buttons }: Pick<Prompt, 'reads' | 'buttons'>,
  text: string,
  isAnyTime = false,
): Alarm | Grumble | undefined {
  if (mind.phrases.has(text) || buttons.some(({ says }) => says === text) || isOption(reads, text))
    return undefined;
  // The words of a button are the assistant's own, so of those only what may not be kept counts.
  if (isAnyTime) return alarmIn(text, { reads: 'paragraph' });
  return alarmIn(text, alarmAround(mind.ear.parse(text), { mind, today, prompt: { reads } }));
}

/** What is said when something was stopped. What was open stays open. */
export function stop({ kind }: Alarm): Move {
  return { say: () => content.stopped[kind], ...(kind === 'patient-details' ? { forget: true } : {}) };
}

/** Something filled in for a question of a form: why it cannot be kept, or only if it is meant. */
export function inField(
  { mind }: View,
  reads: Reads,
  text: string,
): { readonly say: string; readonly refused: boolean } | undefined {
  const typed = clean(text);
  if (typed === '' || isOption(reads, typed)) return undefined;
  const alarm = alarmIn(typed, { reads: reads.type, isAnswer: true, router: mind.router });
  if (alarm?.level !== 'alarm') return undefined;
  if (alarm.kind === 'patient-details') return { say: content.refusedHere, refused: true };
  if (alarm.kind !== 'distress' && alarm.kind !== 'danger') return undefined;
  return { say: `${content.stopped[alarm.kind]} ${content.stillTheAnswer}`, refused: false };
}

function isOption(reads: Reads, text: string): boolean {
  return 'options' in reads && reads.options.some(({ value, label }) => text === value || text === label);
}
