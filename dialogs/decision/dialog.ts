import { stateOf } from '../../workflows/application.js';
import { placesWanted } from '../../workflows/expression-of-interest-rules.js';
import type { Dialog, Move, Prompt, View } from '../conversation.js';
import { readWholeNumber } from '../understanding/numbers.js';
import { normalise } from '../understanding/text.js';
import { stageButtons } from '../support-confirmation/dialog.js';
import { button } from '../words.js';
import * as content from './content.js';

/** The answer to the form: funded for some or all of the places, or not. */
export const decision: Dialog = {
  prompt(view) {
    const { application } = view;
    if (!application) return menu('decision:none', '', []);
    if (stateOf(application.snapshot.value) === 'unsuccessful') {
      return menu('decision:unsuccessful', content.unsuccessful(application, view.scheme), [
        button('Copy into a new application', 'copy'),
        button('That was wrong', 'reopen'),
        button('My applications'),
      ]);
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

/** "Funded for 2 of 3", "not funded", "still waiting": as much as was said is taken. */
export function recordDecision(view: View, said: string): Move {
  const { application } = view;
  if (!application) return {};
  const text = normalise(said);
  const focus = {
    dialog: 'decision',
    application: application.reference,
    page: null,
    pending: null,
  } as const;
  if (/\b(still waiting|not heard|nothing yet|still nothing|no word|nothing back)\b/.test(text))
    return { focus, say: () => content.keepWaiting(view.scheme) };
  if (
    /\b(not (?:been )?funded|unsuccessful|turned (?:us |me |it |them )?down|rejected|refused|didnt get|not successful|no funding|declined|said no|knocked (?:us |it )?back)\b/.test(
      text,
    )
  ) {
    return {
      focus,
      events: [{ type: 'decision.received', result: 'not-funded', places: 0, on: view.today }],
    };
  }
  if (!/\b(funded|funding|awarded|given|offered|successful|got)\b/.test(text))
    return { focus, say: () => content.fundedOrNot };
  const wanted = placesWanted(view.scheme, application.snapshot.context.form.context);
  const number = /\b(?:all|both|the lot|every one)\b/.test(text)
    ? { value: wanted }
    : readWholeNumber(text.replace(/\b(?:out )?of\b.*$/, ''));
  const places = wanted === 1 ? 1 : number && 'value' in number ? number.value : undefined;
  if (places === undefined || places < 1 || places > wanted) return { focus: { ...focus, page: 'places' } };
  return funded({ ...view, focus }, places);
}

function funded(view: View, places: number): Move {
  const wanted = view.application
    ? placesWanted(view.scheme, view.application.snapshot.context.form.context)
    : places;
  return {
    focus: { dialog: 'support-confirmation', page: null, pending: null },
    events: [{ type: 'decision.received', result: 'funded', places, on: view.today }],
    say: () => content.funded(places, wanted),
  };
}

function menu(step: string, text: string, buttons: Prompt['buttons']): Prompt {
  return { step, text, reads: { type: 'menu' }, buttons };
}
