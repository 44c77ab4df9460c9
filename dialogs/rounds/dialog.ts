import {
  answersOfLeading,
  choicesIn,
  dimensions,
  fitting,
  nextDimension,
  type Dimension,
  type Told,
} from '../../workflows/audience-rules.js';
import type { Scheme } from '../../workflows/scheme.js';
import { roundStatus } from '../../workflows/window-rules.js';
import type { Dialog, Move, Option, Prompt, View } from '../conversation.js';
import { normalise } from '../understanding/text.js';
import { button } from '../words.js';
import * as eligibilityContent from '../eligibility/content.js';
import { carriedOver } from '../expression-of-interest/start.js';
import * as content from './content.js';

/**
 * Whoever begins, or asks about a round, is led to theirs: what tells the rounds apart is asked, one thing after
 * another, and nothing that was said already. The page keeps what is told, and what was wanted.
 */
export const rounds: Dialog = {
  prompt(view) {
    const { told, closed } = pageOf(view.focus.page);
    const isClosed = view.rounds.find(({ id }) => id === closed);
    const left = isClosed ? [isClosed] : fitting(view.rounds, told);
    const dimension = nextDimension(left, told);
    if (left.length > 0 && dimension) return dimensionPrompt(left, dimension);
    if (left.length > 1) return whichPrompt(alive(view, left));
    const [only] = left;
    return {
      step: 'rounds:end',
      text: only
        ? content.closed(only, windowOf(view, only), nextRound(view, only))
        : content.noneFits(view.rounds, view.today, view.time),
      reads: { type: 'menu' },
      buttons: [
        ...(only ? wayOut(view, only) : []),
        button('Start again', 'apply'),
        button('Who can I ask?', 'contacts'),
        button('Home'),
      ].slice(0, 6),
    };
  },

  answer(view, prompt, value) {
    const { wanted, told } = pageOf(view.focus.page);
    const [, kind = ''] = prompt.step.split(':');
    if (kind === 'which') {
      const chosen = view.rounds.find(({ id }) => id === value);
      return chosen ? enter(view, chosen, wanted, told) : {};
    }
    return goOn(view, wanted, { ...told, [kind]: value === none ? null : String(value) });
  },

  back(view) {
    const { wanted, told } = pageOf(view.focus.page);
    const last = dimensions.findLast((dimension) => told[dimension] !== undefined);
    if (!last) return { focus: { dialog: 'home', page: null } };
    return {
      focus: {
        page: pageFor(wanted, Object.fromEntries(Object.entries(told).filter(([key]) => key !== last))),
      },
    };
  },
};

/** What is wanted of the round, once it is found: to begin there, or what was said, to be said again. */
export type Wanted = 'begin' | (string & {});

/** To the person's own round, from what they said; asked further where it does not tell. */
export function lead(view: View, wanted: Wanted, said: string): Move {
  return goOn(view, wanted, heard(view.rounds, said));
}

/** Is it plain which round is meant, without asking? Where an application is in focus, it is that one's. */
export function isPlain({ application, rounds: all, focus }: View): boolean {
  return application !== undefined || all.length === 1 || Boolean(focus.round);
}

function goOn(view: View, wanted: Wanted, told: Told): Move {
  const left = fitting(view.rounds, told);
  const dimension = nextDimension(left, told);
  const [only] = dimension ? [] : alive(view, left);
  const isOne = !dimension && alive(view, left).length === 1;
  if (isOne && only) return enter(view, only, wanted, told);
  return { focus: { dialog: 'rounds', application: null, page: pageFor(wanted, told), pending: null } };
}

/** Into a round that takes forms, or will; a closed one is told before anything is asked. */
function enter(view: View, scheme: Scheme, wanted: Wanted, told: Told): Move {
  const status = windowOf(view, scheme);
  if (wanted !== 'begin')
    return {
      focus: { dialog: 'home', round: scheme.id, page: null, pending: null },
      say: () => content.nowAbout(scheme),
      alone: true,
      buttons: [button('Tell me now', wanted), button('Start an application', 'apply'), button('Home')],
    };
  if (status.kind === 'closed')
    return {
      focus: {
        ...{ dialog: 'rounds', application: null, round: scheme.id, pending: null },
        page: pageFor(wanted, told, scheme.id),
      },
      say: () => content.closed(scheme, status, nextRound(view, scheme)),
      alone: true,
      buttons: [...wayOut(view, scheme), button('Who can I ask?', 'contacts'), button('Home')].slice(0, 6),
    };
  const carried = carriedOver(view, scheme, null);
  return {
    begin: { round: scheme.id },
    // What was said just now comes after, since it is newer than what an earlier application told.
    events: [
      ...carried.events,
      ...answersOfLeading(scheme, told).map((one) => ({ type: 'eligibility.answered', ...one }) as const),
    ],
    focus: { dialog: 'eligibility', round: scheme.id, page: null, pending: null },
    say: () =>
      [
        view.rounds.length > 1 ? content.beganIn(scheme) : '',
        status.kind === 'not-yet' ? content.closed(scheme, status, undefined) : '',
        eligibilityContent.opened(carried.from),
      ]
        .filter(Boolean)
        .join('\n\n'),
  };
}

/** Straight into the only round there is. */
export function enterOnly(view: View, scheme: Scheme): Move {
  return enter(view, scheme, 'begin', {});
}

/** What can be done where a round takes no form: a reminder of the next opening. */
function wayOut(view: View, scheme: Scheme) {
  const status = windowOf(view, scheme);
  const next = status.kind === 'not-yet' ? scheme : nextRound(view, scheme);
  return next?.opens
    ? [button('Remind me when it opens', `remind me on ${next.opens.on} to apply: ${next.name}`)]
    : [];
}

/** The round for the same people that opens next. */
export function nextRound(view: View, scheme: Scheme): Scheme | undefined {
  return fitting(view.rounds, ownTold(scheme))
    .filter((one) => one.id !== scheme.id && windowOf(view, one).kind === 'not-yet')
    .sort((a, b) => (a.opens?.on ?? '').localeCompare(b.opens?.on ?? ''))[0];
}

/** A round for the same people that takes forms, or will. */
export function openFor(view: View, scheme: Scheme): Scheme | undefined {
  const others = fitting(view.rounds, ownTold(scheme)).filter(({ id }) => id !== scheme.id);
  return others.find((one) => windowOf(view, one).kind === 'open') ?? nextRound(view, scheme);
}

/** Somebody who is in the middle of this round's audience. */
function ownTold({ audience }: Scheme): Told {
  return Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const [first] = audience[dimension];
      return first ? [[dimension, first.value]] : [];
    }),
  );
}

export function windowOf({ today, time }: Pick<View, 'today' | 'time'>, scheme: Scheme) {
  return roundStatus(scheme, today, time);
}

/** The open ones where there are any, else those that will open, else all. */
function alive(view: View, left: readonly Scheme[]): readonly Scheme[] {
  for (const kind of ['open', 'not-yet'] as const) {
    const some = left.filter((one) => windowOf(view, one).kind === kind);
    if (some.length > 0) return some;
  }
  // Several that are over: the last to close speaks for them.
  return [...left].sort((a, b) => (b.closes?.on ?? '').localeCompare(a.closes?.on ?? '')).slice(0, 1);
}

/** The round in which things are said while no application is in focus: the chosen one, else one that is open. */
export function roundInFocus(
  all: readonly Scheme[],
  round: string | null | undefined,
  today: string,
  time: string,
): Scheme {
  const chosen = all.find(({ id }) => id === round);
  const open = all.find((one) => roundStatus(one, today, time).kind === 'open');
  const found = chosen ?? open ?? all[0];
  if (!found) throw new Error('There is no round at all');
  return found;
}

const none = 'none-of-these';

function dimensionPrompt(left: readonly Scheme[], dimension: Dimension): Prompt {
  const choices = choicesIn(left, dimension);
  const options: Option[] = [
    ...choices.map(({ value, label, also }) => ({ value, label, also: [...also] })),
    {
      value: none,
      label: content.noneLabel[dimension],
      also: ['somewhere else', 'none of these', 'none', 'another', 'other', 'elsewhere', 'something else'],
    },
  ];
  return {
    step: `rounds:${dimension}`,
    text: `${content.lead}\n\n**${content.ask[dimension]}**`,
    reads: { type: 'choice', options },
    label: content.label[dimension],
    buttons: options.length <= 5 ? options.map(({ label }) => button(label)) : [],
  };
}

function whichPrompt(left: readonly Scheme[]): Prompt {
  const options = left.map(({ id, name }) => ({ value: id, label: name, also: [] }));
  return {
    step: 'rounds:which',
    text: `${content.which}\n\n${left.map(({ name, audience }) => `- **${name}**: ${audience.summary}`).join('\n')}`,
    reads: { type: 'choice', options },
    label: content.whichLabel,
    buttons: options.length <= 5 ? options.map(({ label }) => button(label)) : [],
  };
}

/** What a text says of where somebody is, what kind and for which role, in the rounds' own words. */
export function heard(all: readonly Scheme[], said: string): Told {
  const text = ` ${normalise(said)} `;
  return Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const named = choicesIn(all, dimension).map(({ value, label, also }) => ({
        value,
        length: Math.max(
          0,
          ...[label, ...also]
            .map(normalise)
            .filter((way) => way.length > 1 && text.includes(` ${way} `))
            .map(({ length }) => length),
        ),
      }));
      const longest = Math.max(0, ...named.map(({ length }) => length));
      const found = longest > 0 ? named.filter(({ length }) => length === longest) : [];
      return found.length === 1 && found[0] ? [[dimension, found[0].value]] : [];
    }),
  );
}

function pageFor(wanted: Wanted, told: Told, closed?: string): string {
  return JSON.stringify({ wanted, told, closed });
}

interface Page {
  readonly wanted: Wanted;
  readonly told: Told;
  /** The round that was found, and takes no form. */
  readonly closed?: string | undefined;
}

function pageOf(page: string | null): Page {
  try {
    return JSON.parse(page ?? '') as Page;
  } catch {
    return { wanted: 'begin', told: {} };
  }
}
