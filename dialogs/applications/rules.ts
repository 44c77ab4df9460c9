import { stateOf, type Application, type StateName } from '../../workflows/application.js';
import type { DialogName } from '../conversation.js';

/** Still something to do here? */
export function isOpen(application: Application): boolean {
  return !['withdrawn', 'started', 'unsuccessful'].includes(stateOf(application.snapshot.value));
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
