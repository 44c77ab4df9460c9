import type { Logger } from 'pino';
import type { Question } from '../../dialogs/conversation.js';
import { guard } from '../../dialogs/questions/guard.js';
import type { Plan } from '../../dialogs/questions/plan.js';
import type { ModelConfig } from '../config.js';
import type { QuestionPlanner } from '../turn/house.js';
import type { CallFault } from './endpoint.js';

/** When a language model is asked about a question, what is believed of its answer, and when it is left alone. */

/** What a model made of a question, before its words are held against anything. */
export type Made =
  | {
      readonly plan:
        | Exclude<Plan, { kind: 'say' }>
        | { readonly kind: 'say'; readonly text: string }
        | { readonly kind: 'none' };
    }
  | CallFault
  | { readonly fault: 'no-plan' };

/** Asks a model one question. */
export type AskModel = (config: ModelConfig, question: Question) => Promise<Made>;

export interface PlannerOptions {
  readonly model: ModelConfig;
  readonly log: Logger;
  /** Loads what asks it: neither the start nor the first question should wait for its libraries. */
  readonly load: () => Promise<AskModel>;
  /** Milliseconds that a model which keeps failing is left alone. */
  readonly rest?: number;
}

/** Failures in a row after which the model is left alone for a while: nobody should wait for it each time. */
const mostFailures = 3;

/**
 * A language model, asked with care. What comes of it is held against the entries that it was given;
 * whatever is wrong, the answer is the local one, and the log says why without a word of either.
 */
export function createPlanner({ model, log, load: loadAsk, rest = 60_000 }: PlannerOptions): QuestionPlanner {
  let failures = 0;
  let restsUntil = 0;
  const load = async () => {
    const [askModel, { withoutNames }] = await Promise.all([
      loadAsk(),
      import('../../dialogs/questions/unanswered.js'),
    ]);
    return { askModel, withoutNames };
  };
  setTimeout(() => void load().catch(() => undefined), 1_000).unref();
  return {
    async plan({ text, entries }) {
      if (performance.now() < restsUntil) return null;
      try {
        const { askModel, withoutNames } = await load();
        const question = withoutNames(text);
        const made = await askModel(model, { text: question, entries });
        if ('fault' in made) {
          log.warn({ code: 'MODEL_FAILED', ...made }, 'a question was answered without the model');
          // It was there, and had its reasons.
          failures = ['filtered', 'cut', 'no-plan'].includes(made.fault) ? 0 : failures + 1;
          if (failures < mostFailures) return null;
          failures = 0;
          restsUntil = performance.now() + rest;
          log.warn({ code: 'MODEL_RESTS', seconds: rest / 1000 }, 'the model is left alone for a while');
          return null;
        }
        failures = 0;
        const { plan } = made;
        if (plan.kind !== 'say') return plan.kind === 'none' ? null : plan;
        const held = guard(plan.text, entries, question);
        if (!('fault' in held)) return { kind: 'say', ...held };
        log.info({ code: 'MODEL_ANSWER_DROPPED', fault: held.fault }, 'the local answer was said instead');
      } catch (error) {
        // Only its kind: its message may hold what was asked.
        log.error(
          { code: 'MODEL_FAILED', fault: (error as Error | null)?.name },
          'the model could not be asked',
        );
      }
      return null;
    },
  };
}
