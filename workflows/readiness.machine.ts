import { assign, setup } from 'xstate';
import type { EventOf } from './application-events.js';
import type { Part } from './part.js';
import type { CheckAnswer, CheckAnswers } from './readiness-rules.js';

export interface ReadinessContext {
  readonly answers: CheckAnswers;
  /** The checks still to ask in this sitting; the first is open. */
  readonly toAsk: readonly string[];
  /** The check asked last, while its detail (who, by when) is open. */
  readonly at: string | null;
  /** What was answered, and when, before this sitting: "what changed since". */
  readonly before: { readonly on: string; readonly answers: CheckAnswers } | null;
  /** The day of the last assessment. */
  readonly assessedOn: string | null;
}

export type ReadinessEvent = EventOf<'readiness'>;
export type ReadinessPart = Part<'idle' | 'asking' | 'detailing' | 'assessed', ReadinessContext>;

/**
 * One sitting of "am I ready to apply?". A status is kept the moment it is given; its detail is a question of its
 * own that can be skipped. Verdict and gaps are rules over the answers, not states.
 */
export const readinessMachine = setup({
  types: {} as { context: ReadinessContext; events: ReadinessEvent },
  guards: {
    nothingToAsk: ({ context }) => context.toAsk.length === 0,
    isOfAnother: ({ context, event }) =>
      event.type === 'readiness.detailed' &&
      event.check !== undefined &&
      event.check !== context.at &&
      context.answers[event.check] !== undefined,
    isOfThis: ({ context, event }) =>
      event.type === 'readiness.detailed' && (event.check === undefined || event.check === context.at),
    wantsDetail: ({ event }) =>
      event.type === 'readiness.answered' && (event.status === 'done' || event.status === 'in-progress'),
  },
  actions: {
    openSitting: assign(({ context, event }) =>
      event.type === 'readiness.started'
        ? {
            toAsk: event.checks,
            at: null,
            before: context.assessedOn
              ? { on: context.assessedOn, answers: context.answers }
              : context.before,
          }
        : {},
    ),
    askAgain: assign(({ context, event }) =>
      event.type === 'readiness.asked'
        ? { at: null, toAsk: [event.check, ...context.toAsk.filter((id) => id !== event.check)] }
        : {},
    ),
    keepStatus: assign(({ context, event }) =>
      event.type === 'readiness.answered'
        ? {
            answers: { ...context.answers, [event.check]: { status: event.status, on: event.on } },
            toAsk: context.toAsk.filter((id) => id !== event.check),
            at: event.check,
          }
        : {},
    ),
    keepDetail: assign(({ context, event }) => {
      if (event.type !== 'readiness.detailed') return {};
      const check = event.check ?? context.at;
      const answer = check === null ? undefined : context.answers[check];
      if (!answer || check === null) return {};
      const detailed: CheckAnswer = {
        ...answer,
        ...(event.who ? { who: event.who } : {}),
        ...(event.by ? { by: event.by } : {}),
      };
      return {
        answers: { ...context.answers, [check]: detailed },
        at: check === context.at ? null : context.at,
      };
    }),
    closeSitting: assign(({ event }) => ({ at: null, assessedOn: event.on })),
  },
}).createMachine({
  id: 'readiness',
  context: { answers: {}, toAsk: [], at: null, before: null, assessedOn: null },
  initial: 'idle',
  on: {
    'readiness.started': { target: '.asking', actions: 'openSitting' },
    'readiness.asked': { target: '.asking', actions: 'askAgain' },
    'readiness.answered': [
      { guard: 'wantsDetail', target: '.detailing', actions: 'keepStatus' },
      { target: '.asking', actions: 'keepStatus' },
    ],
    // Of a check that somebody else has gone past meanwhile.
    'readiness.detailed': { guard: 'isOfAnother', actions: 'keepDetail' },
  },
  states: {
    idle: {},
    asking: { always: { guard: 'nothingToAsk', target: 'assessed', actions: 'closeSitting' } },
    detailing: {
      on: { 'readiness.detailed': { guard: 'isOfThis', target: 'asking', actions: 'keepDetail' } },
    },
    assessed: {},
  },
});
