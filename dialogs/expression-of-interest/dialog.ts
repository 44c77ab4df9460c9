import { is, hasTag, stateOf, type Application } from '../../workflows/application.js';
import { allAnswers, openQuestion } from '../../workflows/expression-of-interest.machine.js';
import { blockers, formQuestions } from '../../workflows/expression-of-interest-rules.js';
import { londonDate, sayDate } from '../../workflows/dates.js';
import { contactsToConfirm, mayAskIn, openProposals } from '../../workflows/colleague-rules.js';
import { checksTold } from '../../workflows/feeds.js';
import { keepingResult } from '../../workflows/kept-result.js';
import { applicable, nextQuestion, questionBefore } from '../../workflows/question-rules.js';
import type { ApplicationEvent } from '../../workflows/application-events.js';
import type { Answer, Answers, Question, Scheme } from '../../workflows/scheme.js';
import type { Dialog, Move, Prompt, View } from '../conversation.js';
import type { Button } from '../reply.js';
import { gradedAnswers } from '../../workflows/grade-rules.js';
import { roundStatus } from '../../workflows/window-rules.js';
import { linkLines, sendButtons } from './send.js';
import { howToAttach } from '../files/content.js';
import { takes } from '../files/dialog.js';
import { asks, placeIn } from '../place.js';
import { lateIntake, notOffered, offered } from '../rounds/intakes.js';
import { answersOf, button, joined, readsOf, sayAnswer } from '../words.js';
import { offerVersion } from '../applications/content.js';
import { newerVersion } from '../applications/rules.js';
import {
  contacts as contactsText,
  contactsKept,
  keptOwn,
  proposal as proposalText,
} from '../colleague/content.js';
import { quoted } from '../understanding/text.js';
import * as content from './content.js';

/**
 * The form, one question at a time; then check your answers, protocols and declaration, and sending. What is open
 * follows from the application's state, so that any conversation of the same person finds it at the same place.
 */
export const expressionOfInterest: Dialog = {
  isHome: (application) => application !== undefined && is(application, 'mayChangeForm'),

  prompt(view) {
    const { application } = view;
    if (!application)
      return {
        step: 'form:none',
        text: '',
        reads: { type: 'menu' },
        buttons: [button('Start an application', 'apply')],
      };
    const shown = questionAt(view, application);
    if (shown) return questionPrompt(view, application, shown);
    const second = secondLook(view, application);
    if (second) return second;
    switch (stateOf(application.snapshot.value)) {
      case 'completingForm':
        return questionPrompt(view, application);
      case 'declaring':
        return {
          step: 'form:declare',
          text: content.declaration(view.scheme),
          reads: { type: 'yesNo' },
          isAgain: true,
          buttons: [button('I accept'), button('No, not yet', 'no'), button('Check answers')],
        };
      case 'readyToSend':
        return sendPrompt(view, application);
      default:
        return checkPrompt(view, application);
    }
  },

  answer(view, prompt, value) {
    const { application } = view;
    if (!application) return {};
    const id = prompt.step.slice('form:'.length);
    if (id === 'declare') return declare(view, value === true);
    if (id === 'send') return recordSent(view, application, String(value));
    if (id === 'contacts') return confirmContacts(view, application, value === true);
    if (id.startsWith('proposal:'))
      return decideOn(view, application, id.slice('proposal:'.length), value === true);
    return answerQuestion(view, application, id, value);
  },

  park(view, prompt) {
    const id = prompt.step.slice('form:'.length);
    return prompt.parkable
      ? { events: [{ type: 'form.parked', question: id }], say: () => content.parked }
      : {};
  },

  kept: ({ application, scheme }, prompt) =>
    application && answersOf(application, scheme)[prompt.step.slice('form:'.length)],

  back(view, prompt) {
    const { application } = view;
    if (!application) return {};
    const state = stateOf(application.snapshot.value);
    const shown = questionAt(view, application);
    if (!shown && hasTag(state, 'isConfirmed')) return { events: [{ type: 'form.resumed' }] };
    const form = application.snapshot.context.form.context;
    const asked = askedQuestions(view.scheme, application, shown?.id ?? null);
    const here = shown || state === 'completingForm' ? prompt.step.slice('form:'.length) : null;
    const before = questionBefore(asked, allAnswers(form), here);
    return before ? { focus: asks(`form:${before.id}`) } : { say: () => content.firstQuestion };
  },
};

/** Opens a question again, wherever the form has got to. */
export function changeAnswer(view: View, application: Application, question: Question): Move {
  if (question.from && 'eligibility' in question.from) {
    return {
      focus: {
        ...asks(`eligibility:${question.from.eligibility}`),
        ...{ dialog: 'eligibility', application: application.reference, page: null, pending: null },
      },
    };
  }
  return {
    focus: {
      ...asks(`form:${question.id}`),
      ...{ dialog: 'expression-of-interest', application: application.reference, page: null, pending: null },
    },
  };
}

function answerQuestion(view: View, application: Application, id: string, value: Answer): Move {
  const question = formQuestions(view.scheme).find((one) => one.id === id);
  if (!question) return {};
  const told = checksTold(view.scheme, application.snapshot.context, id, value, view.today);
  return {
    events: [{ type: 'form.answered', question: id, value }, ...told],
    say: (after) => {
      return [
        content.kept(view.scheme, question, value),
        content.settles(
          essentialsOf(
            view.scheme,
            told.flatMap((event) => (event.type === 'readiness.answered' ? [event.check] : [])),
          ),
        ),
        question.type === 'email' && !/@(?:[a-z0-9-]+\.)*nhs\.(?:uk|net)$/i.test(String(value))
          ? content.notNhsAddress(question.label)
          : '',
        gradedNow(after, question, value),
        droppedSince(application, after),
      ]
        .filter(Boolean)
        .join('\n\n');
    },
  };
}

/** What the scheme's rules make of an answer that was just given. */
function gradedNow(after: View, question: Question, value: Answer): string {
  const answers = after.application ? answersOf(after.application, after.scheme) : {};
  const [found] = gradedAnswers(after.scheme, [question], { ...answers, [question.id]: value });
  const late = question.type === 'intake' ? lateIntake(after, String(value)) : '';
  return [found && found.rule.grade !== 'pass' ? content.gradeLine(question, found.rule) : '', late]
    .filter(Boolean)
    .join('\n\n');
}

/** Titles of the essential ones among some checks. */
export function essentialsOf({ readiness }: Scheme, ids: readonly string[]): string[] {
  return readiness.checks
    .filter(({ id, essential }) => essential && ids.includes(id))
    .map(({ title }) => title);
}

/** Says which of the form's answers a change has made unneeded. */
export function droppedSince(application: Application | undefined, after: View): string {
  const before = application?.snapshot.context.form.context.answers ?? {};
  const now = after.application ? answersOf(after.application, after.scheme) : {};
  const gone = formQuestions(after.scheme).filter(
    ({ id }) => before[id] !== undefined && now[id] === undefined,
  );
  return content.dropped(gone.map(({ label }) => label));
}

function declare(view: View, accepted: boolean): Move {
  if (!accepted) return { events: [{ type: 'form.resumed' }], say: () => content.notDeclared };
  const { application } = view;
  if (!application) return {};
  const { links, buttons = [] } = sendButtons(view, application);
  return {
    events: [{ type: 'declaration.accepted', by: view.person.id, at: view.now }],
    links,
    say: () => content.accepted(linkLines(buttons)),
    buttons,
  };
}

export function recordSent(view: View, application: Application, on: string): Move {
  const events = [{ type: 'eoi.sent', on } as const];
  return {
    events,
    focus: { dialog: 'decision', page: null, pending: null },
    say: (after) => {
      return content.sent(
        after.application ?? application,
        after.scheme,
        on,
        `${sayDate(after.today)}, ${after.time}`,
      );
    },
  };
}

/** The questions that this form itself asks: what eligibility or readiness told is not asked again. */
const askedQuestions = keepingResult(
  (scheme: Scheme, application: Application, at: string | null): readonly Question[] => {
    const { known, answers } = application.snapshot.context.form.context;
    return applicable(formQuestions(scheme), answersOf(application, scheme)).filter(
      ({ id }) => known[id] === undefined || answers[id] !== undefined || at === id,
    );
  },
);

/** What the owner is asked before the form goes on: a colleague's other answer, the details of the owner before. */
export function secondLook(view: View, application: Application): Prompt | undefined {
  const { scheme } = view;
  if (application.owner !== view.person.id || !mayAskIn(stateOf(application.snapshot.value)))
    return undefined;
  const answers = answersOf(application, scheme);
  const yesOrNo = { reads: { type: 'yesNo' }, buttons: [button('Yes'), button('No')] } as const;
  const [proposal] = openProposals(application, scheme);
  if (proposal) {
    const { question, by, answeredOn, proposed } = proposal;
    const [now, other] = [answers[question.id], proposed].map((one) => sayAnswer(scheme, question, one));
    return {
      step: `form:proposal:${question.id}`,
      text: proposalText(by, sayDate(answeredOn), question.label, now ?? '', other ?? ''),
      ...yesOrNo,
    };
  }
  const contacts = contactsToConfirm(application, scheme);
  return contacts.length === 0
    ? undefined
    : { step: 'form:contacts', text: contactsText(contactLines(scheme, contacts, answers)), ...yesOrNo };
}

export function contactLines(scheme: Scheme, questions: readonly Question[], answers: Answers): string[] {
  return questions.map((one) => `${one.label}: ${quoted(sayAnswer(scheme, one, answers[one.id]))}`);
}

/** Either way it is an answer, so that it is decided. */
function decideOn(view: View, application: Application, id: string, isTaken: boolean): Move {
  const found = openProposals(application, view.scheme).find(({ question }) => question.id === id);
  const now = answersOf(application, view.scheme)[id];
  if (!found || now === undefined) return {};
  if (isTaken) return answerQuestion(view, application, id, found.proposed);
  return {
    events: [{ type: 'form.answered', question: id, value: now }],
    say: () => keptOwn(found.question.label, sayAnswer(view.scheme, found.question, now)),
  };
}

/** The first is asked again on a no; then the rest are asked about once more. */
function confirmContacts(view: View, application: Application, isRight: boolean): Move {
  const questions = contactsToConfirm(application, view.scheme);
  const { answers } = application.snapshot.context.form.context;
  const [first] = questions;
  if (!isRight) return first ? changeAnswer(view, application, first) : {};
  return {
    events: questions.flatMap(({ id }): ApplicationEvent[] => {
      const value = answers[id];
      return value === undefined ? [] : [{ type: 'form.answered', question: id, value }];
    }),
    say: () => contactsKept,
  };
}

/** The question that this conversation is at, while the form still asks it. */
function questionAt(view: View, application: Application): Question | undefined {
  const here = placeIn(view, 'form:');
  if (here === undefined) return undefined;
  return applicable(formQuestions(view.scheme), answersOf(application, view.scheme)).find(
    ({ id }) => id === here,
  );
}

function questionPrompt(view: View, application: Application, shown?: Question): Prompt {
  const form = application.snapshot.context.form.context;
  const open = shown ?? openQuestion(formQuestions(view.scheme), form);
  if (!open) return checkPrompt(view, application);
  const asked = askedQuestions(view.scheme, application, open.id);
  const answers = allAnswers(form);
  const section = view.scheme.form.sections.find(({ questions }) => questions.includes(open));
  const left = asked.filter(({ id }) => answers[id] === undefined && !form.parked.includes(id)).length;
  const reads = offered(readsOf(view.scheme, open, answersOf(application, view.scheme)), view);
  const now = answers[open.id];
  if (open.type === 'statement')
    return {
      step: `form:${open.id}`,
      text: content.statement(open, section?.title ?? '', now),
      reads: { type: 'menu' },
      parkable: true,
      ...(section ? { form: `section:${section.id}` } : {}),
      buttons: [
        button(`Ask ${open.by}`.slice(0, 40), 'ask a colleague'),
        button('Put it aside', 'skip'),
        ...(asked[0] === open ? [] : [button('Back')]),
        button('Save and leave'),
      ],
    };
  return {
    step: `form:${open.id}`,
    text: content.question(
      open,
      section?.title ?? '',
      `question ${asked.indexOf(open) + 1} of ${asked.length}`,
      Math.max(left, 1),
      now === undefined ? undefined : sayAnswer(view.scheme, open, now),
      joined(reads.type === 'intake' ? notOffered(view) : '', howToAttach(view, open)),
    ),
    reads,
    ...takes(view, open),
    label: open.label,
    ...(section ? { form: `section:${section.id}` } : {}),
    ...(nextQuestion(formQuestions(view.scheme), answers, form.parked)?.id === open.id
      ? {}
      : { isAgain: true }),
    parkable: true,
    buttons: [
      ...(now === undefined ? [] : [button('Keep it', 'same')]),
      ...answerButtons(reads),
      button("Don't know yet"),
      ...(asked[0] === open ? [] : [button('Back')]),
      button('Save and leave'),
    ].slice(0, 6),
  };
}

/** Up to three answers to press; more go into the card's list. */
export function answerButtons(reads: Prompt['reads']): Button[] {
  if (reads.type === 'yesNo') return [button('Yes'), button('No')];
  if (reads.type === 'choice' && reads.options.length <= 3)
    return reads.options.map(({ label }) => button(label));
  return [];
}

function checkPrompt(view: View, application: Application): Prompt {
  const missing = blockers(view.scheme, application.snapshot.context);
  const status = roundStatus(view.scheme, view.today, view.time);
  const open = status.kind === 'open';
  const [first] = missing;
  const newer = newerVersion(view, application);
  const offer = newer ? offerVersion : '';
  const isComplete = missing.length === 0 && open;
  const ways = [
    ...(first?.kind === 'check' ? [button('Answer the readiness checks')] : []),
    ...(missing.some(({ kind }) => kind === 'question')
      ? [button('Answer what is missing', 'answer what is missing')]
      : []),
    ...(first?.kind === 'eligibility' ? [button('Check eligibility')] : []),
    ...(isComplete ? [button('Go on to the declaration', 'confirm answers')] : []),
  ];
  return {
    step: 'form:check',
    text: joined(content.check(view.scheme, application, missing, status), offer),
    short: {
      when: 'seen',
      text: joined(content.checkAgain(view.scheme, application, missing, status), offer),
      more: button('Show everything', 'check answers'),
    },
    reads: { type: 'menu' },
    ...(ways[0] ? { onward: ways[0].says } : {}),
    buttons: [
      ...ways,
      button('Change an answer', 'change'),
      ...(newer ? [button('See the new version')] : []),
      button('Save and leave'),
    ].slice(0, 6),
  };
}

/** The days on which it can have been sent: since it was declared and, to a second university, since the first sending. */
export function sentDays(view: View, application: Application): Extract<Prompt['reads'], { type: 'date' }> {
  const { declared, sent } = application.snapshot.context;
  const ready = [declared ? londonDate(declared.at) : '', sent.at(-1)?.on ?? ''].sort().at(-1);
  return { type: 'date', prefer: 'past', ...(ready ? { notBefore: ready } : {}), notAfter: view.today };
}

function sendPrompt(view: View, application: Application): Prompt {
  const status = roundStatus(view.scheme, view.today, view.time);
  return {
    step: 'form:send',
    text: content.ready(application, view.scheme, status),
    reads: sentDays(view, application),
    label: content.sentLabel,
    offers: { value: view.today, title: content.itsSent },
    isAgain: true,
    buttons: [
      button('Get the email and the form', 'documents'),
      button(content.textToCopy),
      button('Change an answer', 'change'),
      button('Check answers'),
    ],
  };
}
