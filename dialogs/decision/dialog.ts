import type { ApplicationEvent } from '../../workflows/application-events.js';
import { stateOf } from '../../workflows/application.js';
import { placesWanted } from '../../workflows/expression-of-interest-rules.js';
import type { Dialog, Move, Prompt, View } from '../conversation.js';
import { stageButtons } from '../support-confirmation/dialog.js';
import { button, hasTraining } from '../words.js';
import * as content from './content.js';

/** The answer to the form: funded for some or all of the places, or not. */
export const decision: Dialog = {
  isHome: (application) =>
    ['awaitingDecision', 'unsuccessful'].includes(stateOf(application?.snapshot.value)),

  prompt(view) {
    const { application } = view;
    if (!application) return menu('decision:none', '', []);
    if (stateOf(application.snapshot.value) === 'unsuccessful') {
      return menu(
        'decision:unsuccessful',
        content.unsuccessful(application, view.scheme, hasTraining(application, view.scheme)),
        [
          button('Copy into a new application', 'copy'),
          button('That was wrong', 'reopen'),
          button('My applications'),
        ],
      );
    }
    const { form } = application.snapshot.context;
    const wanted = placesWanted(view.scheme, form.context);
    if (view.focus.page === 'places') {
      return {
        step: 'decision:places',
        text: content.howMany(wanted),
        reads: { type: 'wholeNumber', min: 1, max: wanted, ofAll: true },
        label: content.label,
        buttons: [...Array(Math.min(wanted, 4)).keys()].map((i) => button(String(wanted - i))),
      };
    }
    return {
      step: 'decision:waiting',
      text: content.waiting(application, view.scheme, view.today),
      reads: { type: 'menu' },
      buttons: [
        button('Funded'),
        button('Not funded'),
        button('Still waiting'),
        ...(view.scheme.sendTo.to === 'university' ? [button('Change the university')] : []),
        ...stageButtons(view, application),
        button('Get the documents', 'documents'),
        button('Withdraw'),
      ].slice(0, 6),
    };
  },

  answer(view, prompt, value) {
    return prompt.step === 'decision:places' ? funded(view, Number(value)) : {};
  },

  back: () => ({ focus: { page: null } }),
};

/** What was decided, as it was told: places that were not said, or cannot be, are asked for. */
export function decide(view: View, result: 'funded' | 'not-funded', places: number | undefined): Move {
  const { application } = view;
  if (!application) return {};
  const focus = {
    dialog: 'decision',
    application: application.reference,
    page: null,
    pending: null,
  } as const;
  // Put right: the first one is taken back with it.
  const first: ApplicationEvent[] = application.snapshot.context.decision
    ? [{ type: 'decision.corrected' }]
    : [];
  if (result === 'not-funded')
    return { focus, events: [...first, { type: 'decision.received', result, places: 0, on: view.today }] };
  const wanted = placesWanted(view.scheme, application.snapshot.context.form.context);
  const given = places ?? (wanted === 1 ? 1 : undefined);
  if (given === undefined || given < 1 || given > wanted) return { focus: { ...focus, page: 'places' } };
  const move = funded({ ...view, focus }, given);
  return { ...move, events: [...first, ...(move.events ?? [])] };
}

function funded(view: View, places: number): Move {
  const wanted = view.application
    ? placesWanted(view.scheme, view.application.snapshot.context.form.context)
    : places;
  return {
    focus: { dialog: 'support-confirmation', page: null, pending: null },
    events: [{ type: 'decision.received', result: 'funded', places, on: view.today }],
    say: () => content.funded(view.scheme, places, wanted),
  };
}

function menu(step: string, text: string, buttons: Prompt['buttons']): Prompt {
  return { step, text, reads: { type: 'menu' }, buttons };
}
