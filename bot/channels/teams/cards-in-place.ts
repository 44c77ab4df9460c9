import { fillIn, type Sent } from '../../../dialogs/cards/fill.js';
import { lineCard, lineOf, repeats, savedCard } from '../../../dialogs/cards/line.js';
import * as content from '../../../dialogs/cards/content.js';
import type { View } from '../../../dialogs/conversation.js';
import { anyStep, promptOf, settle, type CardMark } from '../../../dialogs/converse.js';
import type { Reply } from '../../../dialogs/reply.js';
import type { InPlace } from '../../turn/incoming.js';
import type { Earlier } from '../../turn/memory.js';
import type { Pressed } from '../incoming.js';
import { cardAttachment, wholeCard, type Place } from '../outgoing.js';
import { cardInPlace } from './invokes.js';

/**
 * A button or an input of a card. The turn is that of the same words typed. The card then becomes a line to read; one
 * that is of the past shows the present in its place; one whose button changed nothing stays as it was.
 */
export function pressInPlace(said: Pressed, place: Place): InPlace {
  return (outcome, view, earlier) => {
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
        attachments: [cardAttachment(line)],
      },
    };
  };
}

/**
 * A whole part that was filled in on its card. What could be kept is kept. While there is something to put right or to
 * add, the card itself shows it; else it becomes a line, and what comes next is a message.
 */
export function fillInPlace(sent: Sent, place: Place): InPlace {
  return (outcome, view) => {
    const { stays } = fillIn(view, sent);
    const [reply] = outcome.replies;
    if (reply && stays) return { response: cardInPlace(wholeCard(reply, outcome.mark, place)), replies: [] };
    const [line] = outcome.said.split('\n\n');
    const card = savedCard(line || content.nothingNew, view.time);
    return {
      response: cardInPlace(card),
      replies: withoutRepeats(outcome.replies, line ?? ''),
      instead: { type: 'message', text: '', attachments: [cardAttachment(card)] },
    };
  };
}

/** A person's applications as they stand now, in place of an older list. */
export function statusInPlace(view: View, place: Place): object {
  const focus = { ...view.focus, dialog: 'applications', page: 'list', pending: null } as const;
  const { replies, mark } = settle({ ...view, focus }, {});
  const [reply = { text: '', buttons: [] }] = replies;
  return cardInPlace(wholeCard(reply, mark, place));
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
