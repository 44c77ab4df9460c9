import { advance, goesWith, is, stateOf, type Application } from '../../workflows/application.js';
import type { ApplicationEvent } from '../../workflows/application-events.js';
import { canBeTakenBack, turnsOf, type Turn } from '../../workflows/history.js';
import { dialogOf, versionsOf } from '../applications/rules.js';
import type { Commands, Focus, Move, View } from '../conversation.js';
import { stepOf, asks } from '../place.js';
import type { Button } from '../reply.js';
import { nameOf } from '../sharing/content.js';
import { normalise } from '../understanding/text.js';
import { button } from '../words.js';
import * as content from './content.js';

/**
 * Everything that a message recorded is taken back, and what is put back is exactly what was there. `last` is the last
 * of the person's own messages that recorded something, in whichever application; the others name what is meant.
 */
export type About =
  'last' | 'decision' | 'sent' | 'declaration' | 'recruited' | 'returned' | 'started' | 'withdrawal';

/** A turn of an application, as a button names it. */
export interface Named {
  readonly reference: string;
  readonly turn: number;
  /** Out of several, with whose they are. */
  readonly chosen?: true;
}

/** `sure`: the person has said yes to the question that goes before it. */
export function undo(view: View, about: About | Named = 'last', sure = false): Move {
  if (typeof about !== 'string') return undoNamed(view, about, sure);
  return about === 'last' ? undoLast(view) : undoAbout(view, about);
}

/** "Redo", "no, keep it": what was taken back last is put back. */
export function redo(view: View): Move {
  const found = latest(
    view,
    (turn, turns) => turn.stands && isUndoing(turn.events) && !isRedoing(turn, turns),
  );
  if (!found) return { say: () => content.nothingToRedo };
  return takeBack(view, found.application, [found.turn.id], content.putBack);
}

/** What a command says that it is about: "the decision", or what a button names: an application and a turn. */
export function aboutIn(rest: string): About | Named {
  const [, reference, turn, chosen] =
    /^(ap [a-z0-9]{4}(?: [a-z0-9]{4})?) (\d{1,5})( chosen)?$/.exec(normalise(rest)) ?? [];
  if (reference)
    return {
      reference: reference.replace(/ /g, '-').toUpperCase(),
      turn: Number(turn),
      ...(chosen ? { chosen: true } : {}),
    };
  return abouts.find(({ words }) => words.test(normalise(rest)))?.about ?? 'last';
}

const abouts: readonly { readonly about: About; readonly words: RegExp }[] = [
  { about: 'withdrawal', words: /\bwithdr\w+/ },
  { about: 'decision', words: /\b(?:decision|award|funded|funding)\b/ },
  { about: 'declaration', words: /\b(?:declaration|accept\w*|declar\w+)\b/ },
  { about: 'returned', words: /\b(?:return\w*|confirmation)\b/ },
  { about: 'started', words: /\b(?:start\w*|programme)\b/ },
  { about: 'recruited', words: /\b(?:recruit\w*|trainees)\b/ },
  { about: 'sent', words: /\b(?:sent|send\w*)\b/ },
];

/** The button under a reply to something of weight. It goes on working, as the word does, as long as it can be undone. */
export function undoButton(
  before: Application | undefined,
  after: Application | undefined,
): Button | undefined {
  const last = after && turnsOf(after.history).at(-1);
  if (!after || !last || last.id < (before?.history.length ?? 0) || !isOfWeight(before, last))
    return undefined;
  const taken = turnsOf(after.history).find(({ id }) => undoneBy(last).includes(id));
  // What was put back can be undone again by its own name.
  const [again] = taken ? undoneBy(taken) : [last.id];
  return again === undefined
    ? { ...button(content.redoTitle, `undo ${after.reference} ${last.id}`), anyTime: true }
    : { ...button(content.undoTitle, `undo ${after.reference} ${again}`), anyTime: true };
}

/** Of weight is what leaves the building, ends something, or changes what is asked. */
function isOfWeight(before: Application | undefined, { events }: Turn): boolean {
  const isInForm = before !== undefined && stateOf(before.snapshot.value) !== 'preparing';
  return events.some(({ type }) => weighty.has(type) || (isInForm && type === 'eligibility.answered'));
}

const weighty: ReadonlySet<ApplicationEvent['type']> = new Set([
  ...(['declaration.accepted', 'eoi.sent', 'university.changed', 'decision.received'] as const),
  ...(['decision.corrected', 'recruitment.finished', 'support.returned', 'support.reopened'] as const),
  ...(['programme.started', 'application.withdrawn', 'scheme.moved', 'turn.undone'] as const),
]);

interface Found {
  readonly application: Application;
  readonly turn: Turn;
}

function undoLast(view: View): Move {
  const own = latest(view, (turn) => recorded(turn) && turn.by === view.person.id);
  // What somebody else did since, in the application that this is about.
  const others = latest(
    { ...view, mine: view.mine.filter((one) => one === (own?.application ?? view.application)) },
    (turn) => recorded(turn) && turn.by !== view.person.id && turn.id > (own?.turn.id ?? -1),
  );
  if (own && !canBeTakenBack(own.turn)) return { say: (after) => content.aboutPeople(after, own) };
  const theirs = others && canBeTakenBack(others.turn) ? others : undefined;
  if (!own) return theirs ? undoNamed(view, nameOfTurn(theirs), false) : { say: () => content.nothing };
  if (!theirs) return undoNamed(view, nameOfTurn(own), false);
  const option = (found: Found, label: string) => ({
    value: `${saysOf(nameOfTurn(found))} chosen`,
    label,
    also: [],
  });
  const options = [
    option(own, content.mine(sayOf(view, own))),
    option(theirs, content.theirs(who(view, theirs), sayOf(view, theirs))),
  ];
  return {
    focus: {
      application: own.application.reference,
      pending: { kind: 'choose', command: 'undo', options, ask: content.whose(who(view, theirs)) },
    },
  };
}

function undoAbout(view: View, about: Exclude<About, 'last'>): Move {
  const isIt = (turn: Turn) => turn.stands && turn.events.some(({ type }) => types[about].includes(type));
  const { application: open } = view;
  const found = (open && latest({ ...view, mine: [open] }, isIt)) ?? latest(view, isIt);
  if (!found) return { say: () => content.noSuch(about) };
  const { application, turn } = found;
  // A decision that was put down wrongly can be put right without losing the trainees that were put down since.
  if (about === 'decision' && goesWith(application, turn.id, versionsOf(view, application)).length > 1)
    return {
      focus: { application: application.reference, dialog: 'decision', page: null, pending: null },
      events: [{ type: 'decision.corrected' }],
      say: () => content.decisionCorrected,
    };
  return undoNamed(view, nameOfTurn(found), false);
}

const types: Readonly<Record<Exclude<About, 'last'>, readonly ApplicationEvent['type'][]>> = {
  decision: ['decision.received'],
  sent: ['eoi.sent'],
  declaration: ['declaration.accepted'],
  recruited: ['recruitment.finished'],
  returned: ['support.returned'],
  started: ['programme.started'],
  withdrawal: ['application.withdrawn'],
};

function undoNamed(view: View, { reference, turn: id, chosen }: Named, sure: boolean): Move {
  const application = view.mine.find((one) => one.reference === reference);
  const turn = application && turnsOf(application.history).find((one) => one.id === id);
  if (!application || !turn) return { say: () => content.notYours };
  const found = { application, turn };
  if (!turn.stands) return { say: () => content.already(sayOf(view, found)) };
  if (!canBeTakenBack(turn)) return { say: (after) => content.aboutPeople(after, found) };
  if (isUndoing(turn.events)) return takeBack(view, application, [id], content.putBack);
  const gone = goesWith(application, id, versionsOf(view, application));
  const further = turnsOf(application.history).filter((one) => one.id !== id && gone.includes(one.id));
  const isOthers = !chosen && turn.by !== view.person.id;
  if (!sure && (further.length > 0 || isOthers)) {
    const what = sayOf(view, found);
    const also = further.map((one) => sayOf(view, { application, turn: one }));
    const ask = content.sure(what, isOthers ? who(view, found) : undefined, also);
    return {
      focus: {
        application: reference,
        pending: { kind: 'command', command: 'undo', rest: saysOf({ reference, turn: id }), ask },
      },
    };
  }
  return takeBack(view, application, gone, content.undone);
}

function takeBack(
  view: View,
  application: Application,
  turns: readonly number[],
  word: (what: string) => string,
): Move {
  const events: readonly ApplicationEvent[] = [{ type: 'turn.undone', turns }];
  const taken = turnsOf(application.history).filter(({ id }) => turns.includes(id));
  const what = content.sayAll(taken.map((turn) => sayOf(view, { application, turn })));
  const entry = { at: view.now, by: view.person.id };
  const done = advance(view.schemeOf(application), application, events, entry, versionsOf(view, application));
  if (!done.ok)
    return { focus: { application: application.reference, pending: null }, say: () => content.cannot(what) };
  const happened = isUndoing(taken[0]?.events ?? []) ? [] : taken.flatMap((turn) => turn.events);
  return {
    events,
    focus: { ...placeAfter(done.application, happened), application: application.reference },
    say: (after) =>
      [
        word(what),
        content.standsAt(application, done.application, view.schemeOf(application)),
        ...content.outside(after, application, happened),
      ]
        .filter(Boolean)
        .join(' '),
  };
}

/** Where it goes on: at the question whose answer is gone, where there is one. */
function placeAfter(after: Application, events: readonly ApplicationEvent[]): Partial<Focus> {
  const step = events.map(stepOf).findLast((one) => one !== undefined);
  const isCheck = step?.startsWith('readiness:') === true && is(after, 'isUnsent');
  const dialog = isCheck ? 'readiness' : dialogOf(after);
  return { dialog, page: null, pending: null, ...(step ? asks(step) : { at: null }) };
}

/** The newest turn of its kind in the person's applications; of the same instant, in the one that is open. */
function latest(
  { mine, application }: View,
  isIt: (turn: Turn, turns: readonly Turn[]) => boolean,
): Found | undefined {
  const open = mine.filter((one) => one.reference === application?.reference);
  return [...open, ...mine.filter((one) => !open.includes(one))]
    .flatMap((one): Found[] => {
      const turns = turnsOf(one.history);
      const turn = turns.findLast((each) => isIt(each, turns));
      return turn ? [{ application: one, turn }] : [];
    })
    .reduce<Found | undefined>((best, one) => (best && best.turn.at >= one.turn.at ? best : one), undefined);
}

/** Does it stand, and is there more in it than a look at a question? */
function recorded({ stands, events }: Turn): boolean {
  return stands && !isUndoing(events) && events.some((event) => !onlyLooks(event));
}

function onlyLooks(event: ApplicationEvent): boolean {
  if (event.type === 'support.row') return event.event.type === 'form.asked';
  return /^(?:readiness\.(?:started|asked)|(?:form|eligibility)\.asked)$/.test(event.type);
}

/** The turns that a turn takes back. */
function undoneBy({ events }: Pick<Turn, 'events'>): readonly number[] {
  return events.flatMap((event) => (event.type === 'turn.undone' ? event.turns : []));
}

/** Does it take back an undoing, and so put something back? */
function isRedoing(turn: Turn, turns: readonly Turn[]): boolean {
  return turns.some(({ id, events }) => undoneBy(turn).includes(id) && isUndoing(events));
}

function isUndoing(events: readonly ApplicationEvent[]): boolean {
  return events.some(({ type }) => type === 'turn.undone');
}

function nameOfTurn({ application, turn }: Found): Named {
  return { reference: application.reference, turn: turn.id };
}

function saysOf({ reference, turn }: Named): string {
  return `${reference} ${turn}`;
}

function sayOf(view: View, { application, turn }: Found): string {
  return content.sayTurn(view, application, turn);
}

function who(view: View, { application, turn }: Found): string {
  const told = turn.events.find(({ type }) => type === 'colleague.answered');
  const name = told?.type === 'colleague.answered' ? told.name : undefined;
  return name ?? nameOf(view, application, turn.by);
}

export const commands = {
  undo: (view, { rest, confirmed }) => undo(view, aboutIn(rest), confirmed),
  redo,
} satisfies Commands;
