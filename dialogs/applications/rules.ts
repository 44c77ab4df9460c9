import { stateOf, unsent, type Application, type StateName } from '../../workflows/application.js';
import { allAnswers } from '../../workflows/expression-of-interest.machine.js';
import type { Scheme } from '../../workflows/scheme.js';
import { fieldOf } from '../../workflows/fields.js';
import type { DialogName, View } from '../conversation.js';
import { normalise } from '../understanding/text.js';

/** Still something to do here? */
export function isOpen(application: Application): boolean {
  return !['withdrawn', 'started', 'unsuccessful'].includes(stateOf(application.snapshot.value));
}

/** The states in which a dialog has something to say. A dialog that is not here is at home in all of them. */
const statesOf: Partial<Record<DialogName, readonly StateName[]>> = {
  readiness: unsent,
  eligibility: unsent,
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

/** The newer version of its scheme that an application can move to: one that was sent stays as it was sent. */
export function newerVersion(
  view: Pick<View, 'newerSchemeOf'>,
  application: Application,
): Scheme | undefined {
  return unsent.includes(stateOf(application.snapshot.value)) ? view.newerSchemeOf?.(application) : undefined;
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
export function serviceKey(
  { tenant, snapshot }: Application,
  scheme: Pick<Scheme, 'fields'>,
): string | undefined {
  const answers = allAnswers(snapshot.context.form.context);
  const organisation = fieldOf(scheme, 'organisation', answers);
  const service = fieldOf(scheme, 'service', answers);
  if (organisation === undefined || service === undefined) return undefined;
  return [tenant, normalise(String(organisation)), normalise(String(service))].join('|');
}
