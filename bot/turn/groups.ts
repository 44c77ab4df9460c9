import { anyStep } from '../../dialogs/converse.js';
import { answerGroup, greetGroup } from '../../dialogs/group/dialog.js';
import type { View } from '../../dialogs/conversation.js';
import { noReminders } from '../../dialogs/nudges/reminders.js';
import type { Reply } from '../../dialogs/reply.js';
import { remember } from './admission.js';
import type { House } from './house.js';
import type { Group, Turn } from './incoming.js';
import { answeredBefore, withAnswer } from './memory.js';
import { say } from './say.js';
import { viewOf } from './view.js';

/** In a group: only when spoken to, and about nobody in particular. It knows no one's application and keeps none. */

export async function takeInGroup(
  house: House,
  turn: Turn,
  { isSpokenTo, chat }: Group,
  text: string,
): Promise<void> {
  if (isSpokenTo) await inGroup(house, turn, (view) => answerGroup(view, text, chat));
}

/** Once, and not because somebody else came in. */
export async function welcomeGroup(
  house: House,
  turn: Turn,
  { chat }: Group,
  addedBy: () => Promise<string | undefined>,
): Promise<void> {
  const { conversation } = turn.memory;
  if (conversation.isWelcomed) return;
  const who = await addedBy();
  conversation.isWelcomed = true;
  await inGroup(house, turn, () => greetGroup(who, chat));
}

async function inGroup(house: House, turn: Turn, talk: (view: View) => Reply): Promise<void> {
  const { incoming, memory } = turn;
  const { conversation } = memory;
  const again = answeredBefore(conversation, incoming.id, undefined)?.answer;
  if (again && incoming.id) return say(turn, again.replies, again.mark);
  const { doc } = await remember(house, incoming);
  const replies = [talk(viewOf(house, incoming, {}, doc, [], noReminders))];
  const mark = { application: null, step: anyStep, revision: 0 };
  delete conversation.focus;
  Object.assign(conversation, withAnswer(conversation, incoming.id ?? '', doc.id, { replies, mark }));
  await house.store.commit([memory.write]);
  await say(turn, replies, mark);
}
