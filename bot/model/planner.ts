import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Weighed } from '../../dialogs/conversation.js';
import type { Asking, Proposed } from '../../dialogs/understanding/proposed.js';
import type { ModelConfig } from '../config.js';

/** Proposes what a message means where our own ear comes to nothing. It decides nothing: see `readers/model.ts`. */
export interface Planner {
  /** Nothing where there is no proposal that may be used, or it comes too late. It never throws. */
  plan(asking: Asking, context: TurnContext): Promise<readonly Proposed[]>;
  /** What became of them. */
  weighed(weighed: Weighed): void;
}

export interface PlannerOptions {
  readonly model: ModelConfig;
  readonly log: Logger;
  readonly metrics?: { proposals(result: Weighed['came'] | 'failed'): void };
  /** Milliseconds that a model which keeps failing is left alone. */
  readonly rest?: number;
}

/** Failures in a row after which the model is left alone for a while: nobody should wait for it each time. */
const mostFailures = 3;

/** teams-ai's action planner over a language model. Whatever is wrong, the log says why without a word of anybody's. */
export function createPlanner({ model, log, metrics, rest = 60_000 }: PlannerOptions): Planner {
  let failures = 0;
  let restsUntil = 0;
  // Neither the start nor the first message should wait for the libraries.
  setTimeout(() => void load().catch(() => undefined), 1_000).unref();
  return {
    async plan(asking, context) {
      if (performance.now() < restsUntil) return [];
      try {
        const { askModel } = await load();
        const made = await askModel(model, asking, context);
        if (!('fault' in made)) {
          failures = 0;
          if (made.proposed.length === 0) metrics?.proposals('nothing');
          return made.proposed;
        }
        metrics?.proposals('failed');
        log.warn({ code: 'MODEL_FAILED', ...made }, 'a message was answered without the model');
        // It was there, and had its reasons.
        failures = ['filtered', 'cut', 'no-plan'].includes(made.fault) ? 0 : failures + 1;
        if (failures < mostFailures) return [];
        failures = 0;
        restsUntil = performance.now() + rest;
        log.warn({ code: 'MODEL_RESTS', seconds: rest / 1000 }, 'the model is left alone for a while');
      } catch (error) {
        metrics?.proposals('failed');
        // Only its kind: its message may hold what was said.
        log.error(
          { code: 'MODEL_FAILED', fault: (error as Error | null)?.name },
          'the model could not be asked',
        );
      }
      return [];
    },
    weighed({ came, dropped }) {
      metrics?.proposals(came);
      for (const { act, why } of dropped)
        log.info({ code: 'MODEL_PROPOSAL_DROPPED', act, why }, 'a proposal of the model was put aside');
    },
  };
}

async function load() {
  return import('./action-planner.js');
}
