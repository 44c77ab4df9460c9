import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Question } from '../../dialogs/conversation.js';
import { guard } from '../../dialogs/questions/guard.js';
import type { Plan } from '../../dialogs/questions/plan.js';
import type { ModelConfig } from '../config.js';

/** Makes the plan for a question. The local planner, which needs none of this, is in `dialogs/`. */
export interface QuestionPlanner {
  /** Null when there is none that may be used: the local answer is said. It never throws. */
  plan(question: Question, context: TurnContext): Promise<Plan | null>;
}

export interface PlannerOptions {
  readonly model: ModelConfig;
  readonly log: Logger;
  /** Milliseconds that a model which keeps failing is left alone. */
  readonly rest?: number;
}

/** Failures in a row after which the model is left alone for a while: nobody should wait for it each time. */
const mostFailures = 3;

/**
 * teams-ai's action planner over a language model. What comes of it is held against the entries that it was given;
 * whatever is wrong, the answer is the local one, and the log says why without a word of either.
 */
export function createPlanner({ model, log, rest = 60_000 }: PlannerOptions): QuestionPlanner {
  let failures = 0;
  let restsUntil = 0;
  // Neither the start nor the first question should wait for the libraries.
  setTimeout(() => void load().catch(() => undefined), 1_000).unref();
  return {
    async plan({ text, entries }, context) {
      if (performance.now() < restsUntil) return null;
      try {
        const { askModel, withoutNames } = await load();
        const question = withoutNames(text);
        const made = await askModel(model, { text: question, entries }, context);
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

async function load() {
  const [{ askModel }, { withoutNames }] = await Promise.all([
    import('./action-planner.js'),
    import('../../dialogs/questions/unanswered.js'),
  ]);
  return { askModel, withoutNames };
}
