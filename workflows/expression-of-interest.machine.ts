import { assign, setup } from 'xstate';
import type { FormEvent } from './application-events.js';
import { keepingResult } from './kept-result.js';
import type { Part } from './part.js';
import { applies, nextQuestion, withoutOrphans } from './question-rules.js';
import type { Answers, Question } from './scheme.js';

export interface FormContext {
  readonly answers: Answers;
  /** Questions put off with "don't know yet". Sending lists them. */
  readonly parked: readonly string[];
  /** A question asked again by "back" or "change"; otherwise the road decides. */
  readonly at: string | null;
  /** What eligibility and readiness already told, so that it is not asked twice. */
  readonly known: Answers;
}

export type FormPart = Part<'asking' | 'complete', FormContext>;

/**
 * A list of questions being filled in: the form itself, and each trainee's row of the form for each
 * place. Complete means that nothing is left to ask, not that it may be sent: that is a rule of its own.
 */
export function createFormMachine(questions: readonly Question[]) {
  return setup({
    types: {} as { context: FormContext; events: FormEvent },
    guards: {
      nothingToAsk: ({ context }) => openQuestion(questions, context) === undefined,
      somethingToAsk: ({ context }) => openQuestion(questions, context) !== undefined,
    },
    actions: {
      keepAnswer: assign(({ context, event }) => {
        if (event.type !== 'form.answered') return {};
        const answers = withoutOrphans(
          questions,
          { ...context.answers, [event.question]: event.value },
          context.known,
        );
        return { answers, parked: context.parked.filter((id) => id !== event.question), at: null };
      }),
      renew: assign(({ context, event }) => {
        if (event.type !== 'form.renewed') return {};
        const personal = questions.filter((one) => one.personal).map(({ id }) => id);
        const left = Object.entries(context.answers).filter(([id]) => !personal.includes(id));
        const answers = { ...Object.fromEntries(left), [event.question]: event.value };
        return {
          answers: withoutOrphans(questions, answers, context.known),
          parked: context.parked.filter((id) => !personal.includes(id)),
          at: null,
        };
      }),
      park: assign(({ context, event }) =>
        event.type === 'form.parked'
          ? {
              answers: without(context.answers, event.question),
              parked: [...context.parked.filter((id) => id !== event.question), event.question],
              at: null,
            }
          : {},
      ),
      // What is known from outside may have changed, and with it what is asked.
      dropOrphans: assign(({ context }) => ({
        answers: withoutOrphans(questions, context.answers, context.known),
      })),
      askAgain: assign(({ event }) => (event.type === 'form.asked' ? { at: event.question } : {})),
    },
  }).createMachine({
    id: 'expressionOfInterest',
    context: { answers: {}, parked: [], at: null, known: {} },
    initial: 'asking',
    on: {
      'form.answered': { target: '.asking', actions: 'keepAnswer' },
      'form.renewed': { target: '.asking', actions: 'renew' },
      'form.parked': { target: '.asking', actions: 'park' },
      'form.asked': { target: '.asking', actions: 'askAgain' },
      'form.resumed': { target: '.asking', actions: 'dropOrphans' },
    },
    states: {
      asking: { always: { guard: 'nothingToAsk', target: 'complete' } },
      complete: { always: { guard: 'somethingToAsk', target: 'asking' } },
    },
  });
}

/** The question that is open now, or undefined when nothing is left to ask. */
export function openQuestion(questions: readonly Question[], form: FormContext): Question | undefined {
  if (form.at !== null) {
    const again = questions.find(({ id }) => id === form.at);
    if (again && applies(again.when, allAnswers(form))) return again;
  }
  return nextQuestion(questions, allAnswers(form), form.parked);
}

/** Everything that has an answer: told before, or given here. What was given here counts. */
export const allAnswers = keepingResult((form: FormContext): Answers => ({ ...form.known, ...form.answers }));

function without(answers: Answers, id: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));
}
