import * as content from './content.js';
import type { DialogName, View } from './conversation.js';
import { converse, revisionOf, settle, type Outcome } from './converse.js';

/** What a message of before was an answer to. */
export interface AnswerTo {
  readonly application: string | null;
  readonly step: string;
}

/**
 * A message that was edited after it was answered: its question is asked again, and the new words are the answer. Where
 * that cannot be, nothing is changed and it is said why.
 */
export function correct(view: View, to: AnswerTo | undefined, text: string): Outcome {
  const application = view.mine.find(({ reference }) => reference === to?.application);
  const dialog = to && dialogFor(to.step);
  if (!to || !application || !dialog) return settle(view, { say: () => content.notEdited });
  const open: View = {
    ...view,
    application,
    scheme: view.schemeOf(application),
    focus: {
      ...view.focus,
      ...{ application: application.reference, dialog, page: null, pending: null },
      at: { step: to.step, revision: revisionOf(application) },
    },
  };
  const outcome = converse(open, { text });
  if (outcome.events.length === 0) return settle(view, { say: () => content.notReadEdited });
  const [first, ...rest] = outcome.replies;
  const said = first ? [{ ...first, text: `${content.edited}\n\n${first.text}` }] : [];
  return { ...outcome, replies: [...said, ...rest] };
}

/** Where the question of a step is asked; undefined where an answer cannot be put right by asking again. */
function dialogFor(step: string): DialogName | undefined {
  const [kind = '', first = ''] = step.split(':');
  switch (kind) {
    case 'form':
      return ['declare', 'send', 'check', 'none'].includes(first) ? undefined : 'expression-of-interest';
    case 'eligibility':
      return 'eligibility';
    case 'readiness':
      return first === 'check' ? 'readiness' : undefined;
    case 'support':
      return /^\d+$/.test(first) ? 'support-confirmation' : undefined;
    default:
      return undefined;
  }
}
