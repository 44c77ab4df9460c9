import type { Entry } from '../../data/knowledge/entry.js';
import { obey } from '../list.js';
import type { Dialog, Move, Prompt, Question, View } from '../conversation.js';
import type { Command } from '../understanding/commands.js';
import { isQuestion, type Heard } from '../understanding/hear.js';
import { button } from '../words.js';
import * as content from './content.js';
import { sayGenerated, showEntry } from './dialog.js';
import type { Grounded } from './guard.js';

/**
 * What is to be done about a question. By default this is worked out here: `understand`, then `hear`. Where a language
 * model is configured, teams-ai's action planner may make the plan instead, out of the same actions. It phrases and
 * shows the way; whatever decides, changes or sends something stays a button for the person to press.
 */
export type Plan =
  | ({ readonly kind: 'say' } & Grounded)
  /** Say an entry as it stands. */
  | { readonly kind: 'show'; readonly entry: Entry }
  | { readonly kind: 'go'; readonly command: Route };

/** Where a planner may lead: what it is told of each, and the button for it. */
export const routes = {
  help: { about: 'what the assistant can do', title: 'Help', says: 'help' },
  status: {
    about: 'the person’s applications and where each stands',
    title: 'My applications',
    says: 'status',
  },
  continue: { about: 'carry on with what was begun', title: 'Carry on', says: 'continue' },
  'ready-check': { about: 'go through the readiness checks', title: 'Ready check', says: 'ready check' },
  eligibility: {
    about: 'check whether the person’s service can apply',
    title: 'Check eligibility',
    says: 'check eligibility',
  },
  apply: { about: 'fill in the form', title: 'Apply', says: 'apply' },
  universities: { about: 'the universities to choose from', title: 'Universities', says: 'universities' },
  plan: { about: 'the person’s own dates, step by step', title: 'My plan', says: 'plan' },
  documents: { about: 'the documents of the person’s application', title: 'Documents', says: 'documents' },
  reminders: { about: 'the person’s reminders', title: 'Reminders', says: 'reminders' },
  contacts: { about: 'a person to ask', title: 'Who can I ask', says: 'who can I ask' },
  privacy: { about: 'what is held about the person', title: 'My data', says: 'what do you hold about me' },
  'ap-or-na': {
    about: 'AP and nursing associate side by side',
    title: 'Compare the roles',
    says: 'AP or nursing associate',
  },
  advise: {
    about: 'four questions that help to choose between AP and nursing associate',
    title: 'Help me choose',
    says: 'help me choose',
  },
} as const satisfies Partial<Record<Command, { about: string; title: string; says: string }>>;

export type Route = keyof typeof routes;

/** How many entries a planner gets to see. */
const shown = 6;

/**
 * The question to ask the configured model, if this is one for it. Never what is or may be an answer to what is open,
 * a command, a safety matter, or anything said in a group. What is known word for word needs no model.
 */
export function questionFor(view: View, prompt: Prompt, text: string, heard: Heard): Question | undefined {
  if (!view.model || view.group || !forModel(heard)) return undefined;
  if (prompt.reads.type !== 'menu' && (heard.acts[0]?.kind === 'unclear' || !isQuestion(text)))
    return undefined;
  const { knowledge } = view.mind;
  return { text, entries: knowledge.nearest(text, shown, knowledge.byId.get(view.focus.topic ?? '')) };
}

function forModel({ acts, outcome }: Heard): boolean {
  const [act, more] = acts;
  if (!act || more || outcome === 'show') return false;
  if (act.kind !== 'questions') return ['near', 'outside', 'unclear'].includes(act.kind);
  const [first, second] = act.found;
  return first !== undefined && !second && first.score < 1;
}

/** Does what a planner came to. */
export function follow(view: View, dialog: Dialog, prompt: Prompt, plan: Plan): Move {
  if (plan.kind === 'say') return sayGenerated(plan);
  if (plan.kind === 'show') return showEntry(view, plan.entry.id);
  const { says, title } = routes[plan.command];
  const move = obey(view, dialog, prompt, { command: plan.command, rest: '', exact: true, said: says });
  if (prompt.reads.type === 'menu' && onlyShows(move)) return move;
  return { say: () => content.offerRoute, extra: [button(title, says), button('Carry on', 'continue')] };
}

/** A model may show something. To begin, change, make or look up anything, the person presses. */
function onlyShows(move: Move): boolean {
  const does = Object.entries(move).filter(([name, value]) => !shows.has(name) && value !== undefined);
  return does.length === 0 && !move.focus?.pending;
}

const shows: ReadonlySet<string> = new Set<keyof Move>(['say', 'focus', 'alone', 'buttons', 'extra']);
