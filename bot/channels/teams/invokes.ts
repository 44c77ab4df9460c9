import { ActivityTypes, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Sent } from '../../../dialogs/cards/fill.js';
import * as content from '../../../dialogs/cards/content.js';
import type { Card } from '../../../dialogs/cards/elements.js';
import { filled, pressed, type Pressed } from '../incoming.js';
import { verbs } from '../outgoing.js';

/** What a client asks for and waits for, as Teams sends it: Universal Actions. */
export type Asked =
  | { readonly kind: 'press'; readonly said: Pressed }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'fill'; readonly sent: Sent }
  | { readonly kind: 'unreadable'; readonly response: InvokeResponse };

/** Undefined for an invoke that is none of ours. */
export function askedBy({ name, value }: Activity): Asked | undefined {
  switch (name) {
    case 'adaptiveCard/action': {
      const action = isObject(value) && isObject(value['action']) ? value['action'] : {};
      if (action['verb'] === verbs.refresh) return { kind: 'refresh' };
      const sent = filled(action['data']);
      if (sent) return { kind: 'fill', sent };
      const said = pressed(action['data']);
      return said ? { kind: 'press', said } : { kind: 'unreadable', response: cardError() };
    }
    // Buttons of an earlier version, which opened a form in a window.
    case 'task/fetch':
    case 'task/submit':
      return { kind: 'unreadable', response: dialogMessage(content.formsMoved) };
    default:
      return undefined;
  }
}

/** The card in the place of the one that was pressed. */
export function cardInPlace(card: Card): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
  };
}

function cardError(): InvokeResponse {
  return {
    status: 200,
    body: {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: content.notUnderstood },
    },
  };
}

/** A dialog with nothing but these words. */
export function dialogMessage(words: string): InvokeResponse {
  return { status: 200, body: { task: { type: 'message', value: words } } };
}

/** What is said in time when the turn itself is not: {@link answerInTime}. */
export function lateResponse(activity: { readonly name?: unknown }): InvokeResponse {
  if (String(activity.name).startsWith('task/')) return dialogMessage(content.late);
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: content.late },
  };
}

/** What a client that waits is told when the turn went wrong. */
export function failed(activity: { readonly name?: unknown }, words: string): InvokeResponse {
  if (String(activity.name).startsWith('task/')) return dialogMessage(words);
  return {
    status: 200,
    body: {
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { code: 'Failed', message: words },
    },
  };
}

/** Gives the client its answer. It leaves when the turn ends, or before, when the turn takes too long. */
export async function respond(context: TurnContext, response: InvokeResponse): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: response });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
