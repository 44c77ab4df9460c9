import { noFocus, type Focus, type View } from '../../dialogs/conversation.js';
import { noReminders } from '../../dialogs/nudges/reminders.js';
import type { Application } from '../../workflows/application.js';
import { at, scheme } from '../unit/workflows/nudge-applications.js';
import { calendar, mind } from './assistant.js';

/** What a turn looks at when nothing is kept but these applications. What is of interest is given in `more`. */
export function viewOf(
  day: string,
  focus: Focus,
  mine: readonly Application[],
  more: Partial<View> = {},
): View {
  const application = mine.find(({ reference }) => reference === focus.application);
  return {
    ...{ now: at(day), today: day, time: '10:00' },
    person: { id: 'u1', name: 'Sam', tenant: 't1', greetedAt: at(day) },
    ...{ coordinator: false, group: false },
    focus: focus.application && !application ? noFocus : focus,
    ...{ application, mine },
    ...{ scheme, schemeOf: () => scheme, rounds: [scheme] },
    ...{ reminders: noReminders, calendar, mind },
    ...{ newReference: () => 'AP-3333-3333', newToken: () => 'x'.repeat(32), newCode: () => 'CODE' },
    baseUrl: 'https://ap.test',
    ...more,
  };
}

/** The names that a conversation makes, one after another and never the same. */
export function names(next: () => number): Pick<View, 'newReference' | 'newToken'> {
  return { newReference: () => `AP-3333-${1000 + next()}`, newToken: () => `token-${next()}` };
}
