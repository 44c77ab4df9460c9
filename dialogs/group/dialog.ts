import { stopped } from '../alarms/content.js';
import { atTheDoor } from '../alarms/door.js';
import { converse, promptOf } from '../converse.js';
import { notUnderstood } from '../content.js';
import { noFocus, type View } from '../conversation.js';
import { noReminders } from '../nudges/reminders.js';
import { roundInFocus } from '../rounds/dialog.js';
import type { Reply } from '../reply.js';
import type { Command } from '../understanding/commands.js';
import { clean } from '../understanding/text.js';
import * as content from './content.js';

/** What may be said where others read. Everything else that is a command is about somebody's own application. */
const forEveryone = new Set<Command>(['contacts', 'universities', 'thanks']);
const aboutMe = new Set<Command>(['help', 'greeting', 'home']);

/**
 * A mention in a group. It is answered by the same conversation, on a view that knows nobody: no application, no
 * reminder and no earlier turn of anyone can come into the answer, and nothing is kept of it.
 * `chat` is the address of a chat with the assistant alone, where there is one.
 */
export function answerGroup(view: View, said: string, chat: string | undefined): Reply {
  const text = clean(said);
  const here = stranger(view);
  const alarm = atTheDoor(here, promptOf(here), text);
  if (alarm?.level === 'alarm') return reply(stopped[alarm.kind], chat);
  const command = view.mind.phrases.read(text)?.command;
  if (text === '' || (command && aboutMe.has(command))) return reply(content.help, chat);
  if (command && !forEveryone.has(command)) return reply(content.personal, chat);
  const outcome = converse(here, { text });
  const isPersonal =
    outcome.changed.length > 0 ||
    outcome.links.length > 0 ||
    outcome.focus.dialog !== 'home' ||
    outcome.erase;
  if (isPersonal) return reply(content.personal, chat);
  // An answer for everyone needs no other chat.
  return outcome.said === notUnderstood ? reply(content.notUnderstood, chat) : reply(outcome.said, undefined);
}

/** The one welcome to a group: who added the assistant, and how to use it there. */
export function greetGroup(addedBy: string | undefined, chat: string | undefined): Reply {
  return reply(content.welcome(addedBy), chat);
}

function reply(text: string, chat: string | undefined): Reply {
  return { text, buttons: chat ? [{ title: content.openChat, says: '', url: chat }] : [] };
}

function stranger(view: View): View {
  const { rounds, now, today, time } = view;
  return {
    ...view,
    person: { id: '', name: '', tenant: '', greetedAt: now },
    focus: noFocus,
    application: undefined,
    scheme: roundInFocus(rounds, null, today, time),
    mine: [],
    coordinator: false,
    reminders: noReminders,
    group: true,
  };
}
