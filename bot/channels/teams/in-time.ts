import { INVOKE_RESPONSE_KEY, type InvokeResponse, type TurnContext } from 'botbuilder';
import { lateResponse } from './invokes.js';

/** Teams waits five seconds for the answer to a card: it gets one in time, whatever the turn is doing. */

/** Milliseconds until an invoke is answered, whatever the turn is doing: Teams gives up after five seconds. */
const atMost = 3500;

type Turn = (context: TurnContext) => Promise<void>;

/**
 * Runs a turn through `take` and gives its answer. An invoke is answered in time: when the turn takes too long, with
 * what it has decided so far, or that it takes longer. The turn itself goes on to its end and says the rest as messages.
 */
export async function answerInTime(
  activity: { readonly type: string; readonly name?: unknown },
  turn: Turn,
  take: (turn: Turn) => Promise<InvokeResponse | undefined>,
  after = atMost,
): Promise<InvokeResponse | undefined> {
  if (activity.type !== 'invoke') return take(turn);
  let seen: TurnContext | undefined;
  let timer: NodeJS.Timeout | undefined;
  const taken = take((context) => {
    seen = context;
    return turn(context);
  });
  const late = new Promise<InvokeResponse>((resolve) => {
    timer = setTimeout(() => resolve(decided(seen) ?? lateResponse(activity)), after);
  });
  // A turn that fails after its answer has left was logged where it failed.
  taken.catch(() => undefined);
  try {
    return await Promise.race([taken, late]);
  } finally {
    clearTimeout(timer);
  }
}

function decided(context: TurnContext | undefined): InvokeResponse | undefined {
  const found = context?.turnState.get<Partial<{ value: InvokeResponse }> | undefined>(INVOKE_RESPONSE_KEY);
  return found?.value;
}
