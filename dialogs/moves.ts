import type { ApplicationEvent } from '../workflows/application.machine.js';
import { is } from '../workflows/application.js';
import { findings } from '../workflows/eligibility-rules.js';
import type { CheckStatus } from '../workflows/readiness-rules.js';
import type { Answer } from '../workflows/scheme.js';
import { stop } from './alarms/door.js';
import { obey } from './list.js';
import * as content from './content.js';
import type { Dialog, Move, Prompt, View } from './conversation.js';
import { decide } from './decision/dialog.js';
import * as eligibilityContent from './eligibility/content.js';
import * as formContent from './expression-of-interest/content.js';
import { changeAnswer, droppedSince } from './expression-of-interest/dialog.js';
import * as readinessContent from './readiness/content.js';
import { detail } from './readiness/dialog.js';
import { answerQuestions, offerNear, sayGenerated, sayOfRound, sayOutside } from './questions/dialog.js';
import { recruitedNow } from './support-confirmation/dialog.js';
import { applicationFor, questionIn } from './slots.js';
import type { Act, EventName, Slot, SlotId } from './understanding/acts.js';
import { joined, sayAnswer } from './words.js';
import type { Reading } from './understanding/answers.js';
import type { Commanded } from './understanding/commands.js';
import { asks } from './place.js';

/** What is needed to carry acts out. */
export interface Carrying {
  readonly view: View;
  readonly dialog: Dialog;
  readonly prompt: Prompt;
  readonly slots: readonly Slot[];
  /** What an answer to what is open is kept as. */
  readonly openSlot: SlotId | undefined;
  readonly take: (reading: Reading) => Move;
  readonly undo: (about: SlotId | null) => Move;
  readonly obey: (command: Commanded) => Move;
}

/** Carries out what was heard, in order. Nothing here looks at words. */
export function carryOut(acts: readonly Act[], on: Carrying): Move {
  const [only, more] = acts;
  // What answers the question that this conversation showed: somebody may have been quicker.
  if (only?.kind === 'tell' && !more && isPlainAnswer(only, on))
    return on.take({ kind: 'value', value: only.value });
  const told = acts.filter((act) => act.kind === 'tell');
  const others = acts.filter((act) => act.kind !== 'tell');
  const moves = [
    ...(told.length > 0 ? [tellAll(told, on)] : []),
    ...others.map((act) => carryOutOne(act, on)),
  ];
  return moves.slice(1).reduce(both, moves[0] ?? {});
}

function isPlainAnswer({ slot, who, by }: Tell, { openSlot, prompt }: Carrying): boolean {
  const isDetail = prompt.step.startsWith('readiness:detail:');
  return (
    slot === openSlot && !isDetail && who === undefined && by === undefined && prompt.reads.type !== 'menu'
  );
}

/** One move after another, as one: what each says is said in their order. */
function both(first: Move, second: Move): Move {
  const say = [first.say, second.say].filter((one) => one !== undefined);
  return {
    ...first,
    ...second,
    events: [...(first.events ?? []), ...(second.events ?? [])],
    focus: { ...first.focus, ...second.focus },
    ...(say.length > 0
      ? {
          say: (after) =>
            say
              .map((one) => one(after))
              .filter(Boolean)
              .join('\n\n'),
        }
      : {}),
  };
}

function carryOutOne(act: Exclude<Act, { kind: 'tell' }>, on: Carrying): Move {
  const { view, prompt } = on;
  switch (act.kind) {
    case 'alarm':
      return stop({ level: 'alarm', kind: act.alarm, because: '' });
    case 'answer':
      return on.take(act.reading);
    case 'detail':
      return detail(view, prompt, act);
    case 'command':
      return on.obey(act.command);
    case 'decided':
      return decide(withApplication(view, 'decision'), act.result, act.places);
    case 'happened':
      return happened(act, on);
    case 'not-yet':
      return notYet(act, on);
    case 'take-back':
      return on.undo(act.about);
    case 'taken-back':
      return { say: () => content.takenBack };
    case 'change':
      return change(act.slot, on);
    case 'own-fact':
      return { asked: 'answered', focus: { topic: null }, say: () => act.say };
    case 'of-round':
      return sayOfRound(act.fact);
    case 'nod':
      return { say: () => (act.yes ? content.allRight : content.asYouWere) };
    case 'help-here':
      return { say: () => content.helpHere };
    case 'questions':
      return answerQuestions(act.found);
    case 'near':
      return offerNear(act.entries, act.text);
    case 'outside':
      return sayOutside(act.text);
    case 'phrased':
      return sayGenerated(act);
    case 'unclear':
      return {
        say: () =>
          (act.reading.kind === 'none' || act.reading.kind === 'again') && prompt.reads.type !== 'menu'
            ? act.reading.say
            : content.notUnderstood,
      };
  }
}

type Tell = Extract<Act, { kind: 'tell' }>;

/** Several answers at once are one message in the history: they are taken back together. */
function tellAll(tells: readonly Tell[], on: Carrying): Move {
  const { view, slots } = on;
  const locked = tells.map(({ slot }) => slots.find(({ id }) => id === slot)).find((slot) => slot?.locked);
  if (locked)
    return elsewhere(locked, on) ?? { say: () => content.locked(locked.label, locked.locked ?? 'sent') };
  const checks = tells.filter(({ slot }) => slot.startsWith('check:'));
  const rest = tells.filter(({ slot }) => !slot.startsWith('check:'));
  const isNew = view.application === undefined;
  const inForm = rest.some(({ slot }) => slot.startsWith('form:'));
  const events: ApplicationEvent[] = [
    ...tellChecks(checks, on),
    ...rest.flatMap((tell): ApplicationEvent[] => eventOf(tell)),
  ];
  const isReadiness = checks.length > 0 && (isNew || view.focus.dialog === 'readiness');
  return {
    ...(isNew ? { begin: { round: view.scheme.id } } : {}),
    events,
    focus: {
      pending: null,
      page: null,
      ...(isReadiness ? { dialog: 'readiness' } : isNew ? { dialog: 'eligibility' } : {}),
    },
    say: (after) => {
      const said = [...sayChecks(checks, after), ...rest.map((tell) => sayTold(tell, after))].filter(Boolean);
      return joined(
        said.length > 1 ? said.map((line) => `- ${line}`).join('\n') : said.join(''),
        inForm ? droppedSince(view.application, after) : '',
      );
    },
  };
}

/** A form that was sent can still go to another university: that has a way of its own. */
function elsewhere({ reads }: Slot, { view, dialog, prompt }: Carrying): Move | undefined {
  if (reads?.type !== 'university') return undefined;
  return obey(view, dialog, prompt, {
    command: 'universities',
    rest: '',
    exact: true,
    said: 'change university',
  });
}

function eventOf({ slot, value }: Tell): ApplicationEvent[] {
  const [kind, one = '', id = ''] = slot.split(':');
  switch (kind) {
    case 'elig':
      return [{ type: 'eligibility.answered', question: one, value: String(value) }];
    case 'form':
      return [{ type: 'form.answered', question: one, value }];
    case 'row':
      return [
        { type: 'support.row', row: Number(one), event: { type: 'form.answered', question: id, value } },
      ];
    default:
      return [];
  }
}

/** Of several, or of one that is told from elsewhere, nobody is asked at once who confirmed it. */
function tellChecks(tells: readonly Tell[], { view, prompt }: Carrying): ApplicationEvent[] {
  const on = view.today;
  const isNew = view.application === undefined;
  const essential = view.scheme.readiness.checks.filter((check) => check.essential).map(({ id }) => id);
  const opening: ApplicationEvent[] =
    isNew && tells.length > 0 ? [{ type: 'readiness.started', checks: essential, on }] : [];
  const isAlone = tells.length === 1 && (isNew || view.focus.dialog === 'readiness');
  return tells.reduce<ApplicationEvent[]>((events, { slot, value, who, by }) => {
    const check = slot.slice('check:'.length);
    const isDetailed = prompt.step === `readiness:detail:${check}`;
    const status = value as CheckStatus;
    const hasDetail = status === 'done' || status === 'in-progress';
    const closes = hasDetail && (who !== undefined || by !== undefined || (!isAlone && !isDetailed));
    return [
      ...events,
      { type: 'readiness.answered', check, status, on },
      ...(closes
        ? [{ type: 'readiness.detailed' as const, ...(who ? { who } : {}), ...(by ? { by } : {}), on }]
        : []),
    ];
  }, opening);
}

/** Many checks that are told alike are one line. */
function sayChecks(tells: readonly Tell[], after: View): string[] {
  const [first] = tells;
  const isAlike = ({ value, who, by }: Tell): boolean =>
    value === first?.value && who === first.who && by === first.by;
  if (!first || tells.length < 3 || !tells.every(isAlike)) return tells.map((tell) => sayTold(tell, after));
  const { checks } = after.scheme.readiness;
  const told = checks.filter(({ id }) => tells.some(({ slot }) => slot === `check:${id}`));
  const isEach = checks.every((check) => check.essential === told.includes(check));
  const answers = after.application?.snapshot.context.readiness.context.answers ?? {};
  return [readinessContent.keptAll(told, isEach, answers[told[0]?.id ?? ''])];
}

/** What was put down, in a line: the label and the value as they are kept. */
export function sayTold({ slot, value }: Tell, after: View): string {
  const [kind, id = ''] = slot.split(':');
  if (kind === 'check') {
    const check = after.scheme.readiness.checks.find((one) => one.id === id);
    const answer = after.application?.snapshot.context.readiness.context.answers[id];
    return check ? readinessContent.kept(check, answer) : '';
  }
  if (kind === 'elig') {
    const answers = {
      ...(after.application?.snapshot.context.eligibility.context.answers ?? {}),
      [id]: value,
    };
    const found = findings(after.scheme.eligibility.questions, answers).find(
      ({ question }) => question.id === id,
    );
    return found ? eligibilityContent.kept(found) : '';
  }
  const question = questionIn(after.scheme, slot);
  return question ? formContent.kept(after.scheme, question, value) : '';
}

/** What would be put down, in a few words: "Board support: done". */
export function sayAct(act: Act, { view, slots, openSlot }: Carrying): string {
  switch (act.kind) {
    case 'tell': {
      const slot = slots.find(({ id }) => id === act.slot);
      return `${slot?.label ?? ''}: **${sayValue(act.slot, slot, act.value, String, view)}**`;
    }
    case 'decided':
      return act.result === 'funded' ? content.fundedFor(act.places) : content.notFunded;
    case 'happened':
      return content.happened(act.event, act.on, act.count);
    case 'detail':
      return content.whoAndWhen(act.who, act.by);
    case 'command':
      return content.commandsShown[act.command.command] ?? act.command.command;
    case 'change':
      return content.askAgain(slots.find(({ id }) => id === act.slot)?.label ?? '');
    case 'answer': {
      const { reading } = act;
      if (reading.kind !== 'value') return '';
      const slot = slots.find(({ id }) => id === openSlot);
      const value = sayValue(slot?.id, slot, reading.value, content.plainly, view);
      return slot ? `${slot.label}: **${value}**` : `**${value}**`;
    }
    default:
      return '';
  }
}

/** An option by its label, an answer as its question says it, and anything else `otherwise`. */
function sayValue(
  id: SlotId | undefined,
  slot: Slot | undefined,
  value: Answer,
  otherwise: (value: Answer) => string,
  { scheme }: View,
): string {
  const option =
    slot?.reads?.type === 'choice' ? slot.reads.options.find((one) => one.value === value) : undefined;
  const question = id ? questionIn(scheme, id) : undefined;
  return option?.label ?? (question ? sayAnswer(scheme, question, value) : otherwise(value));
}

function happened(act: Extract<Act, { kind: 'happened' }>, on: Carrying): Move {
  const { view, dialog, prompt } = on;
  const say = (command: 'sent' | 'started', rest = ''): Move =>
    obey(view, dialog, prompt, { command, rest, exact: true, said: rest });
  switch (act.event) {
    case 'accepted':
      return dialog.answer(view, prompt, true);
    case 'sent':
    case 'returned':
      return say('sent', act.on ?? '');
    case 'recruited':
      return inFocus(withApplication(view, 'recruited'), (current) => recruitedNow(current, act.count));
    case 'started':
      return say('started');
  }
}

/** With nothing in focus it is about the person's newest application that waits for this. */
function withApplication(view: View, event: EventName): View {
  const application = view.application ?? applicationFor(view, event);
  return application && !view.application
    ? { ...view, application, scheme: view.schemeOf(application) }
    : view;
}

function inFocus(view: View, move: (current: View) => Move): Move {
  const made = move(view);
  return view.application
    ? { ...made, focus: { application: view.application.reference, ...made.focus } }
    : made;
}

function notYet({ event, status }: Extract<Act, { kind: 'not-yet' }>, { prompt }: Carrying): Move {
  const say = content.notYetSo(event, status);
  return {
    say: () => say,
    focus: { pending: null },
    ...(prompt.reads.type === 'menu' ? {} : { alone: true, buttons: prompt.buttons }),
  };
}

function change(slotId: SlotId, on: Carrying): Move {
  const { view, slots } = on;
  const { application, scheme } = view;
  const slot = slots.find(({ id }) => id === slotId);
  if (!slot || !application)
    return obey(view, on.dialog, on.prompt, {
      command: 'change',
      rest: slot?.label ?? '',
      exact: false,
      said: '',
    });
  if (slot.locked)
    return elsewhere(slot, on) ?? { say: () => content.locked(slot.label, slot.locked ?? 'sent') };
  const [kind, one = '', id = ''] = slotId.split(':');
  const focus = { page: null, pending: null };
  switch (kind) {
    case 'check':
      return { focus: { dialog: 'readiness', ...focus, ...asks(`readiness:check:${one}`) } };
    case 'elig':
      return { focus: { dialog: 'eligibility', ...focus, ...asks(`eligibility:${one}`) } };
    case 'row':
      return { focus: { dialog: 'support-confirmation', ...focus, ...asks(`support:${one}:${id}`) } };
    default: {
      const question = questionIn(scheme, slotId);
      if (!question) return {};
      const isAsked = is(application, 'mayChangeForm');
      return isAsked
        ? changeAnswer(view, application, question)
        : obey(view, on.dialog, on.prompt, {
            command: 'change',
            rest: question.label,
            exact: false,
            said: '',
          });
    }
  }
}

/** Does it say or open something, and nothing else? Whatever begins, changes, makes or looks up anything does more. */
export function onlyShows(move: Move): boolean {
  const does = Object.entries(move).filter(
    ([name, value]) => !showing.has(name as keyof Move) && value !== undefined,
  );
  return does.length === 0 && !move.focus?.pending;
}

const showing: ReadonlySet<keyof Move> = new Set([
  ...(['say', 'focus', 'alone', 'again', 'buttons', 'extra', 'drawn', 'asked', 'generated'] as const),
]);

/** Shown back with a yes and a no: nothing is put down until then. */
export function showBack(acts: readonly Act[], on: Carrying): Move {
  const lines = acts.map((act) => sayAct(act, on)).filter(Boolean);
  const [only] = acts;
  const back = only?.kind === 'take-back' && on.slots.find(({ id }) => id === only.about);
  if (back)
    return {
      focus: { pending: { kind: 'acts', acts, ask: content.shallITakeBack(back.label) } },
      say: () => '',
    };
  const isDone = acts[0]?.kind === 'command' || acts[0]?.kind === 'change';
  const ask = isDone ? content.shallIDo(lines.join('')) : content.shallI(lines);
  return {
    focus: { pending: { kind: 'acts', acts, ask } },
    say: () => '',
  };
}
