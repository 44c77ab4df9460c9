import { stateOf, type Application, type StateName } from '../../workflows/application.js';
import { allAnswers } from '../../workflows/expression-of-interest.machine.js';
import type { DialogName } from '../conversation.js';
import { normalise } from '../understanding/text.js';

/** Still something to do here? */
export function isOpen(application: Application): boolean {
  return !['withdrawn', 'started', 'unsuccessful'].includes(stateOf(application.snapshot.value));
}

const early: readonly StateName[] = [
  ...(['preparing', 'eligible', 'ineligible', 'reviewing'] as const),
  ...(['completingForm', 'checkingAnswers', 'declaring', 'readyToSend'] as const),
];

/** The states in which a dialog has something to say. A dialog that is not here is at home in all of them. */
const statesOf: Partial<Record<DialogName, readonly StateName[]>> = {
  readiness: early,
  eligibility: early,
  'expression-of-interest': ['completingForm', 'checkingAnswers', 'declaring', 'readyToSend'],
  'university-choice': ['awaitingDecision'],
  decision: ['awaitingDecision', 'unsuccessful'],
  'support-confirmation': ['recruiting', 'confirmingSupport', 'supportConfirmed', 'started'],
};

/** May this dialog be open? Not when another conversation has moved the application on. */
export function isPlaceFor(dialog: DialogName, application: Application | undefined): boolean {
  const states = statesOf[dialog];
  if (!states) return true;
  if (!application) return dialog === 'readiness';
  return states.includes(stateOf(application.snapshot.value));
}

/** Where an application goes on: its state decides, not what a conversation remembers. */
export function dialogOf(application: Application): DialogName {
  const { context } = application.snapshot;
  const state: StateName = stateOf(application.snapshot.value);
  switch (state) {
    case 'preparing': {
      const hasBegunEligibility = Object.keys(context.eligibility.context.answers).length > 0;
      const isAssessing = context.readiness.value === 'asking' || context.readiness.value === 'detailing';
      return isAssessing && !hasBegunEligibility ? 'readiness' : 'eligibility';
    }
    case 'eligible':
    case 'ineligible':
    case 'reviewing':
      return 'eligibility';
    case 'completingForm':
    case 'checkingAnswers':
    case 'declaring':
    case 'readyToSend':
      return 'expression-of-interest';
    case 'awaitingDecision':
    case 'unsuccessful':
      return 'decision';
    case 'recruiting':
    case 'confirmingSupport':
    case 'supportConfirmed':
    case 'started':
      return 'support-confirmation';
    case 'withdrawn':
      return 'applications';
  }
}

/** The same service of the same organisation, however it is written; undefined until both are known. */
export function serviceKey({ tenant, snapshot }: Application): string | undefined {
  const answers = allAnswers(snapshot.context.form.context);
  const organisation = answers['organisation-name'];
  const service = answers['service-name'];
  if (organisation === undefined || service === undefined) return undefined;
  return [tenant, normalise(String(organisation)), normalise(String(service))].join('|');
}
