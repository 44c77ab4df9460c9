import { assign, setup } from 'xstate';
import type { EventOf } from './application-events.js';
import { eligibilityGrade } from './eligibility-rules.js';
import type { Part } from './part.js';
import { withoutOrphans } from './question-rules.js';
import type { Answers, Grade, Scheme } from './scheme.js';

export interface EligibilityContext {
  readonly answers: Answers;
  /** A question asked again by "back" or "change". */
  readonly at: string | null;
}

export type EligibilityEvent = EventOf<'eligibility'>;

export type EligibilityPart = Part<
  'asking' | 'passed' | 'cautioned' | 'unconfirmed' | 'failed',
  EligibilityContext
>;

/** The scheme's eligibility questions, graded as they are answered. The first failing answer ends the asking. */
export function createEligibilityMachine(scheme: Scheme) {
  const questions = scheme.eligibility.questions;
  const graded =
    (...grades: Grade[]) =>
    (context: EligibilityContext) =>
      context.at === null && grades.some((grade) => eligibilityGrade(questions, context.answers) === grade);

  return setup({
    types: {} as { context: EligibilityContext; events: EligibilityEvent },
    guards: {
      passes: ({ context }) => graded('pass')(context),
      hasCaution: ({ context }) => graded('caution', 'decide')(context),
      isUnknown: ({ context }) => graded('unknown')(context),
      fails: ({ context }) => graded('fail', 'signpost')(context),
    },
    actions: {
      keepAnswer: assign(({ context, event }) =>
        event.type === 'eligibility.answered'
          ? {
              answers: withoutOrphans(questions, { ...context.answers, [event.question]: event.value }),
              at: null,
            }
          : {},
      ),
      askAgain: assign(({ event }) => (event.type === 'eligibility.asked' ? { at: event.question } : {})),
    },
  }).createMachine({
    id: 'eligibility',
    context: { answers: {}, at: null },
    initial: 'asking',
    on: {
      'eligibility.answered': { target: '.asking', actions: 'keepAnswer' },
      'eligibility.asked': { target: '.asking', actions: 'askAgain' },
    },
    states: {
      asking: {
        always: [
          { guard: 'fails', target: 'failed' },
          { guard: 'isUnknown', target: 'unconfirmed' },
          { guard: 'hasCaution', target: 'cautioned' },
          { guard: 'passes', target: 'passed' },
        ],
      },
      passed: {},
      cautioned: {},
      unconfirmed: {},
      failed: {},
    },
  });
}
