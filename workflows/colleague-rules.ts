import type { EventOf } from './application-events.js';
import { hasTag, stateOf, type Application, type StateName } from './application.js';
import { londonDate, type LondonDate } from './dates.js';
import type { ApplicationEvent } from './application.machine.js';
import { allAnswers } from './expression-of-interest.machine.js';
import { formQuestions } from './expression-of-interest-rules.js';
import { inForce } from './history.js';
import { keepingResult } from './kept-result.js';
import { applies } from './question-rules.js';
import type { Answer, Question, Scheme } from './scheme.js';

/**
 * One question of the form, put to a colleague who is not one of the application's people: they answer it by a code,
 * and see nothing else. What is open and what was answered follows from the history, like everything else.
 */
export type ColleagueEvent = EventOf<'colleague'>;

export interface AskedQuestion {
  readonly question: Question;
  readonly to: string;
  readonly askedOn: LondonDate;
}

export interface AnsweredQuestion extends AskedQuestion {
  /** Which event of the history: no two answers have the same. */
  readonly id: string;
  readonly answeredOn: LondonDate;
  /** Who answered: their own name, or what the owner calls them. */
  readonly by: string;
  /** What was answered where an answer stood already: it is not in the form until its owner takes it. */
  readonly proposed?: Answer;
}

/** May a question be put to a colleague, and answered by one? Only where that undoes nothing that was confirmed. */
export function mayAskIn(state: StateName): boolean {
  return hasTag(state, 'isFilling');
}

/**
 * What colleagues were asked and have not answered. A question is closed by any answer to it, by taking back the codes,
 * when it no longer applies, and when the application is declared, withdrawn or handed over.
 */
export function openQuestions(application: Application, scheme: Scheme): AskedQuestion[] {
  if (!mayAskIn(stateOf(application.snapshot.value))) return [];
  const answers = allAnswers(application.snapshot.context.form.context);
  return storyOf(application, scheme).open.filter(({ question }) => applies(question.when, answers));
}

/** What colleagues have answered, the earliest first. */
export function answeredQuestions(application: Application, scheme: Scheme): readonly AnsweredQuestion[] {
  return storyOf(application, scheme).answered;
}

/**
 * May these events go into the history, brought by that person? A statement is written by somebody who does not belong
 * to the application, through the code for it, and by a different person than every other statement.
 */
export function mayState(
  application: Pick<Application, 'owner' | 'invited' | 'history'>,
  scheme: Scheme,
  events: readonly ApplicationEvent[],
  by: string,
): boolean {
  const statements = new Set(
    formQuestions(scheme)
      .filter(({ type }) => type === 'statement')
      .map(({ id }) => id),
  );
  return events.every((event, i) => {
    const writes =
      event.type === 'form.answered' || event.type === 'form.renewed' || event.type === 'colleague.proposed';
    if (!writes || !statements.has(event.question)) return true;
    const code = events[i - 1];
    return (
      code?.type === 'colleague.answered' &&
      code.question === event.question &&
      mayWrite(application, statements, event.question, by)
    );
  });
}

/** Somebody from outside who has written no other statement of this form. */
export function mayWriteStatement(
  application: Application,
  scheme: Scheme,
  question: string,
  by: string,
): boolean {
  const statements = formQuestions(scheme).filter(({ type }) => type === 'statement');
  return mayWrite(application, new Set(statements.map(({ id }) => id)), question, by);
}

function mayWrite(
  { owner, invited, history }: Pick<Application, 'owner' | 'invited' | 'history'>,
  statements: ReadonlySet<string>,
  question: string,
  by: string,
): boolean {
  if (by === owner || invited.includes(by)) return false;
  return !history.some(
    (entry) =>
      entry.event.type === 'form.answered' &&
      statements.has(entry.event.question) &&
      entry.event.question !== question &&
      entry.by === by,
  );
}

/** What colleagues proposed and nobody has decided on, the earliest first. Any answer to the question decides. */
export function openProposals(
  application: Application,
  scheme: Scheme,
): readonly (AnsweredQuestion & { readonly proposed: Answer })[] {
  if (!mayAskIn(stateOf(application.snapshot.value))) return [];
  const answers = allAnswers(application.snapshot.context.form.context);
  return storyOf(application, scheme).proposed.filter(({ question }) => applies(question.when, answers));
}

/**
 * What the form says of the owner before, and nobody has confirmed since it changed hands: a question for the new
 * owner, not for whoever helps.
 */
export function contactsToConfirm(application: Application, scheme: Scheme): readonly Question[] {
  const counting = inForce(application.history);
  const last = counting.findLastIndex(({ event }) => event.type === 'owner.changed');
  if (last === -1) return [];
  const since = counting
    .slice(last)
    .flatMap(({ event }) => (event.type === 'form.answered' ? event.question : []));
  const { answers } = application.snapshot.context.form.context;
  return formQuestions(scheme).filter(
    // A statement is its writer's: nobody else can say that it still holds.
    ({ id, personal, type }) =>
      personal && type !== 'statement' && answers[id] !== undefined && !since.includes(id),
  );
}

interface Story {
  readonly open: readonly AskedQuestion[];
  readonly answered: readonly AnsweredQuestion[];
  readonly proposed: readonly (AnsweredQuestion & { readonly proposed: Answer })[];
}

const untold: Story = { open: [], answered: [], proposed: [] };

const storyOf = keepingResult(({ history }: Application, scheme: Scheme): Story => {
  // Few have asked anybody, and a history is long.
  if (!history.some(({ event }) => event.type === 'colleague.asked')) return untold;
  const open = new Map<string, AskedQuestion>();
  const answered: AnsweredQuestion[] = [];
  const proposed = new Map<string, AnsweredQuestion & { proposed: Answer }>();
  const counts = new Set(inForce(history));
  history.forEach((entry, index) => {
    const { at, event } = entry;
    if (!counts.has(entry)) return;
    switch (event.type) {
      case 'people.uninvited':
      case 'owner.changed':
      case 'answers.confirmed':
      case 'application.withdrawn':
        return open.clear();
      case 'form.answered':
        proposed.delete(event.question);
        return void open.delete(event.question);
      case 'colleague.asked': {
        const question = formQuestions(scheme).find(({ id }) => id === event.question);
        if (question) open.set(event.question, { question, to: event.to, askedOn: londonDate(at) });
        return;
      }
      case 'colleague.answered':
      case 'colleague.proposed': {
        const asked = open.get(event.question);
        open.delete(event.question);
        if (!asked) return;
        const id = String(index);
        const answer = { ...asked, id, answeredOn: londonDate(at), by: event.name ?? asked.to };
        if (event.type === 'colleague.answered') return void answered.push(answer);
        const proposal = { ...answer, proposed: event.value };
        proposed.set(event.question, proposal);
        answered.push(proposal);
      }
    }
  });
  return { open: [...open.values()], answered, proposed: [...proposed.values()] };
});
