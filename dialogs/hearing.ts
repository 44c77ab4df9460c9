import type { Prompt, View } from './conversation.js';
import * as content from './content.js';
import { ownFact } from './questions/own-facts.js';
import { schemeFact } from './questions/scheme-facts.js';
import { applicationFor, sayValue, lastTold, openEventsOf, placesAsked, slotsOf } from './slots.js';
import type { Slot, SlotId } from './understanding/acts.js';
import type { Around } from './understanding/around.js';
import type { Ear } from './understanding/status.js';

/** What a message in this view is heard with. Pure. */
export function aroundOf(view: View, prompt: Prompt): Around {
  const { mind, today, calendar, focus } = view;
  const slots = slotsOf(view);
  const open = openSlotOf(prompt.step);
  return {
    ...{ ear: mind.ear, mind, today, calendar, prompt, slots },
    openSlot: open,
    openCheck: open?.startsWith('check:') ? open : undefined,
    asksDetail: prompt.step.startsWith('readiness:detail:') && prompt.reads.type === 'text',
    openEvents: openEventsOf(view),
    last: lastTold(view),
    places: placesOf(view),
    known: knownOf(mind.ear, prompt, slots),
    topic: focus.topic,
    ownFact: (text) => ownFact(view, text),
    ownAnswer: (slot) => content.youPut(slot.label, sayValue(view.scheme, slot)),
    ofRound: (text) => schemeFact(view.scheme, text),
    scheme: view.scheme.id,
    isPastTheDoor: true,
  };
}

/** "readiness:check:jd", "form:places", "support:0:mentor": what an answer to it is kept as. */
function openSlotOf(step: string): SlotId | undefined {
  const [dialog, kind = '', id] = step.split(':');
  switch (dialog) {
    case 'readiness':
      return id === undefined ? undefined : `check:${id}`;
    case 'eligibility':
      return `elig:${kind}`;
    case 'form':
    case 'asked':
      return `form:${kind}`;
    case 'support':
      return id !== undefined && /^\d+$/.test(kind) ? `row:${Number(kind)}:${id}` : undefined;
    default:
      return undefined;
  }
}

/** Places asked for while a decision is waited for; places funded once there is one. */
function placesOf(view: View): number | undefined {
  const application = view.application ?? applicationFor(view);
  return application?.snapshot.context.decision?.places ?? placesAsked(application, view.scheme);
}

const namesKnown = new WeakMap<readonly Slot[], ReadonlySet<string>>();

/** The words of the question that is open, and of all names: nobody says anything new by them. */
function knownOf(ear: Ear, { text, buttons }: Prompt, slots: readonly Slot[]): ReadonlySet<string> {
  let names = namesKnown.get(slots);
  if (!names) {
    names = new Set(slots.flatMap(({ names: all }) => all.flatMap((name) => name.split(' '))));
    namesKnown.set(slots, names);
  }
  const shown = [text, ...buttons.map(({ title }) => title)].join('\n');
  return new Set([...names, ...ear.wordsOf(shown)]);
}
