import type { ApplicationEvent } from '../workflows/application.machine.js';
import * as content from './content.js';
import type { DialogName, View } from './conversation.js';
import { converse, settle, type Outcome } from './converse.js';

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
  const asked = to && againFor(to.step, view.today);
  if (!application || !asked) return settle(view, { say: () => content.notEdited });
  const within: View = {
    ...view,
    application,
    scheme: view.schemeOf(application),
    focus: {
      ...view.focus,
      application: application.reference,
      dialog: asked.dialog,
      page: null,
      pending: null,
    },
  };
  const opened = settle(within, { events: [asked.event] });
  const [changed] = opened.changed;
  if (!changed) return settle(view, { say: () => content.notEdited });
  const others = view.mine.filter(({ reference }) => reference !== changed.reference);
  const open: View = { ...within, application: changed, focus: opened.focus, mine: [changed, ...others] };
  const outcome = converse(open, { text });
  if (outcome.events.length === 0) return settle(view, { say: () => content.notReadEdited });
  const [first, ...rest] = outcome.replies;
  return {
    ...outcome,
    events: [asked.event, ...outcome.events],
    replies: first ? [{ ...first, text: `${content.edited}\n\n${first.text}` }, ...rest] : [],
  };
}

/** The event that asks the question of a step again, and where it is asked. */
function againFor(step: string, on: string): { event: ApplicationEvent; dialog: DialogName } | undefined {
  const [kind = '', first = '', second = ''] = step.split(':');
  switch (kind) {
    case 'form':
      return ['declare', 'send', 'check', 'none'].includes(first)
        ? undefined
        : { event: { type: 'form.asked', question: first }, dialog: 'expression-of-interest' };
    case 'eligibility':
      return { event: { type: 'eligibility.asked', question: first }, dialog: 'eligibility' };
    case 'readiness':
      return first === 'check'
        ? { event: { type: 'readiness.asked', check: second, on }, dialog: 'readiness' }
        : undefined;
    case 'support':
      return /^\d+$/.test(first)
        ? {
            event: {
              type: 'support.row',
              row: Number(first),
              event: { type: 'form.asked', question: second },
            },
            dialog: 'support-confirmation',
          }
        : undefined;
    default:
      return undefined;
  }
}
