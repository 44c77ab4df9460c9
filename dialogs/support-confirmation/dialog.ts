import { startOf } from '../../workflows/expression-of-interest-rules.js';
import { is, stateOf, type Application } from '../../workflows/application.js';
import { allAnswers, openQuestion, type FormPart } from '../../workflows/expression-of-interest.machine.js';
import { applicable, nextQuestion, questionBefore } from '../../workflows/question-rules.js';
import type { Answer, Question, Scheme } from '../../workflows/scheme.js';
import { fieldOf, rowQuestions, rowStage } from '../../workflows/fields.js';
import {
  anchorsOf,
  confirmationDue,
  openStages,
  rowsNeedReason,
  supportBlockers,
} from '../../workflows/support-rules.js';
import type { Dialog, Link, Move, Prompt, View } from '../conversation.js';
import { howToAttach } from '../files/content.js';
import { takes } from '../files/dialog.js';
import { asks, placeIn } from '../place.js';
import { answerButtons } from '../expression-of-interest/dialog.js';
import type { Button } from '../reply.js';
import { editDistance, normalise } from '../understanding/text.js';
import { fileLinks, isByPage } from '../expression-of-interest/send.js';
import { answersOf, button, byLabel, readsOf, rowEnclosures, sayAnswer } from '../words.js';
import { offered } from '../rounds/intakes.js';
import * as content from './content.js';

/** From the award to the returned form for each place: recruiting, then a row for each trainee. */
export const supportConfirmation: Dialog = {
  isHome: (application) =>
    application !== undefined &&
    (is(application, 'isFunded') || stateOf(application.snapshot.value) === 'started'),

  prompt(view) {
    const { application } = view;
    if (!application) return menu('support:none', '', []);
    if (view.focus.page?.startsWith('start')) return startPrompt(view, application);
    const renamed = renamedIn(view);
    if (renamed) return renamedPrompt(renamed);
    switch (stateOf(application.snapshot.value)) {
      case 'recruiting':
        return recruitingPrompt(view, application);
      case 'confirmingSupport':
        if (/^(?:trainees|leaving|reason)/.test(view.focus.page ?? ''))
          return recruitingPrompt(view, application);
        return rowPrompt(view, application) ?? checkPrompt(view, application);
      case 'supportConfirmed':
        return menu(
          'support:confirmed',
          content.confirmed(view.scheme, startOf(view.scheme, application.snapshot.context)),
          [
            button('The programme has started'),
            button('Something has changed', 'reopen'),
            button('Get the documents', 'documents'),
            button('My applications'),
          ],
        );
      default:
        return menu('support:started', content.started, [
          button('My applications'),
          button('Copy into a new application', 'copy'),
        ]);
    }
  },

  answer(view, prompt, value) {
    const { application } = view;
    if (!application) return {};
    const [, kind, id = ''] = prompt.step.split(':');
    switch (kind) {
      case 'trainees':
        return chosen(application, { trainees: Number(value), left: [] });
      case 'leaving': {
        const { trainees, left } = countIn(view);
        return chosen(application, { trainees, left: [...left, Number(value)] });
      }
      case 'reason':
        return finish(countIn(view), String(value));
      case 'return':
        return recordReturned(view, application, String(value));
      case 'start':
        return moveStart(view, String(value));
      case 'renamed': {
        const renamed = renamedIn(view);
        if (!renamed) return {};
        const { row, question, now } = renamed;
        return { ...answered(view, row, question, now, value === false), focus: { page: null } };
      }
      default:
        return answerRow(view, Number(kind), id, value);
    }
  },

  park(view, prompt) {
    const [, row, id = ''] = prompt.step.split(':');
    return prompt.parkable
      ? {
          events: [{ type: 'support.row', row: Number(row), event: { type: 'form.parked', question: id } }],
          say: () => content.parked,
        }
      : {};
  },

  kept(view, prompt) {
    const [, row, id = ''] = prompt.step.split(':');
    return rowsOf(view)[Number(row)]?.context.answers[id];
  },

  before(view, prompt) {
    const [, row, id = ''] = prompt.step.split(':');
    const question = rowQuestions(view.scheme).find((one) => one.id === id);
    return question?.sameForAll ? rowsOf(view)[Number(row) - 1]?.context.answers[id] : undefined;
  },

  back(view, prompt) {
    const { application } = view;
    if (!application || view.focus.page) return { focus: { page: null } };
    const { rows } = application.snapshot.context.support;
    const [, kind, id = null] = prompt.step.split(':');
    const row = kind === 'return' ? rows.length - 1 : Number(kind);
    const questions = rowQuestions(view.scheme);
    const inRow = (index: number, at: string | null) => {
      const part = rows[index];
      return part && questionBefore(questions, part.context.answers, at);
    };
    const here = inRow(row, kind === 'return' ? null : id);
    const before = here ? { row, question: here } : { row: row - 1, question: inRow(row - 1, null) };
    return before.question ? { focus: asks(`support:${before.row}:${before.question.id}`) } : {};
  },
};

function rowsOf({ application }: View): readonly FormPart[] {
  return application?.snapshot.context.support.rows ?? [];
}

/** "Recruited": asks how many, unless there was one place only. */
export function startConfirmation(view: View): Move {
  const focus = { dialog: 'support-confirmation', page: null, pending: null } as const;
  const { application } = view;
  if (!application || stateOf(application.snapshot.value) !== 'recruiting') return { focus };
  const places = application.snapshot.context.decision?.places ?? 1;
  return places === 1
    ? { ...finish({ trainees: 1, left: [] }, null), focus }
    : { focus: { ...focus, page: 'trainees' } };
}

/** The trainees are chosen: how many, where that was said; otherwise it is asked. */
export function recruitedNow(view: View, count: number | undefined): Move {
  const { application } = view;
  const places = application?.snapshot.context.decision?.places ?? 1;
  if (!application || count === undefined || count < 1 || count > places) return startConfirmation(view);
  return {
    ...chosen(application, { trainees: count, left: [] }),
    ...(rowsNeedReason(places, count)
      ? {}
      : { focus: { dialog: 'support-confirmation', page: null, pending: null } }),
  };
}

/** Somebody dropped out or joined: asks again how many, and whose row goes. The other rows stay. */
export function changeTrainees(view: View): Move {
  const places = view.application?.snapshot.context.decision?.places ?? 1;
  const page = places === 1 ? null : 'trainees';
  return {
    focus: { dialog: 'support-confirmation', page, pending: null },
    ...(places === 1 ? { say: () => content.onePlace } : {}),
  };
}

/** "Change trainee 2 mentor". */
export function changeRow(view: View, said: string): Move | undefined {
  const rows = view.application?.snapshot.context.support.rows ?? [];
  const match =
    /^(?:trainee )?(\d+)(?:s|'s|’s)? (.+)$/.exec(said.toLowerCase()) ??
    (rows.length === 1 ? ['', '1', said.toLowerCase()] : null);
  if (!match) return undefined;
  const row = Number(match[1]) - 1;
  const part = rows[row];
  const wanted = match[2] ?? '';
  const asked = part ? applicable(rowQuestions(view.scheme), allAnswers(part.context)) : [];
  const [question, ...others] = byLabel(asked, normalise(wanted));
  if (!question || others.length > 0) return undefined;
  return {
    focus: {
      ...asks(`support:${row}:${question.id}`),
      ...{ dialog: 'support-confirmation', page: null, pending: null },
    },
  };
}

export function supportLinks(view: View, application: Application): { links: Link[]; buttons: Button[] } {
  const link = (document: Link['document']): Link => ({
    token: view.newToken(),
    document,
    application: application.reference,
    person: view.person.id,
  });
  const form = link('support-form');
  const email = link('support-email');
  const url = ({ token }: Link) => `${view.baseUrl}/documents/${token}`;
  const scheme = view.schemeOf(application);
  // What goes in on a page of theirs has no email.
  if (isByPage(scheme)) {
    const files = fileLinks(view, application, rowEnclosures(application, scheme));
    return {
      links: [form, ...files.links],
      buttons: [{ title: 'Form as a Word document', says: '', url: url(form) }, ...files.buttons],
    };
  }
  return {
    links: [form, email],
    buttons: [
      { title: 'Email with the confirmation attached', says: '', url: url(email) },
      { title: 'Confirmation as a Word document', says: '', url: url(form) },
    ],
  };
}

/** The next stage that the applicant can say is done. */
export function stageButtons({ scheme }: View, { snapshot }: Application): Button[] {
  const [next] = openStages(scheme, stateOf(snapshot.value), snapshot.context).filter(
    ({ whose }) => whose === 'applicant',
  );
  return next ? [button(`Done: ${next.title}`.slice(0, 40), `already done stage ${next.id}`)] : [];
}

/** How many trainees there are now, and the rows (from 0) of those who left. It stands in the page until it is whole. */
interface Count {
  readonly trainees: number;
  readonly left: readonly number[];
}

function countIn({ focus }: View): Count {
  const [, trainees, left = ''] = (focus.page ?? '').split(':');
  return { trainees: Number(trainees), left: left === '' ? [] : left.split(',').map(Number) };
}

/** Fewer trainees than rows: which of them left is asked, one after another; then the reason, if one is needed. */
function chosen({ snapshot }: Application, count: Count): Move {
  const { decision, support } = snapshot.context;
  const { trainees, left } = count;
  const page = (name: string): Move => ({ focus: { page: `${name}:${trainees}:${left.join(',')}` } });
  const isFilled = support.rows.some(({ context }) => Object.keys(context.answers).length > 0);
  if (isFilled && support.rows.length - left.length > trainees) return page('leaving');
  return rowsNeedReason(decision?.places ?? trainees, trainees) ? page('reason') : finish(count, null);
}

function finish({ trainees, left }: Count, reason: string | null): Move {
  const gone = left.length > 0 ? { left } : {};
  return { focus: { page: null }, events: [{ type: 'recruitment.finished', trainees, reason, ...gone }] };
}

function answerRow(view: View, row: number, id: string, value: Answer): Move {
  const question = rowQuestions(view.scheme).find((one) => one.id === id);
  if (!question || Number.isNaN(row)) return {};
  const before = rowsOf(view)[row]?.context.answers[id];
  if (question.type !== 'name' || !question.personal || typeof before !== 'string')
    return answered(view, row, question, value, false);
  const likeness = likenessOf(before, String(value));
  return likeness === 'perhaps'
    ? { focus: { page: `renamed:${row}:${id}:${String(value)}` } }
    : answered(view, row, question, value, likeness === 'no');
}

/** `isAnother`: another trainee has the place, so what was about the one before goes. */
function answered(view: View, row: number, question: Question, value: Answer, isAnother: boolean): Move {
  const { id } = question;
  const event = isAnother
    ? ({ type: 'form.renewed', question: id, value: String(value) } as const)
    : ({ type: 'form.answered', question: id, value } as const);
  const before = rowsOf(view)[row]?.context.answers ?? {};
  const gone = rowQuestions(view.scheme).filter(
    (one) => isAnother && one.personal && one.id !== id && before[one.id] !== undefined,
  );
  return {
    events: [{ type: 'support.row', row, event }],
    say: (after) =>
      [
        content.kept(after.scheme, question, value),
        gone.length > 0 ? content.another(gone.map(({ label }) => label)) : '',
      ]
        .filter(Boolean)
        .join('\n\n'),
  };
}

/** Is it the same person's name, put right or grown longer? */
function likenessOf(before: string, now: string): 'yes' | 'perhaps' | 'no' {
  const [old = [], fresh = []] = [before, now].map((name) => normalise(name).split(/[ -]+/).filter(Boolean));
  const isIn = (word: string, words: readonly string[]) =>
    words.some((one) => one === word || editDistance(one, word, 2) <= (word.length > 4 ? 2 : 1));
  const shared = old.filter((word) => isIn(word, fresh)).length;
  if (shared === 0) return 'no';
  return shared === old.length || fresh.every((word) => isIn(word, old)) ? 'yes' : 'perhaps';
}

interface Renamed {
  readonly row: number;
  readonly question: Question;
  readonly before: string;
  readonly now: string;
}

function renamedIn(view: View): Renamed | undefined {
  const [, row, id, now] = /^renamed:(\d+):([a-z0-9-]+):(.+)$/s.exec(view.focus.page ?? '') ?? [];
  const question = rowQuestions(view.scheme).find((one) => one.id === id);
  const before = rowsOf(view)[Number(row)]?.context.answers[id ?? ''];
  return question && now && before !== undefined
    ? { row: Number(row), question, before: String(before), now }
    : undefined;
}

function renamedPrompt({ row, before, now }: Renamed): Prompt {
  return {
    step: `support:renamed:${row}`,
    text: content.renamed(before, now),
    reads: { type: 'yesNo' },
    buttons: [button(content.samePerson, 'yes'), button(content.otherPerson, 'no'), button('Back')],
  };
}

export function recordReturned(view: View, application: Application, on: string): Move {
  const anchors = anchorsOf(view.scheme, application.snapshot.context);
  const due = confirmationDue(view.scheme, anchors, view.calendar);
  // It is due before a start that nobody has told yet.
  if (due === null && rowStage(view.scheme)?.due && anchors.start === null)
    return { focus: { page: 'start' } };
  return {
    events: [{ type: 'support.returned', on }],
    say: () => content.returned(view.scheme, on, due),
  };
}

function moveStart(view: View, starts: string): Move {
  return {
    focus: { page: null },
    events: [{ type: 'start.moved', starts }],
    say: (after) =>
      content.startMoved(
        starts,
        after.application && !saysDue(after)
          ? content.due(after.scheme, after.application.snapshot.context, after.today)
          : '',
      ),
  };
}

/** The page that follows says it. */
function saysDue({ application }: View): boolean {
  return application !== undefined && is(application, 'isAwaitingSupport');
}

function recruitingPrompt(view: View, application: Application): Prompt {
  const places = application.snapshot.context.decision?.places ?? 1;
  const { page } = view.focus;
  if (page === 'trainees') {
    return {
      step: 'support:trainees',
      text: content.howMany(places),
      reads: { type: 'wholeNumber', min: 1, max: places, ofAll: true },
      label: content.traineesLabel,
      buttons: [...Array(Math.min(places, 4)).keys()].map((i) => button(String(places - i))),
    };
  }
  if (page?.startsWith('leaving:')) {
    const { left } = countIn(view);
    const { rows } = application.snapshot.context.support;
    const options = rows.flatMap(({ context }, row) =>
      left.includes(row)
        ? []
        : [
            {
              value: String(row),
              label: content.trainee(row, fieldOf(view.scheme, 'trainee', context.answers)),
              also: nameIn(view.scheme, context),
            },
          ],
    );
    return {
      step: `support:leaving:${left.length}`,
      text: content.whoLeft,
      reads: { type: 'choice', options },
      label: content.leavingLabel,
      buttons: [...options.slice(0, 4).map(({ label }) => button(label)), button('Back')],
    };
  }
  if (page?.startsWith('reason:')) {
    const { trainees } = countIn(view);
    return {
      step: 'support:reason',
      text: content.whyFewer(trainees, places),
      reads: { type: 'paragraph', min: 3, max: 600 },
      label: content.reasonLabel,
      buttons: [button('Back')],
    };
  }
  return menu('support:recruiting', content.recruiting(view.scheme, application, view.today), [
    rowStage(view.scheme) ? button('Recruited') : button('The programme has started'),
    ...stageButtons(view, application),
    ...(view.scheme.fields.intake === undefined && !rowStage(view.scheme)
      ? []
      : [button('The start date has changed')]),
    button('Save and leave'),
    button('The decision was wrong', 'reopen'),
  ]);
}

function nameIn(scheme: Scheme, { answers }: FormPart['context']): string[] {
  const name = fieldOf(scheme, 'trainee', answers);
  return name === undefined ? [] : [String(name)];
}

function rowPrompt(view: View, application: Application): Prompt | undefined {
  const { rows } = application.snapshot.context.support;
  const questions = rowQuestions(view.scheme);
  const [at = '', id] = (placeIn(view, 'support:') ?? '').split(':');
  const there = at === '' ? undefined : rows[Number(at)];
  const shown = there && applicable(questions, allAnswers(there.context)).find((one) => one.id === id);
  const row = shown ? Number(at) : rows.findIndex(({ value }) => value === 'asking');
  const part = rows[row];
  const open = part && (shown ?? openQuestion(questions, part.context));
  if (!open) return undefined;
  const answers = allAnswers(part.context);
  const now = answers[open.id];
  const before = open.sameForAll && now === undefined ? rows[row - 1]?.context.answers[open.id] : undefined;
  const asked = applicable(questions, answers).filter(
    ({ id: one }) => part.context.known[one] === undefined || one === open.id,
  );
  const reads = offered(readsOf(view.scheme, open, answersOf(application, view.scheme)), view);
  const position = `question ${asked.indexOf(open as Question) + 1} of ${asked.length}`;
  return {
    step: `support:${row}:${open.id}`,
    text: content.question(
      open,
      row,
      rows.length,
      position,
      before === undefined ? undefined : sayAnswer(view.scheme, open, before),
      now === undefined ? undefined : sayAnswer(view.scheme, open, now),
      howToAttach(view, open),
    ),
    reads,
    ...takes(view, open),
    label: open.label,
    form: `trainee:${row}`,
    ...(nextQuestion(questions, answers, part.context.parked)?.id === open.id ? {} : { isAgain: true }),
    parkable: true,
    buttons: [
      ...(now === undefined ? [] : [button('Keep it', 'same')]),
      ...(before === undefined ? [] : [button(`Same as trainee ${row}`, 'same')]),
      ...answerButtons(reads),
      button("Don't know yet"),
      button('Back'),
      button('Save and leave'),
    ].slice(0, 6),
  };
}

/** The days on which it can have been returned: since the form was sent. */
export function returnedDays(
  view: View,
  application: Application,
): Extract<Prompt['reads'], { type: 'date' }> {
  const sent = application.snapshot.context.sent.at(-1)?.on;
  return { type: 'date', prefer: 'past', ...(sent ? { notBefore: sent } : {}), notAfter: view.today };
}

function checkPrompt(view: View, application: Application): Prompt {
  const missing = supportBlockers(view.scheme, application.snapshot.context.support.rows);
  const ready = missing.length === 0;
  const places = application.snapshot.context.decision?.places ?? 1;
  const trainees = places > 1 ? [button('Change the number of trainees', 'change trainees')] : [];
  return {
    step: ready ? 'support:return' : 'support:check',
    text: content.check(view.scheme, application, missing, view.today),
    short: {
      when: 'seen',
      text: content.checkAgain(view.scheme, application, missing, view.today),
      more: button('Show everything', 'continue'),
    },
    reads: ready ? returnedDays(view, application) : { type: 'menu' },
    ...(ready ? { label: content.returnLabel } : {}),
    buttons: ready
      ? [
          button('Get the documents', 'documents'),
          button('Returned today'),
          button('The start date has changed'),
          ...trainees,
          button('Save and leave'),
        ]
      : [
          button('Answer what is missing', 'answer what is missing'),
          button('The start date has changed'),
          ...trainees,
          button('Save and leave'),
        ],
  };
}

function startPrompt(view: View, application: Application): Prompt {
  return {
    step: 'support:start',
    text: content.askStart(startOf(view.scheme, application.snapshot.context), view.scheme),
    reads: { type: 'date', prefer: 'future' },
    label: content.startLabel,
    buttons: [button('Back')],
  };
}

function menu(step: string, text: string, buttons: Prompt['buttons']): Prompt {
  return { step, text, reads: { type: 'menu' }, buttons };
}
