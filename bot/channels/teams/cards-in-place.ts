import { CardFactory, TeamsInfo, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import { fillIn, type Sent } from '../../../dialogs/cards/fill.js';
import { lineCard, lineOf, repeats, savedCard } from '../../../dialogs/cards/line.js';
import * as content from '../../../dialogs/cards/content.js';
import type { View } from '../../../dialogs/conversation.js';
import {
  anyStep,
  promptOf,
  converse,
  settle,
  type CardMark,
  type Outcome,
} from '../../../dialogs/converse.js';
import type { Reply } from '../../../dialogs/reply.js';
import type { Pressed } from '../incoming.js';
import { wholeCard, type Place } from '../outgoing.js';
import { cardInPlace } from './invokes.js';

/** What a turn comes to for a client that waits for its answer. */
export interface Answered {
  readonly response: InvokeResponse;
  /** What is said in the conversation besides. */
  readonly replies: readonly Reply[];
  /** Stands in the place of the card that was pressed, also when the conversation is opened again. */
  readonly instead?: Partial<Activity> | undefined;
}

/** A turn taken from a card. Both are functions of the view alone; a turn may be worked out more than once. */
export interface CardTurn {
  readonly talk: (view: View) => Outcome;
  readonly answer: (outcome: Outcome, view: View) => Answered;
}

/** A turn that is remembered, to find the card again that a button was on. */
export interface Earlier {
  readonly answer?: { readonly replies: readonly Reply[]; readonly mark: CardMark };
}

/**
 * A button or an input of a card. The turn is that of the same words typed. The card then becomes a line to read; one
 * that is of the past shows the present in its place; one whose button changed nothing stays as it was.
 */
export function pressTurn(said: Pressed, place: Place, earlier: readonly Earlier[]): CardTurn {
  return {
    talk: (view) => converse(view, said),
    answer: (outcome, view) => {
      const [reply] = outcome.replies;
      // What was stopped is not shown on a line either: the card comes back without it, and says why.
      if ((outcome.stale || outcome.stopped) && reply)
        return { response: cardInPlace(wholeCard(reply, outcome.mark, place)), replies: [] };
      const prompt = promptOf(view);
      const isItsCard = said.card.step === prompt.step;
      const isMenu = !isItsCard || prompt.reads.type === 'menu';
      const before =
        cardBefore(said, earlier) ??
        (isItsCard ? { reply: { ...prompt, prompt }, mark: said.card } : undefined);
      if (isMenu && before && outcome.changed.length === 0) {
        const same = wholeCard({ ...before.reply, text: '' }, before.mark, place);
        return { response: cardInPlace(same), replies: outcome.replies };
      }
      const asked = isItsCard ? prompt : undefined;
      const line = lineCard(asked, said.text, view.time, said.left);
      return {
        response: cardInPlace(line),
        replies: withoutRepeats(outcome.replies, lineOf(asked, said.text)),
        instead: {
          type: 'message',
          text: isItsCard && isMenu ? prompt.text : '',
          textFormat: 'markdown',
          attachments: [CardFactory.adaptiveCard(line)],
        },
      };
    },
  };
}

/**
 * A whole part that was filled in on its card. What could be kept is kept. While there is something to put right or to
 * add, the card itself shows it; else it becomes a line, and what comes next is a message.
 */
export function fillTurn(sent: Sent, place: Place): CardTurn {
  return {
    talk: (view) => fillIn(view, sent).outcome,
    answer: (outcome, view) => {
      const { stays } = fillIn(view, sent);
      const [reply] = outcome.replies;
      if (reply && stays)
        return { response: cardInPlace(wholeCard(reply, outcome.mark, place)), replies: [] };
      const [line] = outcome.said.split('\n\n');
      const card = savedCard(line || content.nothingNew, view.time);
      return {
        response: cardInPlace(card),
        replies: withoutRepeats(outcome.replies, line ?? ''),
        instead: { type: 'message', text: '', attachments: [CardFactory.adaptiveCard(card)] },
      };
    },
  };
}

/** A person's applications as they stand now, in place of an older list. */
export function statusInPlace(view: View, place: Place): InvokeResponse {
  const focus = { ...view.focus, dialog: 'applications', page: 'list', pending: null } as const;
  const { replies, mark } = settle({ ...view, focus }, {});
  const [reply = { text: '', buttons: [] }] = replies;
  return cardInPlace(wholeCard(reply, mark, place));
}

/** Puts something in the place of an earlier message. Worth a try and no more: the answer stands without it. */
export async function replace(
  context: TurnContext,
  id: string | undefined,
  instead: Partial<Activity>,
): Promise<void> {
  if (!id) return;
  const update = context.updateActivity({ ...instead, id });
  await Promise.race([update, wait(1500)]).catch(() => undefined);
}

/** Who added the assistant: Teams often gives no more than an id, so the name is asked for, but not waited for long. */
export async function adderOf(context: TurnContext): Promise<string | undefined> {
  const { from, channelId } = context.activity;
  if (from.name || channelId !== 'msteams') return from.name || undefined;
  const member = TeamsInfo.getMember(context, from.id).catch(() => undefined);
  return (await Promise.race([member, wait(1500)]))?.name;
}

function cardBefore(
  { text, card, left }: Pressed,
  earlier: readonly Earlier[],
): { reply: Reply; mark: CardMark } | undefined {
  // Nobody asked for it, so it is no answer to anything.
  if (left.about) return undefined;
  for (const { answer } of [...earlier].reverse()) {
    const reply = answer?.replies.find(
      (one) =>
        one.buttons.some(({ says }) => says === text) &&
        (card.step === anyStep
          ? one.anyTime
          : answer.mark.step === card.step && answer.mark.revision === card.revision),
    );
    if (answer && reply) return { reply, mark: answer.mark };
  }
  return undefined;
}

/** What the line in the place of the card says is not said once more below it. */
function withoutRepeats(replies: readonly Reply[], line: string): readonly Reply[] {
  return replies.map((reply) => {
    const others = reply.text.split('\n\n').filter((paragraph) => !repeats(line, paragraph));
    return others.length > 0 ? { ...reply, text: others.join('\n\n') } : reply;
  });
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds).unref());
}
