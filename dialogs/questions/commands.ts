import type { Commands, Move, View } from '../conversation.js';
import { compare, showEntry, startAdvisor } from './dialog.js';
import * as questions from './content.js';

/** Answers by a button, the comparison of two roles, and whether an answer helped. */

export const commands = {
  'ap-or-na': (view) => compare(view),
  advise: startAdvisor,
  ask: (view, { rest }) => showEntry(view, rest.replace(/ /g, '-')),
  helpful: (view, { rest }) => feedback(view, rest.replace(/ /g, '-'), true),
  'not-helpful': (view, { rest }) => feedback(view, rest.replace(/ /g, '-'), false),
} satisfies Commands;

function feedback(view: View, id: string, helpful: boolean): Move {
  const entry = id || (view.focus.topic ?? '');
  return {
    say: () => (helpful ? questions.thanksHelpful : questions.thanksNotHelpful),
    ...(view.mind.knowledge.byId.has(entry) ? { learn: { entry, helpful } } : {}),
  };
}
