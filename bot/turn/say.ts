import type { CardMark } from '../../dialogs/converse.js';
import type { Reply } from '../../dialogs/reply.js';
import type { Turn } from './incoming.js';

/** Says what is kept. What does not leave is counted: the answer stands either way, and the next message shows it. */
export async function say({ line, ending }: Turn, replies: readonly Reply[], mark: CardMark): Promise<void> {
  const unsent = await line.say(replies, mark);
  if (unsent) ending.unsent ??= unsent;
}
