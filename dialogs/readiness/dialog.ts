import { is } from '../../workflows/application.js';
import {
  changesSince,
  checksToAsk,
  essentials,
  gaps,
  verdict,
  type CheckStatus,
  type CheckAnswer,
} from '../../workflows/readiness-rules.js';
import type { ApplicationEvent } from '../../workflows/application.machine.js';
import type { Check } from '../../workflows/scheme.js';
import type { Dialog, Move, Prompt, View } from '../conversation.js';
import { asks, placeIn } from '../place.js';
import { readWholeNumber } from '../understanding/numbers.js';
import { readDate } from '../understanding/dates.js';
import { button } from '../words.js';
import * as content from './content.js';

/**
 * "Am I ready to apply?": one check at a time, then the verdict, the gaps in the order to close them, and a draft that
 * closes each.
 */
export const readiness: Dialog = {
  isHome: (application) => !application || is(application, 'isUnsent'),

  prompt(view) {
    const part = partOf(view);
    if (!part) return verdictPrompt(view);
    const { checks } = view.scheme.readiness;
    const [kind, here] = (placeIn(view, 'readiness:') ?? '').split(':');
    const shown = checks.find((check) => check.id === here);
    const given = shown && part.context.answers[shown.id];
    if (shown && kind === 'check') return checkPrompt(view, shown, part.context.toAsk.length);
    if (shown && given && kind === 'detail') return detailPrompt(shown, given);
    const { at, toAsk, answers } = part.context;
    const one = (id: string | null | undefined) => checks.find((check) => check.id === id);
    const detailed = part.value === 'detailing' ? one(at) : undefined;
    const answer = detailed && answers[detailed.id];
    if (detailed && answer) return detailPrompt(detailed, answer);
    const asked = part.value === 'asking' ? one(toAsk[0]) : undefined;
    return asked ? checkPrompt(view, asked, toAsk.length) : verdictPrompt(view);
  },

  answer(view, prompt, value) {
    const [, kind, id = ''] = prompt.step.split(':');
    const check = view.scheme.readiness.checks.find((one) => one.id === id);
    if (!check) return {};
    if (kind === 'detail') return detail(view, prompt, { who: String(value) });
    const status = value as CheckStatus;
    return {
      events: [{ type: 'readiness.answered', check: id, status, on: view.today }],
      say: (after) => content.kept(check, partOf(after)?.context.answers[id]),
    };
  },

  skip: (view, prompt) =>
    prompt.skippable ? { events: [{ type: 'readiness.detailed', ...detailed(prompt), on: view.today }] } : {},

  park: (view, prompt) =>
    prompt.skippable
      ? { events: [{ type: 'readiness.detailed', ...detailed(prompt), on: view.today }] }
      : readiness.answer(view, prompt, 'dont-know'),

  back(view, prompt) {
    const part = partOf(view);
    if (!part) return {};
    const { answers } = part.context;
    const order = view.scheme.readiness.checks.map(({ id }) => id);
    const [, kind, id = ''] = prompt.step.split(':');
    const here = order.includes(id) ? order.indexOf(id) + (kind === 'detail' ? 1 : 0) : order.length;
    const before = order
      .slice(0, here)
      .reverse()
      .find((id) => answers[id]);
    return before ? { focus: asks(`readiness:check:${before}`) } : {};
  },
};

/** Opens a sitting: every essential check the first time, afterwards what was not done. */
export function startReadiness(view: View, which: 'essential' | 'good-practice'): Move {
  const part = partOf(view);
  const answers = part?.context.answers ?? {};
  const checks = checksToAsk(view.scheme.readiness.checks, answers, which);
  const again = checks.some((id) => answers[id]);
  return {
    ...(view.application ? {} : { begin: { round: view.scheme.id } }),
    focus: { dialog: 'readiness', page: null, pending: null },
    events: [{ type: 'readiness.started', checks, on: view.today }],
    say: () => (checks.length > 0 ? content.opening(checks.length, again) : ''),
    again: true,
  };
}

/** The draft that closes a gap, by its number in the list or its name. */
export function showFix(view: View, which: string): Move {
  const open = gaps(view.scheme.readiness.checks, partOf(view)?.context.answers ?? {});
  const read = readWholeNumber(which);
  const number = which === '' ? 1 : read && 'value' in read ? read.value : NaN;
  const gap =
    open[number - 1] ??
    open.find(({ check }) => check.title.toLowerCase().includes(which.toLowerCase()) && which !== '');
  const index = gap ? open.indexOf(gap) : -1;
  return {
    focus: { dialog: 'readiness', page: null, pending: null },
    say: () => (gap ? content.fix(gap, view.application, view.scheme) : content.noSuchFix(open.length)),
    alone: true,
    buttons: [
      ...(open[index + 1] ? [button(`Fix ${index + 2}`, `fix ${index + 2}`)] : []),
      button('Update my checks', 'am I ready to apply?'),
      button('Carry on', 'continue'),
    ],
  };
}

/** Which check a detail is of: somebody else may be at another one. */
function detailed({ step }: Prompt): { check: string } {
  return { check: step.slice('readiness:detail:'.length) };
}

/** Who confirmed the check that is asked about, or who does it and by when. */
export function detail(
  view: View,
  prompt: Prompt,
  { who, by }: { readonly who?: string; readonly by?: string },
): Move {
  const { check: id } = detailed(prompt);
  const check = view.scheme.readiness.checks.find((one) => one.id === id);
  return {
    events: [
      {
        type: 'readiness.detailed',
        check: id,
        ...(who ? { who: who.slice(0, 120) } : {}),
        ...(by ? { by } : {}),
        on: view.today,
      },
    ],
    say: (after) => (check ? content.kept(check, partOf(after)?.context.answers[check.id]) : ''),
  };
}

/** "Priya in HR, by 14 January". */
function readDetail(text: string, view: View): { who: string; by?: string } {
  const read = readDate(text, view.today, { prefer: 'future' });
  const who = text.replace(/[,;]?\s*\b(?:by|on|due)\b.*$/i, '').trim() || text;
  return { who: who.slice(0, 120), ...(read && 'date' in read ? { by: read.date } : {}) };
}

/** One check told whole: how far it is, and who and by when where that belongs to it. */
export function checkEvents(
  view: View,
  check: string,
  status: CheckStatus,
  detail: string | undefined,
): ApplicationEvent[] {
  const on = view.today;
  const answered = { type: 'readiness.answered', check, status, on } as const;
  if (status !== 'done' && status !== 'in-progress') return [answered];
  const { who, by } = detail ? readDetail(detail, view) : {};
  const due = by && status === 'in-progress' ? { by } : {};
  return [answered, { type: 'readiness.detailed', check, ...(who ? { who } : {}), ...due, on }];
}

function checkPrompt(view: View, check: Check, left: number): Prompt {
  const total = view.scheme.readiness.checks.filter(({ essential }) => essential === check.essential).length;
  const position = left <= total ? `${total - left + 1} of ${total}` : 'Check';
  return {
    step: `readiness:check:${check.id}`,
    text: content.check(check, position, partOf(view)?.context.answers[check.id]),
    reads: { type: 'choice', options: content.statusOptions },
    label: check.title,
    form: formOf(check),
    buttons: [...content.statuses.map(({ label }) => button(label)), button('Save and leave')],
  };
}

function detailPrompt(check: Check, answer: CheckAnswer): Prompt {
  return {
    step: `readiness:detail:${check.id}`,
    text: content.detail(check, answer),
    reads: { type: answer.status === 'done' ? 'name' : 'text', min: 1, max: 120, shape: 'contact' },
    label: answer.status === 'done' ? content.confirmedLabel : content.detailLabel,
    form: formOf(check),
    buttons: [button('Skip')],
    skippable: true,
  };
}

function formOf({ essential }: Check): string {
  return `checks:${essential ? 'essential' : 'good-practice'}`;
}

function verdictPrompt(view: View): Prompt {
  const { checks } = view.scheme.readiness;
  const context = partOf(view)?.context;
  const answers = context?.answers ?? {};
  const result = verdict(checks, answers);
  const open = gaps(checks, answers);
  const before = context?.before ?? null;
  const changes = before ? changesSince(checks, before.answers, answers) : [];
  return {
    step: 'readiness:verdict',
    text: content.verdict(result, open, essentials(checks).length, changes, before?.on ?? null),
    reads: { type: 'menu' },
    onward: 'apply',
    buttons: [
      ...open.slice(0, 2).map((_, i) => button(`Fix ${i + 1}`, `fix ${i + 1}`)),
      ...(open.length > 0 ? [button('Update my checks', 'am I ready to apply?')] : []),
      button(result === 'not-ready' ? 'Start the form anyway' : 'Carry on to the form', 'apply'),
      ...(checks.some(({ id, essential }) => !essential && !answers[id])
        ? [button('Look at good practice', 'good practice')]
        : []),
    ],
  };
}

function partOf(view: View) {
  return view.application?.snapshot.context.readiness;
}
