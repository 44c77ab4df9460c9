import { stateOf, type Application, type StateName } from './application.js';
import { londonDate, type LondonDate } from './dates.js';
import type { ApplicationEvent } from './application.machine.js';
import { allAnswers } from './expression-of-interest.machine.js';
import { formQuestions } from './expression-of-interest-rules.js';
import { keepingResult } from './kept-result.js';
import { applies } from './question-rules.js';
import type { Question, Scheme } from './scheme.js';

/**
 * One question of the form, put to a colleague who is not one of the application's people: they answer it by a code,
 * and see nothing else. What is open and what was answered follows from the history, like everything else.
 */
export type ColleagueEvent =
  /** `to`: whom, as the owner calls them. A question has one colleague at a time: the last one asked. */
  | { readonly type: 'colleague.asked'; readonly question: string; readonly to: string }
  /** Right before the `form.answered` that it brings. `name`: the colleague's own, where their channel tells it. */
  | { readonly type: 'colleague.answered'; readonly question: string; readonly name?: string };

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
}

/** The states in which an answer goes into the form without undoing anything that was confirmed. */
const ASKABLE: readonly StateName[] = ['completingForm', 'checkingAnswers'];

/** May a question of an application in this state be put to a colleague, and answered by one? */
export function mayAskIn(state: StateName): boolean {
  return ASKABLE.includes(state);
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
    if (event.type !== 'form.answered' || !statements.has(event.question)) return true;
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

interface Story {
  readonly open: readonly AskedQuestion[];
  readonly answered: readonly AnsweredQuestion[];
}

const untold: Story = { open: [], answered: [] };

const storyOf = keepingResult(({ history }: Application, scheme: Scheme): Story => {
  // Few have asked anybody, and a history is long.
  if (!history.some(({ event }) => event.type === 'colleague.asked')) return untold;
  const open = new Map<string, AskedQuestion>();
  const answered: AnsweredQuestion[] = [];
  history.forEach(({ at, event }, index) => {
    switch (event.type) {
      case 'people.uninvited':
      case 'owner.changed':
      case 'answers.confirmed':
      case 'application.withdrawn':
        return open.clear();
      case 'form.answered':
        return void open.delete(event.question);
      case 'colleague.asked': {
        const question = formQuestions(scheme).find(({ id }) => id === event.question);
        if (question) open.set(event.question, { question, to: event.to, askedOn: londonDate(at) });
        return;
      }
      case 'colleague.answered': {
        const asked = open.get(event.question);
        open.delete(event.question);
        if (asked)
          answered.push({
            ...asked,
            ...{ id: String(index), answeredOn: londonDate(at), by: event.name ?? asked.to },
          });
      }
    }
  });
  return { open: [...open.values()], answered };
});
