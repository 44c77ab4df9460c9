import { createHash } from 'node:crypto';
import { RevisionConflict } from '../../data/store/errors.js';
import type { Store } from '../../data/store/store.js';
import type { Learned } from '../../dialogs/conversation.js';
import { normalise } from '../../dialogs/understanding/text.js';
import { kinds, type UnansweredRecord } from './records.js';

/** What editors can learn from: questions without a good answer, and whether answers helped. Nobody's name is in it. */

/** How an answer was found: counts only. */
export interface FeedbackRecord {
  readonly helpful: number;
  readonly notHelpful: number;
}

/** Months for which a question that had no good answer waits for an editor, after it was last asked. */
export const questionMonths = 6;

/**
 * Keeps what editors can learn from. It belongs to nobody and must never hold a turn up: a failure loses one count.
 */
export async function learn(store: Store, learned: Learned, day: string): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    try {
      return await ('unanswered' in learned
        ? keepQuestion(store, learned.unanswered, day)
        : keepFeedback(store, learned));
    } catch (error) {
      if (!(error instanceof RevisionConflict)) return;
    }
  }
}

async function keepQuestion(store: Store, asked: string, day: string): Promise<void> {
  // Loaded when it is first needed: the language library takes a moment.
  const { withoutNames } = await import('../../dialogs/questions/unanswered.js');
  const question = withoutNames(asked);
  const id = createHash('sha256').update(normalise(question)).digest('hex').slice(0, 32);
  const before = await store.get<UnansweredRecord>(kinds.unanswered, id);
  const doc = { question, times: (before?.doc.times ?? 0) + 1, last: day };
  await store.commit([{ kind: kinds.unanswered, id, doc, expect: before?.revision ?? 0 }]);
}

async function keepFeedback(
  store: Store,
  { entry, helpful }: { entry: string; helpful: boolean },
): Promise<void> {
  const before = await store.get<FeedbackRecord>(kinds.feedback, entry);
  const { helpful: yes = 0, notHelpful: no = 0 } = before?.doc ?? {};
  const doc = { helpful: yes + (helpful ? 1 : 0), notHelpful: no + (helpful ? 0 : 1) };
  await store.commit([{ kind: kinds.feedback, id: entry, doc, expect: before?.revision ?? 0 }]);
}
