import { assign, setup } from 'xstate';
import type { ApplicationEvent, FormEvent } from './application-events.js';
import { createEligibilityMachine, type EligibilityPart } from './eligibility.machine.js';
import {
  canDeclare,
  formQuestions,
  knownAnswers,
  placesWanted,
  universitiesFor,
  universityOf,
  withOfferedUniversity,
} from './expression-of-interest-rules.js';
import { allAnswers, createFormMachine, type FormPart } from './expression-of-interest.machine.js';
import { toldOfTrainee } from './feeds.js';
import { begin, step, type Part } from './part.js';
import { readinessMachine, type ReadinessPart } from './readiness.machine.js';
import type { Answer, Scheme } from './scheme.js';
import { rowsNeedReason, supportBlockers } from './support-rules.js';
import { fieldOf, rowQuestions, rowStage } from './fields.js';
import { isOpen } from './window-rules.js';

export interface ApplicationContext {
  readonly readiness: ReadinessPart;
  readonly eligibility: EligibilityPart;
  readonly form: FormPart;
  readonly declared: { readonly by: string; readonly at: string } | null;
  /** Every sending, the last one being in force. A change of university adds one. */
  /** `university`: null where the form goes to none. */
  readonly sent: readonly { readonly on: string; readonly university: string | null }[];
  readonly decision: {
    readonly result: 'funded' | 'not-funded';
    readonly places: number;
    readonly on: string;
  } | null;
  /** The programme's first day where the university has moved it from the intake's. A London date. */
  readonly startMoved: string | null;
  readonly support: {
    readonly trainees: number;
    /** Why there are not as many trainees as places awarded. */
    readonly reason: string | null;
    readonly rows: readonly FormPart[];
  };
  readonly returned: { readonly on: string } | null;
  /** The day on which a stage of the scheme's was said to be done, by its id. Not there before the first. */
  readonly stagesDone?: Readonly<Record<string, string>>;
  readonly withdrawn: { readonly on: string; readonly reason: string | null } | null;
}

const noSupport: ApplicationContext['support'] = { trainees: 0, reason: null, rows: [] };

export type { ApplicationEvent } from './application-events.js';

/** What can be asked of a state, whatever its name. */
export type Tag =
  /** Not sent yet; in the first of these there is no form either. */
  | 'isUnsent'
  | 'hasNoForm'
  /** The eligibility questions come first here. */
  | 'isCheckingEligibility'
  /** The form is there to fill in and to check; and then confirmed, so that a change is asked to be declared anew. */
  | 'isFilling'
  | 'mayChangeForm'
  | 'isConfirmed'
  | 'mayChangeUniversity'
  | 'hasDocuments'
  /** A form is complete and waits for its person to send or return it. */
  | 'isToBeSent'
  /** The university has the form, or had it to its end. */
  | 'isWithUniversity'
  | 'isDecided'
  | 'isFunded'
  | 'isAwaitingSupport'
  | 'mayBeReopened'
  | 'mayBeWithdrawn'
  /** Nothing is left to do; or it ended without a place. */
  | 'isOver'
  | 'isLost';

export type ApplicationPart = Part<unknown, ApplicationContext>;
export type ApplicationMachine = ReturnType<typeof createApplicationMachine>;

/**
 * The life of one application, as `domain.md` tells it: from getting ready to the first day of the programme. The
 * scheme is its policy; it knows no clock: a date that matters arrives in the event.
 */
export function createApplicationMachine(scheme: Scheme) {
  const eligibilityMachine = createEligibilityMachine(scheme);
  const formMachine = createFormMachine(formQuestions(scheme));
  const rowMachine = createFormMachine(rowQuestions(scheme));
  const fill = (context: ApplicationContext, event: FormEvent) => {
    const form = context.form.context;
    const known = knownAnswers(scheme, context);
    const answers = withOfferedUniversity(scheme, form.answers, fieldOf(scheme, 'role', known));
    return step(formMachine, { ...context.form, context: { ...form, answers, known } }, event);
  };

  return setup({
    types: {} as { context: ApplicationContext; events: ApplicationEvent; tags: Tag },
    guards: {
      isEligible: ({ context }) => ['passed', 'cautioned', 'unconfirmed'].includes(context.eligibility.value),
      isIneligible: ({ context }) => context.eligibility.value === 'failed',
      formIsComplete: ({ context }) => context.form.value === 'complete',
      formIsOpen: ({ context }) => context.form.value === 'asking',
      formWasStarted: ({ context }) => Object.keys(context.form.context.answers).length > 0,
      mayDeclare: ({ context, event }) =>
        event.type === 'answers.confirmed' &&
        isOpen(scheme, event.date, event.time) &&
        canDeclare(scheme, context),
      isFunded: ({ context, event }) =>
        event.type === 'decision.received' &&
        event.result === 'funded' &&
        event.places >= 1 &&
        event.places <= placesWanted(scheme, context.form.context),
      isNotFunded: ({ event }) => event.type === 'decision.received' && event.result === 'not-funded',
      isOtherUniversity: ({ context, event }) =>
        event.type === 'university.changed' &&
        event.university !== fieldOf(scheme, 'university', context.form.context.answers) &&
        universitiesFor(scheme, fieldOf(scheme, 'role', allAnswers(context.form.context))).some(
          ({ id }) => id === event.university,
        ),
      // Without a form for each place nothing stands between the funding and the start.
      nothingToConfirm: () => rowStage(scheme) === undefined,
      traineesAccountedFor: ({ context, event }) => {
        if (event.type !== 'recruitment.finished' || !context.decision || !rowStage(scheme)) return false;
        const { places } = context.decision;
        if (event.trainees < 1 || event.trainees > places) return false;
        return !rowsNeedReason(places, event.trainees) || Boolean(event.reason);
      },
      rowExists: ({ context, event }) =>
        event.type === 'support.row' && context.support.rows[event.row] !== undefined,
      rowsAreComplete: ({ context }) =>
        context.support.rows.length > 0 && supportBlockers(scheme, context.support.rows).length === 0,
    },
    actions: {
      answerReadiness: assign(({ context, event }) => ({
        readiness: step(readinessMachine, context.readiness, event),
      })),
      answerEligibility: assign(({ context, event }) => ({
        eligibility: step(eligibilityMachine, context.eligibility, event),
      })),
      answerForm: assign(({ context, event }) => ({ form: fill(context, event as FormEvent) })),
      refreshForm: assign(({ context }) => ({ form: fill(context, { type: 'form.resumed' }) })),
      declare: assign(({ event }) =>
        event.type === 'declaration.accepted' ? { declared: { by: event.by, at: event.at } } : {},
      ),
      undeclare: assign({ declared: null }),
      recordSent: assign(({ context, event }) => {
        if (event.type !== 'eoi.sent') return {};
        const { form, sent } = context;
        const university = universityOf(scheme, form.context)?.id ?? null;
        return {
          sent: [...sent, { on: event.on, university }],
          // A start that was moved belonged to what was sent before.
          startMoved: null,
        };
      }),
      switchUniversity: assign(({ context, event }) =>
        event.type === 'university.changed'
          ? {
              form: fill(context, {
                type: 'form.answered',
                question: scheme.fields.university ?? '',
                value: event.university as Answer,
              }),
            }
          : {},
      ),
      recordDecision: assign(({ event }) =>
        event.type === 'decision.received'
          ? { decision: { result: event.result, places: event.places, on: event.on } }
          : {},
      ),
      forgetDecision: assign({ decision: null }),
      moveStart: assign(({ event }) => (event.type === 'start.moved' ? { startMoved: event.starts } : {})),
      makeRows: assign(({ context, event }) => {
        if (event.type !== 'recruitment.finished') return {};
        // What the form told of every trainee, unless the row says otherwise.
        const known = toldOfTrainee(scheme, context, 'answer');
        const fresh = begin<FormPart>(rowMachine);
        const row: FormPart = { ...fresh, context: { ...fresh.context, known } };
        const stay = context.support.rows.filter((_, i) => !event.left?.includes(i));
        const rows = Array.from({ length: event.trainees }, (_, i) => stay[i] ?? row);
        return { support: { trainees: event.trainees, reason: event.reason, rows } };
      }),
      answerRow: assign(({ context, event }) =>
        event.type === 'support.row'
          ? {
              support: {
                ...context.support,
                rows: context.support.rows.map((part, row) =>
                  row === event.row ? step(rowMachine, part, event.event) : part,
                ),
              },
            }
          : {},
      ),
      recordReturned: assign(({ event }) =>
        event.type === 'support.returned' ? { returned: { on: event.on } } : {},
      ),
      forgetReturned: assign({ returned: null }),
      recordStage: assign(({ context, event }) =>
        event.type === 'stage.done' ? { stagesDone: { ...context.stagesDone, [event.stage]: event.on } } : {},
      ),
      recordWithdrawn: assign(({ event }) =>
        event.type === 'application.withdrawn' ? { withdrawn: { on: event.on, reason: event.reason } } : {},
      ),
      // A withdrawn application that comes back must be declared and sent again, and nobody is recruited for it yet.
      forgetWithdrawn: assign({
        withdrawn: null,
        declared: null,
        decision: null,
        startMoved: null,
        support: noSupport,
        returned: null,
      }),
      // Who belongs to it, and which colleague was asked what, is not in the snapshot: `people.ts`, `colleague-rules.ts`.
      notePeople: () => undefined,
    },
  }).createMachine({
    id: 'application',
    context: () => ({
      readiness: begin<ReadinessPart>(readinessMachine),
      eligibility: begin<EligibilityPart>(eligibilityMachine),
      form: begin<FormPart>(formMachine),
      declared: null,
      sent: [],
      decision: null,
      startMoved: null,
      support: noSupport,
      returned: null,
      withdrawn: null,
    }),
    initial: 'beforeStart',
    on: {
      'people.*': { actions: 'notePeople' },
      'owner.changed': { actions: 'notePeople' },
      'colleague.*': { actions: 'notePeople' },
    },
    states: {
      beforeStart: {
        tags: ['mayBeWithdrawn'],
        initial: 'preparing',
        on: { 'application.withdrawn': { target: 'withdrawn', actions: 'recordWithdrawn' } },
        states: {
          preparing: {
            tags: ['isUnsent', 'hasNoForm', 'isCheckingEligibility'],
            always: [
              { guard: 'isIneligible', target: 'ineligible' },
              { guard: 'isEligible', target: 'eligible' },
            ],
            on: {
              // Told on the way: it waits there for its question.
              'form.answered': { actions: 'answerForm' },
              'readiness.*': { actions: 'answerReadiness' },
              'eligibility.*': { actions: 'answerEligibility' },
              'scheme.moved': { target: 'preparing', reenter: true },
            },
          },
          ineligible: {
            tags: ['isUnsent', 'hasNoForm', 'isCheckingEligibility'],
            on: {
              // Told on the way: it waits there for its question.
              'form.answered': { actions: 'answerForm' },
              'readiness.*': { actions: 'answerReadiness' },
              'eligibility.*': { target: 'preparing', actions: 'answerEligibility' },
            },
          },
          eligible: {
            tags: ['isUnsent', 'hasNoForm', 'isCheckingEligibility'],
            on: {
              // Told on the way: it waits there for its question.
              'form.answered': { actions: 'answerForm' },
              'readiness.*': { actions: 'answerReadiness' },
              'eligibility.*': { target: 'preparing', actions: 'answerEligibility' },
              'form.started': { target: 'completingForm', actions: 'refreshForm' },
            },
          },
          completingForm: {
            tags: ['isUnsent', 'isFilling', 'mayChangeForm', 'mayChangeUniversity'],
            always: { guard: 'formIsComplete', target: 'checkingAnswers' },
            on: {
              'readiness.*': { actions: ['answerReadiness', 'refreshForm'] },
              'eligibility.*': { target: 'reviewing', actions: ['answerEligibility', 'refreshForm'] },
              'form.*': { actions: 'answerForm' },
            },
          },
          checkingAnswers: {
            tags: ['isUnsent', 'isFilling', 'mayChangeForm', 'mayChangeUniversity'],
            always: { guard: 'formIsOpen', target: 'completingForm' },
            on: {
              'readiness.*': { actions: ['answerReadiness', 'refreshForm'] },
              'eligibility.*': { target: 'reviewing', actions: ['answerEligibility', 'refreshForm'] },
              'form.*': { actions: 'answerForm' },
              'answers.confirmed': { guard: 'mayDeclare', target: 'declaring' },
            },
          },
          // An eligibility answer was changed inside the form: still eligible goes on, otherwise say why.
          reviewing: {
            tags: ['isUnsent', 'isCheckingEligibility'],
            always: [
              { guard: 'isIneligible', target: 'ineligible' },
              { guard: 'isEligible', target: 'completingForm' },
            ],
            on: {
              'readiness.*': { actions: ['answerReadiness', 'refreshForm'] },
              'eligibility.*': {
                target: 'reviewing',
                reenter: true,
                actions: ['answerEligibility', 'refreshForm'],
              },
              // While eligibility is open again, what depends on its answers is not dropped: they may come back.
              'scheme.moved': [
                { guard: 'isEligible', target: 'reviewing', reenter: true, actions: 'refreshForm' },
                { target: 'reviewing', reenter: true },
              ],
            },
          },
          declaring: {
            tags: ['isUnsent', 'mayChangeForm', 'isConfirmed', 'mayChangeUniversity'],
            on: {
              'declaration.accepted': { target: 'readyToSend', actions: 'declare' },
              'readiness.*': { target: 'checkingAnswers', actions: ['answerReadiness', 'refreshForm'] },
              'eligibility.*': { target: 'reviewing', actions: ['answerEligibility', 'refreshForm'] },
              'form.*': { target: 'checkingAnswers', actions: 'answerForm' },
            },
          },
          readyToSend: {
            tags: [
              'isUnsent',
              'mayChangeForm',
              'isConfirmed',
              'mayChangeUniversity',
              'hasDocuments',
              'isToBeSent',
            ],
            on: {
              'eoi.sent': { target: 'awaitingDecision', actions: 'recordSent' },
              'readiness.*': {
                target: 'checkingAnswers',
                actions: ['undeclare', 'answerReadiness', 'refreshForm'],
              },
              'eligibility.*': {
                target: 'reviewing',
                actions: ['undeclare', 'answerEligibility', 'refreshForm'],
              },
              'form.*': { target: 'checkingAnswers', actions: ['undeclare', 'answerForm'] },
            },
          },
          awaitingDecision: {
            tags: ['isWithUniversity', 'mayChangeUniversity', 'hasDocuments'],
            on: {
              'decision.received': [
                { guard: 'isFunded', target: 'successful', actions: 'recordDecision' },
                { guard: 'isNotFunded', target: 'unsuccessful', actions: 'recordDecision' },
              ],
              'university.changed': {
                guard: 'isOtherUniversity',
                target: 'readyToSend',
                actions: 'switchUniversity',
              },
              'start.moved': { actions: 'moveStart' },
              'stage.done': { actions: 'recordStage' },
            },
          },
          unsuccessful: {
            tags: ['isWithUniversity', 'isDecided', 'hasDocuments', 'mayBeReopened', 'isOver', 'isLost'],
            on: { 'decision.corrected': { target: 'awaitingDecision', actions: 'forgetDecision' } },
          },
          successful: {
            tags: ['isWithUniversity', 'isDecided', 'isFunded', 'hasDocuments'],
            initial: 'recruiting',
            on: {
              'start.moved': { actions: 'moveStart' },
              'stage.done': { actions: 'recordStage' },
              'recruitment.finished': {
                guard: 'traineesAccountedFor',
                target: '.confirmingSupport',
                actions: ['makeRows', 'forgetReturned'],
              },
              'decision.corrected': {
                target: 'awaitingDecision',
                actions: ['forgetDecision', 'forgetReturned'],
              },
            },
            states: {
              recruiting: {
                tags: ['isAwaitingSupport', 'mayBeReopened'],
                on: { 'programme.started': { guard: 'nothingToConfirm', target: '#application.started' } },
              },
              confirmingSupport: {
                tags: ['isAwaitingSupport', 'isToBeSent'],
                on: {
                  'support.row': { guard: 'rowExists', actions: 'answerRow' },
                  'support.returned': {
                    guard: 'rowsAreComplete',
                    target: 'supportConfirmed',
                    actions: 'recordReturned',
                  },
                },
              },
              supportConfirmed: {
                tags: ['mayBeReopened'],
                on: {
                  'support.reopened': { target: 'confirmingSupport', actions: 'forgetReturned' },
                  'programme.started': { target: '#application.started' },
                },
              },
            },
          },
        },
      },
      withdrawn: {
        tags: ['isOver', 'isLost', 'mayBeReopened'],
        on: {
          'application.reopened': [
            { guard: 'isIneligible', target: 'beforeStart.ineligible', actions: 'forgetWithdrawn' },
            {
              guard: 'formWasStarted',
              target: 'beforeStart.reviewing',
              actions: ['forgetWithdrawn', 'refreshForm'],
            },
            { target: 'beforeStart.preparing', actions: 'forgetWithdrawn' },
          ],
        },
      },
      started: {
        tags: ['isOver', 'isWithUniversity', 'hasDocuments'],
        on: { 'stage.done': { actions: 'recordStage' } },
      },
    },
  });
}
