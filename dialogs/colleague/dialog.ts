import { fieldOf } from '../../workflows/fields.js';
import { stateOf, type Application } from '../../workflows/application.js';
import { opens } from '../../workflows/authority-rules.js';
import { addWorkingDays } from '../../workflows/dates.js';
import {
  mayAskIn,
  mayWriteStatement,
  openQuestions,
  type AskedQuestion,
} from '../../workflows/colleague-rules.js';
import { allAnswers } from '../../workflows/expression-of-interest.machine.js';
import { checksTold } from '../../workflows/feeds.js';
import { formQuestions } from '../../workflows/expression-of-interest-rules.js';
import { applicable } from '../../workflows/question-rules.js';
import type { Question } from '../../workflows/scheme.js';
import type { Dialog, Move, Offer, Prompt, View } from '../conversation.js';
import { answerButtons, changeAnswer } from '../expression-of-interest/dialog.js';
import { kept } from '../expression-of-interest/content.js';
import { howToAttach } from '../files/content.js';
import { takes } from '../files/dialog.js';
import { home } from '../home/dialog.js';
import { codeEnds, sentCodeIn } from '../sharing/codes.js';
import { answersOf, button, readsOf } from '../words.js';
import * as content from './content.js';

/**
 * A colleague answers one question of somebody else's form, by a code and without belonging to the application. What
 * is open is looked up anew in each turn, so that a question answered or taken back meanwhile is not asked.
 */
export const asked: Dialog = {
  prompt(view) {
    const found = openIn(view);
    if (!found) return { ...home.prompt(view), step: 'asked:closed', text: content.closed, isNews: true };
    const { application } = found.offer;
    const scheme = view.schemeOf(application);
    const { question } = found.one;
    const reads = readsOf(scheme, question, answersOf(application, scheme));
    return {
      step: `asked:${question.id}`,
      text: content.question(
        found.one,
        application,
        scheme,
        askerOf(view, application),
        howToAttach(view, question),
      ),
      reads,
      ...takes(view, question),
      label: question.label,
      parkable: true,
      buttons: [...answerButtons(reads), button("Don't know yet")],
    };
  },

  answer(view, prompt, value) {
    const found = openIn(view);
    if (!found) return {};
    const { offer, one } = found;
    const { application, invitation } = offer;
    const { name } = view.person;
    const question = one.question.id;
    const scheme = view.schemeOf(application);
    if (
      one.question.type === 'statement' &&
      !mayWriteStatement(application, scheme, question, view.person.id)
    )
      return { focus: toHome, say: () => content.notYoursToWrite(one.question) };
    // What is no answer does not use up the code.
    if (typeof value === 'string' && isFree(prompt.reads.type)) {
      const none = noAnswerIn(view, value, application);
      if (none) return none;
    }
    const signed = name ? { name } : {};
    const stands = allAnswers(application.snapshot.context.form.context)[question];
    if (stands !== undefined && stands !== value && one.question.type !== 'statement')
      return {
        accepts: offer,
        events: [{ type: 'colleague.proposed', question, value, ...signed }],
        spent: [invitation.id],
        focus: toHome,
        say: () => content.thanksProposed(askerOf(view, application), kept(scheme, one.question, value)),
      };
    return {
      reminders: (before) => ({
        ...before,
        own: before.own.filter(({ id }) => id !== reminderId(invitation.id)),
      }),
      accepts: offer,
      events: [
        { type: 'colleague.answered', question, ...signed },
        { type: 'form.answered', question, value },
        ...checksTold(view.schemeOf(application), application.snapshot.context, question, value, view.today),
      ],
      spent: [invitation.id],
      focus: toHome,
      say: () =>
        content.thanks(askerOf(view, application), kept(view.schemeOf(application), one.question, value)),
    };
  },

  park: () => ({ focus: toHome, say: () => content.later }),
};

function isFree(type: Prompt['reads']['type']): boolean {
  return type === 'text' || type === 'name' || type === 'paragraph';
}

/** "Hello", "no idea", the invitation itself: words that a free text would take for an answer. */
function noAnswerIn(view: View, text: string, { reference }: Application): Move | undefined {
  if (sentCodeIn(text) !== undefined || text.includes(reference))
    return { say: () => content.thatIsTheInvitation };
  const command = view.mind.phrases.read(text)?.command;
  if (command === 'dont-know') return { focus: toHome, say: () => content.later };
  return command === 'greeting' || command === 'thanks' ? { say: () => content.hello } : undefined;
}

/** The owner's name, if it is known: a colleague may not have told theirs yet. */
function askerOf(view: View, application: Application): string | undefined {
  const scheme = view.schemeOf(application);
  const manager = fieldOf(scheme, 'applicant', answersOf(application, scheme));
  return view.names?.get(application.owner) ?? (manager === undefined ? undefined : String(manager));
}

const toHome = { application: null, dialog: 'home', page: null, pending: null } as const;

/** What a code for one answer opens. */
export function openAsked(view: View, { invitation, application }: Offer): Move {
  if (application.owner === view.person.id || application.invited.includes(view.person.id)) {
    const question = questionOf(view, application, invitation.question);
    if (question?.type === 'statement') return { say: () => content.notYoursToWrite(question) };
    return question ? changeAnswer(view, application, question) : {};
  }
  const question = questionOf(view, application, invitation.question);
  const on = addWorkingDays(
    view.today,
    view.schemeOf(application).nudges.colleagueQuestion[0] ?? 3,
    view.calendar,
  );
  return {
    focus: { application: null, dialog: 'asked', page: invitation.id, pending: null },
    // Whoever has a statement to write and goes away is reminded themselves.
    ...(question?.type === 'statement'
      ? {
          reminders: (before) => ({
            ...before,
            own: [
              ...before.own.filter(({ id }) => id !== reminderId(invitation.id)),
              { id: reminderId(invitation.id), on, text: content.stillToWrite(question), application: null },
            ],
          }),
        }
      : {}),
  };
}

/** Of the reminder to write a statement: one for each code. */
function reminderId(invitation: string): string {
  return invitation
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 8);
}

/**
 * "Ask a colleague": about the question that is open, or one that is named or chosen; then whom; then the code, in a
 * message that is ready to send. `rest` is the question, and after a stroke whom, as the turns before have found out.
 */
export function askColleague(view: View, prompt: Prompt, rest: string): Move {
  const { application } = view;
  if (!application || !mayAskIn(stateOf(application.snapshot.value))) return { say: () => content.notNow };
  const [named = '', to] = rest.split('|').map((part) => part.trim());
  const open = prompt.step.replace(/^form:/, '');
  const left = unanswered(view, application);
  const question =
    questionOf(view, application, named) ??
    questionOf(view, application, open) ??
    (left.length === 1 ? left[0] : undefined);
  if (!question) return choose(left);
  // Refused where it counts, before anybody is asked whom they mean.
  if (application.owner !== view.person.id)
    return { events: [{ type: 'colleague.asked', question: question.id, to: 'nobody' }] };
  if (!to) {
    return {
      focus: {
        pending: { kind: 'command-text', command: 'ask-colleague', before: `${question.id} |` },
      },
      say: () => content.whom(question),
      alone: true,
    };
  }
  const before = view.looked?.invitations;
  if (!before) return { needs: 'invitations' };
  return ask(view, application, question, to.slice(0, longestName));
}

/** Characters of what a colleague is called. */
const longestName = 80;

function ask(view: View, application: Application, question: Question, to: string): Move {
  const { reference } = application;
  const code = view.newCode();
  const isOpen = allAnswers(application.snapshot.context.form.context)[question.id] === undefined;
  // A question has one code: who was asked before would answer over the one who is asked now.
  const spent = (view.looked?.invitations ?? [])
    .filter((one) => one.application === reference && one.question === question.id)
    .map(({ id }) => id);
  const ends = codeEnds(view.now, 'answer');
  const days = view.scheme.nudges.colleagueQuestion;
  return {
    focus: { pending: null },
    events: [
      ...(isOpen ? [{ type: 'form.parked', question: question.id } as const] : []),
      { type: 'colleague.asked', question: question.id, to },
    ],
    codes: [{ code, to: 'answer', application: reference, question: question.id }],
    spent,
    say: () => content.message(application, view.scheme, { question, to }, { code, ends, days }),
    alone: true,
    buttons: [button('Go on with the form', 'continue'), button('Who can see this')],
  };
}

function unanswered(view: View, application: Application): readonly Question[] {
  const answers = answersOf(application, view.scheme);
  return applicable(formQuestions(view.scheme), answers).filter(({ id }) => answers[id] === undefined);
}

function choose(left: readonly Question[]): Move {
  if (left.length === 0) return { say: () => content.notNow };
  const options = left.map(({ id, label }) => ({ value: id, label, also: [] }));
  const ask = content.which(left.map(({ label }) => label));
  return { focus: { pending: { kind: 'choose', command: 'ask-colleague', options, ask } } };
}

function questionOf(view: View, application: Application, id: string | undefined): Question | undefined {
  const scheme = view.schemeOf(application);
  const road = applicable(formQuestions(scheme), answersOf(application, scheme));
  return road.find((one) => one.id === id);
}

function openIn(view: View): { offer: Offer; one: AskedQuestion } | undefined {
  const { page } = view.focus;
  const offer = [view.asked, view.looked?.offer].find((one) => one?.invitation.id === page);
  if (!offer) return undefined;
  const { application, invitation } = offer;
  if (!opens(invitation, application, view.person, view.now)) return undefined;
  const one = openQuestions(application, view.schemeOf(application)).find(
    ({ question }) => question.id === invitation.question,
  );
  return one && { offer, one };
}
