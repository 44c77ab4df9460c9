import { ActivityTypes, TeamsInfo, TurnContext, type Activity } from 'botbuilder';
import type { Json } from '../../../data/store/store.js';
import type { Incoming, What } from '../../turn/incoming.js';
import { keyOf } from '../../turn/memory.js';
import { besides, filled, said } from '../incoming.js';
import { fillInPlace, pressInPlace, statusInPlace } from './cards-in-place.js';
import { attachedFiles, microsoft, type MayFetch } from './attached.js';
import { askedBy } from './invokes.js';
import { addsBot, chatAddress, isGroup, isSpokenTo, placeOf } from './place.js';

/** From the Bot Framework's terms into a turn's: who spoke, where, and what. */

export function messageIn(activity: Activity, mayFetch: MayFetch = microsoft): Incoming {
  const { text, card, left = {} } = said(activity);
  if (isGroup(activity)) return from(activity, { kind: 'words', said: { text }, besides: [] });
  const sent = filled(activity.value);
  const place = placeOf(activity);
  if (sent)
    return from(activity, {
      kind: 'form',
      sent,
      ...(place.living ? { inPlace: fillInPlace(sent, place) } : {}),
    });
  const files = activity.value === undefined ? attachedFiles(activity, mayFetch) : [];
  if (files.length > 0) return from(activity, { kind: 'file', files, text });
  return from(activity, {
    kind: 'words',
    said: card ? { text, card } : { text },
    besides: besides(activity, text),
    ...(card && place.living ? { inPlace: pressInPlace({ text, card, left }, place) } : {}),
  });
}

/** A card that is answered in place; with `response`, what is answered without a turn. Undefined: it is none of ours. */
export function invokeIn(activity: Activity): Incoming | { readonly response: object } | undefined {
  const asked = askedBy(activity);
  const place = placeOf(activity);
  switch (asked?.kind) {
    case 'unreadable':
      return { response: asked.response };
    case 'refresh':
      return from(activity, { kind: 'look', draw: (view) => statusInPlace(view, place) });
    case 'press':
      return from(activity, {
        kind: 'words',
        said: asked.said,
        besides: [],
        inPlace: pressInPlace(asked.said, place),
        press: keyOf(asked.said),
      });
    case 'fill': {
      const inPlace = place.living ? { inPlace: fillInPlace(asked.sent, place) } : {};
      return from(activity, { kind: 'form', sent: asked.sent, ...inPlace });
    }
    case undefined:
      return undefined;
  }
}

export function editIn(activity: Activity): Incoming | undefined {
  if (isGroup(activity) || !activity.id) return undefined;
  return from(activity, { kind: 'edit', text: said(activity).text });
}

export function reachIn(activity: Activity, isReached: boolean): Incoming {
  return from(activity, { kind: 'reach', isReached });
}

/** The moment to greet: a person once in a lifetime, a group once, and nobody because somebody else came in. */
export function arrivalIn(context: TurnContext): Incoming | undefined {
  const { activity } = context;
  if (isGroup(activity)) {
    const isInstalled = activity.type === String(ActivityTypes.InstallationUpdate);
    return isInstalled || addsBot(activity)
      ? from(activity, { kind: 'arrival', addedBy: () => adderOf(context) })
      : undefined;
  }
  // Teams tells of the app and of the person, in any order: the first one counts.
  if (activity.channelId === 'msteams') return from(activity, { kind: 'arrival', isToldAgain: true });
  const isPerson = activity.membersAdded?.some(({ id }) => id !== activity.recipient.id);
  return isPerson ? from(activity, { kind: 'arrival' }) : undefined;
}

function from(activity: Activity, what: What): Incoming {
  const group = isGroup(activity);
  return {
    id: activity.id,
    conversation: activity.conversation.id,
    person: personIdOf(activity),
    name: activity.from.name,
    tenant: tenantOf(activity),
    address: group
      ? undefined
      : ({ ...TurnContext.getConversationReference(activity), activityId: undefined } as unknown as Json),
    ...(group ? { group: { isSpokenTo: isSpokenTo(activity), chat: chatAddress(activity) } } : {}),
    waits: activity.type === String(ActivityTypes.Invoke),
    what,
  };
}

/** One person, in whatever conversation: by directory id where the channel gives one. */
export function personIdOf({ channelId, from: who }: Pick<Activity, 'channelId' | 'from'>): string {
  return channelId === 'msteams' ? `teams-${who.aadObjectId ?? who.id}` : who.id;
}

function tenantOf({ channelId, conversation, channelData }: Activity): string {
  const { tenant } = (channelData ?? {}) as { tenant?: { id?: unknown } };
  return conversation.tenantId ?? (typeof tenant?.id === 'string' ? tenant.id : channelId);
}

/** Who added the assistant: Teams often gives no more than an id, so the name is asked for, but not waited for long. */
async function adderOf(context: TurnContext): Promise<string | undefined> {
  const { from: who, channelId } = context.activity;
  if (who.name || channelId !== 'msteams') return who.name || undefined;
  const member = TeamsInfo.getMember(context, who.id).catch(() => undefined);
  return (await Promise.race([member, wait(1500)]))?.name;
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds).unref());
}
