import type { Application, HistoryEntry } from '../workflows/application.js';
import type { ApplicationEvent } from '../workflows/application-events.js';
import { inForce } from '../workflows/history.js';
import type { Answer } from '../workflows/scheme.js';
import type { Focus, View } from './conversation.js';

/**
 * Where a conversation is in a form. The place is the conversation's own: two people, or one on two devices, fill in
 * one application side by side, and an answer belongs to the question that its conversation showed.
 */

/** The focus on a question, answered or not, by its step: `form:places`. */
export function asks(step: string): Partial<Focus> {
  return { at: { step, revision: 0 } };
}

/** What comes after `prefix` in the step that this conversation is at: of `form:places` it is `places`. */
export function placeIn({ focus: { at } }: Pick<View, 'focus'>, prefix: string): string | undefined {
  return at?.step.startsWith(prefix) ? at.step.slice(prefix.length) : undefined;
}

/** What answers the question of a step and was recorded after the conversation saw it: somebody was quicker. */
export function answeredSince(
  application: Application | undefined,
  step: string,
  revision: number,
): HistoryEntry | undefined {
  const { history = [] } = application ?? {};
  const news = new Set(history.slice(revision));
  return news.size === 0
    ? undefined
    : inForce(history).findLast((entry) => news.has(entry) && stepOf(entry.event) === step);
}

/** The answer that an event gives. */
export function valueIn(event: ApplicationEvent): Answer | undefined {
  if (event.type === 'support.row') return valueIn(event.event);
  if (event.type === 'readiness.answered') return event.status;
  return 'value' in event ? event.value : undefined;
}

/** The step of the question that an event answers. */
export function stepOf(event: ApplicationEvent): string | undefined {
  switch (event.type) {
    case 'form.answered':
      return `form:${event.question}`;
    case 'eligibility.answered':
      return `eligibility:${event.question}`;
    case 'readiness.answered':
      return `readiness:check:${event.check}`;
    case 'readiness.detailed':
      return event.check && `readiness:detail:${event.check}`;
    case 'support.row':
      return 'value' in event.event ? `support:${event.row}:${event.event.question}` : undefined;
    default:
      return undefined;
  }
}
