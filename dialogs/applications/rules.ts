import { is, stateOf, type Application, type StateName, type Versions } from '../../workflows/application.js';
import { allAnswers } from '../../workflows/expression-of-interest.machine.js';
import type { Scheme } from '../../workflows/scheme.js';
import { fieldOf } from '../../workflows/fields.js';
import type { DialogName, View } from '../conversation.js';
import { organisationKey } from '../understanding/fields/organisations.js';
import { readWholeNumber } from '../understanding/numbers.js';
import { normalise } from '../understanding/text.js';

/** Still something to do here? */
export function isOpen(application: Application): boolean {
  return !is(application, 'isOver');
}

/** The newer version of its scheme that an application can move to: one that was sent stays as it was sent. */
export function newerVersion(
  view: Pick<View, 'newerSchemeOf'>,
  application: Application,
): Scheme | undefined {
  return is(application, 'isUnsent') ? view.newerSchemeOf?.(application) : undefined;
}

/** The other versions of an application's scheme, as far as they are here. */
export function versionsOf({ schemeOf }: Pick<View, 'schemeOf'>, application: Application): Versions {
  const { id } = application.scheme;
  return (version) => {
    const found = schemeOf({ ...application, scheme: { id, version } });
    return found.id === id && found.version === version ? found : undefined;
  };
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

/** The same service of the same organisation, by whichever of its names; undefined until both are known. */
export function serviceKey(
  { tenant, snapshot }: Application,
  scheme: Pick<Scheme, 'fields'>,
): string | undefined {
  const answers = allAnswers(snapshot.context.form.context);
  const organisation = fieldOf(scheme, 'organisation', answers);
  const service = fieldOf(scheme, 'service', answers);
  if (organisation === undefined || service === undefined) return undefined;
  return [tenant, organisationKey(String(organisation)), serviceNamed(String(service))].join('|');
}

/** "The Ward Seven" and "ward 7" are one. */
function serviceNamed(name: string): string {
  return normalise(name)
    .replace(/^(?:the|our) /, '')
    .replace(/\b[a-z]+$/, (last) => {
      const number = readWholeNumber(last);
      return number && 'value' in number ? String(number.value) : last;
    });
}
