import { viewOf as viewWith } from './view.js';
import { rowQuestions } from '../../workflows/fields.js';
import type { Activity } from 'botbuilder';
import { fillInPlace, pressInPlace } from '../../bot/channels/teams/cards-in-place.js';
import { toActivities, type Place } from '../../bot/channels/outgoing.js';
import { noFocus, type Focus, type View } from '../../dialogs/conversation.js';
import { anyStep, converse, greet, promptOf, type Outcome } from '../../dialogs/converse.js';
import { formOf } from '../../dialogs/cards/form.js';
import { fillIn, type Sent } from '../../dialogs/cards/fill.js';
import type { InPlaceAnswer } from '../../bot/turn/incoming.js';
import { lineCard } from '../../dialogs/cards/line.js';
import { answerGroup, greetGroup } from '../../dialogs/group/dialog.js';
import { message } from '../../dialogs/nudges/content.js';
import type { Reply } from '../../dialogs/reply.js';
import { stateOf, type Application } from '../../workflows/application.js';
import { dueNudges } from '../../workflows/nudge-rules.js';
import { applicable } from '../../workflows/question-rules.js';
import { answersOf } from '../../dialogs/words.js';
import {
  at,
  begin,
  checks,
  declared,
  formBegun,
  formComplete,
  funded,
  on,
  returned,
  rowsComplete,
  scheme,
  sent,
} from '../unit/workflows/nudge-applications.js';
import { calendar } from './assistant.js';

/** One thing that the assistant can send, with how it came about. */
export interface Shown {
  readonly group: string;
  readonly name: string;
  /** The message that the card goes with; undefined for a card in a dialog or in the place of another. */
  readonly text?: string | undefined;
  readonly card?: object | undefined;
}

const today = '2026-11-23';
const living: Place = { living: '29:ana' };

/** Applications at every stage of their life, by what a person would call the stage. */
const stages: Readonly<Record<string, () => Application>> = {
  'getting ready': () => begin(today),
  'readiness half done': () => on(begin(today), today, checks(today).slice(0, 6)),
  'not ready': () => on(begin(today), today, checks(today, ['board-support', 'hr-arrangements'])),
  'a form begun': () => formBegun(today),
  'a form with a check not done': () => notReadyForm(),
  'a form to check': () => formComplete(today),
  'long answers': () => longAnswers(),
  declaring: () =>
    on(formComplete(today), today, [{ type: 'answers.confirmed', date: today, time: '10:00' }]),
  'ready to send': () => declared(today),
  sent: () => sent(today),
  'not funded': () =>
    on(sent(today), today, [{ type: 'decision.received', result: 'not-funded', places: 0, on: today }]),
  funded: () => funded(today, today),
  'rows to fill in': () => recruited(),
  'rows complete': () => rowsComplete(funded(today, today), today),
  returned: () => returned(funded(today, today), today),
  started: () => on(returned(funded(today, today), today), today, [{ type: 'programme.started' }]),
  'asked a colleague': () =>
    on(formBegun(today), today, [{ type: 'colleague.asked', question: 'places', to: 'Ruth in HR' }]),
  'answered by a colleague': () =>
    on(formBegun(today), today, [
      { type: 'colleague.asked', question: 'places', to: 'Ruth in HR' },
      { type: 'colleague.answered', question: 'places', name: 'Ruth Oyelaran' },
      { type: 'form.answered', question: 'places', value: 2 },
    ]),
  withdrawn: () => on(sent(today), today, [{ type: 'application.withdrawn', on: today, reason: null }]),
  ineligible: () =>
    on(begin(today), today, [
      { type: 'eligibility.answered', question: 'organisation-kind', value: 'for-profit' },
    ]),
};

/** Something to say for every command, and for what is said that is none. */
const sayings = [
  ...[
    'continue',
    'help',
    'hello',
    'home',
    'my applications',
    'am i ready to apply?',
    'good practice',
    'fix 1',
  ],
  ...['eligibility', 'draft', 'apply', 'check answers', 'answer what is missing', 'change', 'change places'],
  ...['back', 'save', 'withdraw', 'start over', 'copy', 'documents', 'sent', 'sent today', 'universities'],
  ...[
    'change the university',
    'funded',
    'funded for 1',
    'not funded',
    'recruited',
    'change trainees',
    'returned',
  ],
  ...[
    'the start date has changed',
    'reopen',
    'my reminders',
    'remind me on friday to ring HR',
    'snooze',
    'plan',
  ],
  ...[
    'calendar',
    'who can i ask',
    'people',
    'invite a colleague',
    'ask a colleague',
    'hand over',
    'join',
    'what do you hold about me',
  ],
  ...[
    'ap or nursing associate?',
    'help me choose',
    'what is an assistant practitioner?',
    'how long does it take?',
  ],
  ...['what is the weather?', 'hm?', '12', '2 or 3', 'yes', 'done', 'chester and cumbria', '3/4', ''],
];

export function everyCard(): Shown[] {
  return [
    ...conversations(),
    ...questions(),
    ...colleagues(),
    ...wholeParts(),
    ...inPlace(),
    ...groups(),
    ...reminders(),
  ];
}

/** Whatever is said at every stage, on a channel with living cards and on one without. */
function conversations(): Shown[] {
  return [undefined, ...Object.entries(stages)].flatMap((stage) => {
    const [name, make] = stage ?? ['nobody yet'];
    const start = viewOf(make?.());
    const greeted = { label: `${name}: greeting`, outcome: greet({ ...start, focus: noFocus }) };
    const said = sayings.map((saying) => {
      const open = converse(start, { text: 'continue' });
      return { label: `${name}: “${saying}”`, outcome: converse(after(start, open), { text: saying }) };
    });
    return [greeted, ...said].flatMap(({ label, outcome }) => [
      ...sendings(`said: ${name}`, label, outcome, living),
      ...sendings('plain', label, outcome, {}),
    ]);
  });
}

/** Every question there is, asked. */
function questions(): Shown[] {
  const form = formBegun(today);
  const begun = begin(today);
  const rows = recruited();
  const { eligibility, readiness, form: parts } = scheme;
  const asked: [string, Application][] = [
    ...readiness.checks.map(({ id, title }): [string, Application] => [
      `check: ${title}`,
      on(begun, today, [{ type: 'readiness.started', checks: [id], on: today }]),
    ]),
    ...eligibility.questions.map(({ id, label }): [string, Application] => [
      `eligibility: ${label}`,
      on(begun, today, [{ type: 'eligibility.asked', question: id }]),
    ]),
    ...parts.sections
      .flatMap((section) => section.questions)
      .filter(({ from }) => !from || !('eligibility' in from))
      .map(({ id, label }): [string, Application] => [
        `form: ${label}`,
        on(form, today, [{ type: 'form.asked', question: id }]),
      ]),
    ...rowQuestions(scheme).map(({ id, label }): [string, Application] => [
      `row: ${label}`,
      on(rows, today, [{ type: 'support.row', row: 0, event: { type: 'form.asked', question: id } }]),
    ]),
  ];
  return asked.flatMap(([name, application]) => {
    const outcome = converse(viewOf(application), { text: 'continue' });
    return [
      ...sendings('questions', name, outcome, living),
      ...sendings('plain', `question: ${name}`, outcome, {}),
    ];
  });
}

/** Every question of the form as a colleague is asked it, and the message to them. */
function colleagues(): Shown[] {
  const invitation = { id: 'i1', to: 'answer', application: 'AP-7K3M', tenant: 't1' } as const;
  return scheme.form.sections
    .flatMap((section) => section.questions)
    .flatMap(({ id: question, label }) => {
      const application = on(formBegun(today), today, [
        { type: 'colleague.asked', question, to: 'Ruth in HR' },
      ]);
      const focus: Focus = { ...noFocus, dialog: 'asked', page: invitation.id };
      const kept = { ...invitation, question, expires: at('2026-12-21') };
      const view: View = {
        ...viewOf(undefined),
        ...{ focus, person: { id: 'u2', name: 'Ruth', tenant: 't1', greetedAt: at(today) } },
        asked: { invitation: kept, application, others: [] },
      };
      const outcome = converse(view, { text: 'what is an assistant practitioner?' });
      return [
        ...sendings('colleagues', label, outcome, living),
        ...sendings('plain', `colleague: ${label}`, outcome, {}),
      ];
    });
}

/** Every part on one card: as it is, left empty, with what is wrong, on older answers, with what follows. */
function wholeParts(): Shown[] {
  const forms: [string, Application][] = [
    ['checks:essential', sitting()],
    ['eligibility', begin(today)],
    ...scheme.form.sections.flatMap(({ id }): [string, Application][] => [
      [`section:${id}`, formBegun(today)],
      [`section:${id}`, longAnswers()],
    ]),
    ['university', sent(today)],
    ['trainee:0', recruited()],
    ['trainee:1', firstRowDone()],
  ];
  return forms.flatMap(([name, application]) => {
    const view = viewOf(application);
    const form = formOf(view, name);
    if (!form) throw new Error(`There is no form ${name} in ${stateOf(application.snapshot.value)}`);
    const revision = application.history.length;
    const send = (texts: Record<string, string>, at = revision): Sent => ({
      form: name,
      application: application.reference,
      revision: at,
      texts,
      sure: {},
    });
    const wrong = Object.fromEntries(form.fields.map(({ id }) => [id, '??']));
    const long = Object.fromEntries(form.fields.map(({ id }) => [id, 'far too many words '.repeat(60)]));
    const came = (what: string, sending: Sent): Shown[] => {
      const { outcome } = fillIn(view, sending);
      const { value } = cardIn(fillInPlace(sending, living)(outcome, view, []));
      return [
        { group: 'whole parts', name: `${form.title}: ${what}`, card: value },
        ...sendings('plain', `${form.title}: ${what}`, outcome, {}),
      ];
    };
    return [
      ...came('opened', { ...send({}), opens: true }),
      ...came('nothing filled in', send({})),
      ...came('all wrong', send(wrong)),
      ...came('too long', send(long)),
      ...came('changed meanwhile', send(wrong, revision + 1)),
      ...came(
        'something follows',
        send({
          role: 'advanced-practitioner',
          'guaranteed-post': 'no',
          changes: 'yes',
          'post-band': 'other',
        }),
      ),
    ];
  });
}

/** What becomes of cards: a line, the present in place of the past, the list anew. */
function inPlace(): Shown[] {
  const view = viewOf(on(formBegun(today), today, [{ type: 'form.asked', question: 'university' }]));
  const { prompt, mark } = converse(view, { text: 'continue' });
  const old = { text: 'Yes', card: { ...mark, revision: 1 }, left: {} };
  const staleCard = cardIn(pressInPlace(old, living)(converse(view, old), view, []));
  return [
    { group: 'in place', name: 'an answer', card: lineCard(prompt, 'chester', view.time) },
    { group: 'in place', name: 'a long answer', card: lineCard(prompt, 'word '.repeat(200), view.time) },
    { group: 'in place', name: 'a button', card: lineCard(promptOf(viewOf(undefined)), 'help', view.time) },
    { group: 'in place', name: 'a card of the past', card: staleCard.value },
  ];
}

/** The card in an answer to a client that waits. */
function cardIn({ response }: InPlaceAnswer): { readonly value: object } {
  return (response as { body: { value: object } }).body;
}

function groups(): Shown[] {
  const view = viewOf(formBegun(today));
  const chat = 'https://teams.microsoft.com/l/chat/0/0?users=28:8d6f5c1e-7f0b-4c7e-9a52-0d6a8a0f6f11';
  const replies: [string, Reply][] = [
    ['welcome', greetGroup('Ben Holt', chat)],
    ['welcome, by nobody known', greetGroup(undefined, chat)],
    ...[
      'help',
      'my applications',
      'which universities?',
      'who can I ask?',
      'how long does it take?',
      'hm?',
    ].map((said): [string, Reply] => [`“${said}”`, answerGroup(view, said, chat)]),
  ];
  return replies.flatMap(([name, reply]) => shownAs('groups', name, toActivities(reply, anyMark, {})));
}

function reminders(): Shown[] {
  const items = Object.values(stages).flatMap((make) => {
    const application = make();
    return dueNudges(application, scheme, calendar, {}).map((nudge) => ({ nudge, application, scheme }));
  });
  const single = [...new Map(items.map((item) => [item.nudge.rule, item])).values()];
  return [
    ...single.map((item) => [item.nudge.rule, message([item], item.nudge.due)] as const),
    ['several', message(single, today)] as const,
    ['more than are listed', message(items, today)] as const,
  ].flatMap(([name, reply]) => shownAs('reminders', name, toActivities(reply, anyMark, living)));
}

const anyMark = { application: null, step: anyStep, revision: 0 };

function sendings(group: string, name: string, { replies, mark }: Outcome, place: Place): Shown[] {
  return replies.flatMap((reply) => shownAs(group, name, toActivities(reply, mark, place)));
}

function shownAs(group: string, name: string, activities: readonly Partial<Activity>[]): Shown[] {
  return activities.map(({ text, attachments }) => ({
    group,
    name,
    text,
    card: attachments?.[0]?.content as object | undefined,
  }));
}

function sitting(): Application {
  const essential = scheme.readiness.checks.filter((one) => one.essential).map(({ id }) => id);
  return on(begin(today), today, [{ type: 'readiness.started', checks: essential, on: today }]);
}

function recruited(): Application {
  return on(funded(today, today), today, [{ type: 'recruitment.finished', trainees: 2, reason: null }]);
}

function firstRowDone(): Application {
  return on(
    recruited(),
    today,
    ['mentor', 'study-day'].map((question) => ({
      type: 'support.row' as const,
      row: 0,
      event: { type: 'form.answered' as const, question, value: 'Mary Shaw' },
    })),
  );
}

function notReadyForm(): Application {
  const ready = formComplete(today);
  return on(ready, today, [
    {
      type: 'readiness.answered',
      check: scheme.readiness.checks[0]?.id ?? '',
      status: 'not-started',
      on: today,
    },
  ]);
}

/** The longest that every free text may be. */
function longAnswers(): Application {
  const form = formComplete(today);
  const answers = answersOf(form, scheme);
  return applicable(
    scheme.form.sections.flatMap(({ questions: all }) => all),
    answers,
  ).reduce((application, { id, type, max, maxWords, from }) => {
    if (from || !['text', 'name', 'paragraph'].includes(type)) return application;
    const value = maxWords
      ? 'accommodation* '.repeat(maxWords).trim()
      : 'W'.repeat(max ?? (type === 'paragraph' ? 3000 : 120));
    return on(application, today, [{ type: 'form.answered', question: id, value }]);
  }, form);
}

function viewOf(application: Application | undefined): View {
  const focus: Focus = application ? { ...noFocus, application: application.reference } : noFocus;
  return viewWith(today, focus, application ? [application] : [], {
    person: { id: 'u1', name: 'Sam', tenant: 't1', greetedAt: application ? at(today) : null },
    coordinator: true,
    newReference: () => 'AP-3333-4444',
    newCode: () => 'ABCD-ABCD-ABCD-ABCD-ABCD',
  });
}

function after(view: View, { focus, changed, reminders: kept }: Outcome): View {
  const [application = view.application] = changed;
  return {
    ...view,
    focus,
    reminders: kept,
    application: focus.application ? application : undefined,
    mine: application ? [application] : [],
  };
}
