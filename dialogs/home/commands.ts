import type { Commands, Move, Prompt, View } from '../conversation.js';
import * as content from '../content.js';
import { joined } from '../words.js';
import { statusOf } from '../applications/status.js';
import { to } from '../current.js';

/** What can be said to the conversation itself, wherever it is. */

export const commands = {
  help: (_view, { prompt }) => ({
    say: () => (prompt.reads.type === 'menu' ? content.help : content.helpHere),
  }),
  greeting: (view, { prompt }) => greeting(view, prompt),
  thanks: () => ({ say: () => content.thanks }),
  home: () => ({ focus: to('home') }),
  save: () => ({ focus: to('home'), say: () => content.saved }),
  back: (view, { dialog, prompt }) => dialog.back?.(view, prompt) ?? { say: () => content.noBack },
  same: (view, { dialog, prompt }) => {
    const value = dialog.kept?.(view, prompt) ?? dialog.before?.(view, prompt);
    return value === undefined ? { say: () => content.noSame } : dialog.answer(view, prompt, value);
  },
  'dont-know': (view, { dialog, prompt }) =>
    (prompt.reads.type === 'menu' ? undefined : dialog.park?.(view, prompt)) ?? {
      say: () => content.cannotPark,
    },
  skip: (view, { dialog, prompt }) => {
    // What stands there already is not put aside by going past it.
    const kept = dialog.kept?.(view, prompt);
    if (kept !== undefined) return dialog.answer(view, prompt, kept);
    return (
      dialog.skip?.(view, prompt) ??
      (prompt.parkable ? (dialog.park?.(view, prompt) ?? {}) : { say: () => content.cannotSkip })
    );
  },
} satisfies Commands;

/** Where it stands first, to look at, for whoever comes back in the middle of something. */
function greeting(view: View, prompt: Prompt): Move {
  const hello = view.person.greetedAt ? content.hello : content.greeting(view);
  const { application } = view;
  if (!application || prompt.step === 'home') return { say: () => hello, again: prompt.step === 'home' };
  const { words, drawn } = statusOf(view, application);
  return { say: () => joined(hello, words), drawn, extra: [], again: true };
}
