import type { Logger } from 'pino';
import type { Weighed } from '../../dialogs/conversation.js';
import type { Asking, Proposed } from '../../dialogs/understanding/proposed.js';
import type { ModelConfig } from '../config.js';
import type { Planner } from '../turn/house.js';
import type { CallFault } from './endpoint.js';

/** When a language model is asked what a message means, and when it is left alone. It decides nothing: see `readers/model.ts`. */

/** What a model made of a message, before any of it is held against anything. */
export type Made = { readonly proposed: readonly Proposed[] } | CallFault | { readonly fault: 'no-plan' };

/** Puts one message to a model. */
export type AskModel = (config: ModelConfig, asking: Asking) => Promise<Made>;

export interface PlannerOptions {
  readonly model: ModelConfig;
  readonly log: Logger;
  readonly metrics?: { proposals(result: Weighed['came'] | 'failed'): void };
  /** Loads what asks it: neither the start nor the first message should wait for its libraries. */
  readonly load: () => Promise<AskModel>;
  /** Milliseconds that a model which keeps failing is left alone. */
  readonly rest?: number;
}

/** Failures in a row after which the model is left alone for a while: nobody should wait for it each time. */
const mostFailures = 3;

/** A language model, asked with care. Whatever is wrong, the log says why without a word of anybody's. */
export function createPlanner({ model, log, metrics, load, rest = 60_000 }: PlannerOptions): Planner {
  let failures = 0;
  let restsUntil = 0;
  setTimeout(() => void load().catch(() => undefined), 1_000).unref();
  return {
    async plan(asking) {
      if (performance.now() < restsUntil) return [];
      try {
        const askModel = await load();
        const made = await askModel(model, asking);
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
