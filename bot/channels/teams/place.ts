import type { Activity, Mention } from 'botbuilder';
import type { Place } from '../outgoing.js';

/** Where a turn takes place, and what that place can do. */

type Where = Pick<Activity, 'channelId' | 'conversation' | 'from'>;

/** More than one person reads here: a group chat or a channel. */
export function isGroup({ conversation }: Pick<Activity, 'conversation'>): boolean {
  return conversation.isGroup === true || ['groupChat', 'channel'].includes(conversation.conversationType);
}

/** Cards that are answered in place, dialogs and refreshing are Teams' own, and only for one person's chat. */
export function placeOf(activity: Where): Place {
  const draws = ['msteams', 'webchat', 'directline', 'emulator'].includes(activity.channelId);
  const isLiving = activity.channelId === 'msteams' && !isGroup(activity);
  const uploads = activity.channelId === 'webchat';
  return {
    ...(isLiving ? { living: activity.from.id } : {}),
    ...(draws ? { draws } : {}),
    ...(uploads ? { uploads } : {}),
  };
}

/** Channels that show that somebody is typing. */
export function showsTyping({ channelId }: Pick<Activity, 'channelId'>): boolean {
  return ['msteams', 'webchat', 'directline', 'emulator'].includes(channelId);
}

/** Was the assistant spoken to? In a group only when it is mentioned, or when its own card was pressed. */
export function isSpokenTo(activity: Activity): boolean {
  if (!isGroup(activity)) return true;
  const { entities = [], recipient } = activity;
  const value: unknown = activity.value;
  const isOurCard = typeof value === 'object' && value !== null && 'ap' in value;
  return (
    isOurCard ||
    entities.some((entity) => entity.type === 'mention' && (entity as Mention).mentioned?.id === recipient.id)
  );
}

/** The address of a chat with the assistant alone; undefined where there is none. */
export function chatAddress({
  channelId,
  recipient,
}: Pick<Activity, 'channelId' | 'recipient'>): string | undefined {
  if (channelId !== 'msteams') return undefined;
  const id = recipient.id.startsWith('28:') ? recipient.id : `28:${recipient.id}`;
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(id).replace('%3A', ':')}`;
}

/** Was the assistant itself added, in this update of a conversation? */
export function addsBot({ membersAdded = [], recipient }: Activity): boolean {
  return membersAdded.some(({ id }) => id === recipient.id);
}
