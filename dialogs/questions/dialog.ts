import type { Entry } from '../../data/knowledge/entry.js';
import type { Dialog, Link, Move, View } from '../conversation.js';
import type { Button } from '../reply.js';
import { button } from '../words.js';
import { advise, advisorQuestions, decidedBy, rowOf } from './advisor.js';
import { contacts, contactsOfEach } from '../applications/content.js';
import { isPlain } from '../rounds/dialog.js';
import * as content from './content.js';
import type { Grounded } from './guard.js';
import type { Found } from './search.js';

/**
 * Answers one or several questions; what was open stays open. Each gets one answer. Where two are as likely, nothing is said
 * but which two.
 */
export function answerQuestions(found: readonly Found[]): Move {
  const [only] = found;
  if (found.length === 1 && only?.best && only.other) return whichOfTwo([only.best, only.other]);
  const entries = found.flatMap(({ best }) => best ?? []);
  const [first] = entries;
  if (!first) return {};
  const text = entries.map((entry) =>
    entries.length > 1
      ? `${content.questionHead(entry.question)}\n\n${content.answer(entry)}`
      : content.answer(entry),
  );
  const related = found.flatMap(({ near }) => near).filter((entry) => !entries.includes(entry));
  return {
    asked: 'answered',
    focus: { topic: (entries.at(-1) ?? first).id },
    say: () => [...(entries.length > 1 ? [content.several(entries.length)] : []), ...text].join('\n\n'),
    extra: [
      ...entries.map((entry) => moreButton(entry, entries.length > 1)),
      ...answerButtons(first, related),
    ].slice(0, mostButtons),
  };
}

/** What a card can hold. */
const mostButtons = 6;

function whichOfTwo(entries: readonly Entry[]): Move {
  const options = entries.map(({ id, title }) => ({ value: id, label: title, also: [] }));
  const ask = content.whichOfTwo(options.map(({ label }) => label));
  return {
    asked: 'near',
    focus: { topic: null, pending: { kind: 'choose', command: 'ask', options, ask } },
    say: () => ask,
    alone: true,
    buttons: options.map(({ label }) => button(label)),
  };
}

/** What a language model wrote, marked as such, with its sources. Helpful or not goes to the entry it leans on most. */
export function sayGenerated({ text, cited }: Grounded): Move {
  const [first] = cited;
  if (!first) return {};
  return {
    asked: 'answered',
    focus: { topic: first.id },
    say: () => content.generated(text, cited),
    extra: answerButtons(first, []),
    generated: cited.map(content.citation),
  };
}

/** The answer that a button names, or the rest of one. */
export function showEntry(view: View, named: string): Move {
  if (named.startsWith('text-')) return compare(view, named.slice('text-'.length), true);
  if (view.mind.comparisons.has(named.replace(/^roles-/, '')))
    return compare(view, named.replace(/^roles-/, ''));
  const [, rest, id = ''] = /^(more-)?(.*)$/.exec(named) ?? [];
  const entry = view.mind.knowledge.byId.get(id);
  if (entry && rest) return showMore(view, entry);
  return entry
    ? answerQuestions([{ text: '', kind: 'answer', best: entry, score: 1, near: relatedOf(view, entry) }])
    : {};
}

export function showMore(view: View, entry: Entry): Move {
  return {
    focus: { topic: entry.id },
    say: () => content.more(entry),
    extra: answerButtons(entry, relatedOf(view, entry)),
  };
}

export function showSources(view: View, entry: Entry): Move {
  const open = entry.sources.filter(({ address }) => address).slice(0, 3);
  return {
    focus: { topic: entry.id },
    say: () => content.whereItSays(entry),
    extra: open.map(({ publisher, address = '' }) => ({ title: publisher, says: publisher, url: address })),
  };
}

/** What the person's round says of itself. */
export function sayOfRound(fact: Parameters<typeof content.schemeFact>[0]): Move {
  return { asked: 'answered', focus: { topic: null }, say: ({ scheme }) => content.schemeFact(fact, scheme) };
}

export function offerNear(entries: readonly Entry[], text: string): Move {
  return {
    asked: 'near',
    focus: { topic: null },
    say: () => content.near,
    alone: true,
    buttons: [
      ...entries.slice(0, 3).map(ask),
      button('Something else', 'who can I ask'),
      button('Carry on', 'continue'),
    ],
    learn: { unanswered: text },
  };
}

export function sayOutside(text: string): Move {
  return {
    asked: 'outside',
    focus: { topic: null },
    say: (after) => content.outside(whomToAsk(after)),
    learn: { unanswered: text },
  };
}

/** Two roles side by side: a table where there are cards, to print, or as text. */
export function compare(view: View, id = 'ap-or-na', isText = false): Move {
  const comparison = view.mind.comparisons.get(id);
  if (!comparison) return {};
  const table = content.tableOf(comparison);
  const link: Link = {
    token: view.newToken(),
    document: 'roles',
    application: '',
    comparison: id,
    person: view.person.id,
  };
  return {
    focus: { topic: null },
    say: () => content.tableText(table),
    alone: true,
    ...(isText ? {} : { table }),
    links: [link],
    buttons: [
      ...(id === 'ap-or-na' ? [button('Help me choose', 'help me choose')] : []),
      { title: content.printTable, says: '', url: `${view.baseUrl}/documents/${link.token}` },
      ...(isText ? [] : [button(content.tableAsText, `ask text ${id}`)]),
      button('Carry on', 'continue'),
    ],
  };
}

export function startAdvisor(): Move {
  return { focus: { dialog: 'advisor', page: '', pending: null }, say: () => content.advisorOpening };
}

/** Four questions, one at a time; the answers so far are in the page, as "several,nursing". */
export const advisor: Dialog = {
  prompt(view) {
    const given = answersIn(view);
    const open = advisorQuestions[given.length];
    if (!open) {
      const answers = Object.fromEntries(given.map((value, i) => [advisorQuestions[i]?.id ?? '', value]));
      return {
        step: 'advisor:advice',
        text: adviceFor(view, answers),
        reads: { type: 'menu' },
        buttons: [
          button('Compare the roles', 'AP or nursing associate'),
          button('Start an application', 'apply'),
          button('Home'),
        ],
      };
    }
    return {
      step: `advisor:${open.id}`,
      text: `**${given.length + 1} of ${advisorQuestions.length}**\n\n${open.ask}`,
      reads: { type: 'choice', options: open.options },
      buttons: open.options.map(({ label }) => button(label)),
    };
  },
  answer: (view, _prompt, value) => ({ focus: { page: [...answersIn(view), String(value)].join(',') } }),
  back: (view) => ({ focus: { page: answersIn(view).slice(0, -1).join(',') } }),
};

function adviceFor(view: View, answers: Readonly<Record<string, string>>): string {
  const given = advise(answers);
  const comparison = view.mind.comparisons.get('ap-or-na');
  const row = comparison?.rows.find(({ id }) => id === rowOf[decidedBy(answers, given)]);
  return comparison && row
    ? content.advice(given, row, comparison.roles, isPlain(view) ? view.scheme : undefined)
    : '';
}

/** Of the round that is talked about; where it is none yet, of each. */
function whomToAsk(view: View): string {
  return isPlain(view) ? contacts(view.scheme, true) : contactsOfEach(view.rounds);
}

function answersIn({ focus }: View): string[] {
  return (focus.page ?? '').split(',').filter(Boolean);
}

function answerButtons(entry: Entry, related: readonly Entry[]): Button[] {
  return [
    ...related.slice(0, 1).map(ask),
    button('Helpful', `helpful ${entry.id}`),
    button('Not helpful', `not helpful ${entry.id}`),
  ];
}

function relatedOf(view: View, entry: Entry): Entry[] {
  return entry.related.flatMap((id) => view.mind.knowledge.byId.get(id) ?? []);
}

function moreButton({ id, title }: Entry, isOneOfSeveral: boolean): Button {
  return button(isOneOfSeveral ? `${content.moreTitle}: ${title}` : content.moreTitle, `ask more ${id}`);
}

function ask({ id, title }: Entry): Button {
  return button(title, `ask ${id}`);
}
