import { hasTag, is, stateOf, type Application, type StateName } from '../workflows/application.js';
import { mayAskIn, openQuestions } from '../workflows/colleague-rules.js';
import { blockers, formQuestions, startOf } from '../workflows/expression-of-interest-rules.js';
import { rowStage } from '../workflows/fields.js';
import type { Scheme } from '../workflows/scheme.js';
import { schemeChange } from '../workflows/scheme-change.js';
import { supportBlockers } from '../workflows/support-rules.js';
import { copy, openApplication, withdraw, withdrawnFrom } from './applications/dialog.js';
import * as applicationsContent from './applications/content.js';
import { describe } from './applications/content.js';
import { statusOf } from './applications/status.js';
import { dialogOf, isOpen, isPlaceFor, newerVersion } from './applications/rules.js';
import { partsNow, type Form } from './cards/form.js';
import * as colleagueContent from './colleague/content.js';
import { askColleague } from './colleague/dialog.js';
import * as content from './content.js';
import type { Dialog, Focus, Move, Prompt, View } from './conversation.js';
import * as decisionContent from './decision/content.js';
import * as eligibilityContent from './eligibility/content.js';
import { eligibilityDraft } from './eligibility/dialog.js';
import { rowAnswer } from './rounds/words.js';
import * as formContent from './expression-of-interest/content.js';
import { eoiLetter, supportLetter } from './documents/letters.js';
import { changeAnswer, recordSent, sentDays } from './expression-of-interest/dialog.js';
import { documentLinks, emailToCopy, howToSend, isByPage, linkLines } from './expression-of-interest/send.js';
import { carriedOver, startForm } from './expression-of-interest/start.js';
import * as roundsContent from './rounds/content.js';
import { enterOnly, isPlain, lead, nextRound, windowOf } from './rounds/dialog.js';
import { showFix, startReadiness } from './readiness/dialog.js';
import * as supportContent from './support-confirmation/content.js';
import {
  changeRow,
  changeTrainees,
  recordReturned,
  returnedDays,
  startConfirmation,
  supportLinks,
} from './support-confirmation/dialog.js';
import { checksStep } from './nudges/content.js';
import * as nudges from './nudges/dialog.js';
import { showOverview } from './overview/dialog.js';
import { calendarLink, showPlan } from './plan/dialog.js';
import { asks } from './place.js';
import * as privacy from './privacy/dialog.js';
import * as sharing from './sharing/dialog.js';
import * as questions from './questions/content.js';
import { compare, showEntry, startAdvisor } from './questions/dialog.js';
import { readAnswer } from './understanding/answers.js';
import { normalise } from './understanding/text.js';
import { aboutIn, redo, undo } from './undo/dialog.js';
import { showUniversities } from './university-choice/dialog.js';
import type { Commanded } from './understanding/commands.js';
import { answersOf, button, byLabel, hasTraining, joined } from './words.js';
import { applicable } from '../workflows/question-rules.js';

/** Does what was asked, whatever is open. `confirmed`: the person has said yes to the question that goes before it. */
export function obey(
  view: View,
  dialog: Dialog,
  prompt: Prompt,
  { command, rest, said, typed }: Commanded,
  confirmed = false,
): Move {
  const { application } = view;
  switch (command) {
    case 'help':
      return { say: () => (prompt.reads.type === 'menu' ? content.help : content.helpHere) };
    case 'greeting':
      return greeting(view, prompt);
    case 'thanks':
      return { say: () => content.thanks };
    case 'home':
      return { focus: to('home') };
    case 'contacts':
      return aboutRound(view, said, () => ({
        say: () =>
          applicationsContent.contacts(view.scheme, !application || hasTraining(application, view.scheme)),
      }));
    case 'ready-check':
      return readinessOf(view, said, (current) => startReadiness(current, 'essential'));
    case 'good-practice':
      return readinessOf(view, said, (current) => startReadiness(current, 'good-practice'));
    case 'fix':
      return readinessOf(view, said, (current) => showFix(current, rest));
    case 'draft':
      return letterToCopy(view) ?? { say: () => eligibilityDraft(view) || eligibilityContent.noDraft };
    case 'send-it':
      return sendIt(view);
    case 'eligibility':
      return checkEligibility(withCurrent(view, beforeSending), said);
    case 'apply':
      return apply(withCurrent(view, beforeSending), said);
    case 'new-application':
      return beginIn(view, said);
    case 'new-version':
      return moveToNewVersion(withCurrent(view, beforeSending), confirmed);
    case 'continue':
      return carryOn(view);
    case 'status':
      return { focus: { ...to('applications'), page: 'list' } };
    case 'open':
      return open(view, rest);
    case 'check-answers':
      return checkAnswers(withCurrent(view, filling));
    case 'confirm-answers':
      return { events: [{ type: 'answers.confirmed', date: view.today, time: view.time }] };
    case 'missing':
      return answerMissing(view);
    case 'change':
      return change(withCurrent(view, filling), rest);
    case 'back':
      return dialog.back?.(view, prompt) ?? { say: () => content.noBack };
    case 'undo':
      return undo(view, aboutIn(rest), confirmed);
    case 'redo':
      return redo(view);
    case 'save':
      return { focus: { ...to('home') }, say: () => content.saved };
    case 'cancel':
    case 'withdraw':
      return confirmed && application
        ? withdraw(view, application)
        : ask(withCurrent(view, notOver), command, content.sureCancel);
    case 'start-over':
      return confirmed && application
        ? startOver(view, application)
        : ask(withCurrent(view, notOver), command, content.sureStartOver);
    case 'copy':
      return copyOne(view, rest);
    case 'documents':
      return documents(view);
    case 'sent':
      return sent(view, rest);
    case 'decision': {
      const waiting = withCurrent(view, (state) => state === 'awaitingDecision');
      return stateIs(waiting, 'awaitingDecision')
        ? inFocus(waiting, { focus: to('decision'), say: () => decisionContent.fundedOrNot })
        : carryOn(view);
    }
    case 'reopen':
      return reopen(view, said);
    case 'confirmation': {
      const funded = withCurrent(view, (state) => hasTag(state, 'isAwaitingSupport'));
      return funded.application
        ? inFocus(funded, startConfirmation(funded))
        : notPossible(view, supportContent.notRecruiting(view.application, view.scheme));
    }
    case 'same': {
      const value = dialog.kept?.(view, prompt) ?? dialog.before?.(view, prompt);
      return value === undefined ? { say: () => content.noSame } : dialog.answer(view, prompt, value);
    }
    case 'start-date':
      return moveStartOf(withCurrent(view, isFunded));
    case 'started':
      return startProgramme(
        withCurrent(
          view,
          (state, scheme) => state === 'supportConfirmed' || (state === 'recruiting' && !rowStage(scheme)),
        ),
      );
    case 'universities':
      return /\b(?:change|switch|different|another|other|swap)\b/.test(said)
        ? changeUniversity(withCurrent(view, mayChangeUniversity))
        : aboutRound(view, said, () => showUniversities());
    case 'reminders':
      return nudges.showReminders(view);
    case 'remind-me':
      return nudges.remindMe(view, typed ?? rest);
    case 'snooze':
      return nudges.snooze(view, rest);
    case 'already-done':
      return nudges.alreadyDone(view, rest);
    case 'stop-reminders':
      return nudges.stop(view, rest, said);
    case 'start-reminders':
      return nudges.start(view, rest);
    case 'plan':
      return view.mine.length > 0 ? showPlan(view, rest) : aboutRound(view, said, () => showPlan(view, rest));
    case 'calendar':
      return calendarLink(view, rest);
    case 'invite':
    case 'hand-over':
      return sharing.makeCode(view, command);
    case 'ask-colleague': {
      const current = application ? view : withCurrent(view, (state) => mayAskIn(state));
      return inFocus(current, askColleague(current, prompt, rest));
    }
    case 'join':
      return sharing.join(view, rest);
    case 'people':
      return sharing.showPeople(view);
    case 'remove':
      return sharing.remove(view, rest);
    case 'take-back':
      return sharing.takeBack(view);
    case 'overview':
      return showOverview(view);
    case 'privacy':
      return privacy.showHeld(view);
    case 'download-data':
      return privacy.download(view);
    case 'delete-data':
      return privacy.deleteAll(view, confirmed);
    case 'ap-or-na':
      return compare(view);
    case 'advise':
      return startAdvisor();
    case 'ask':
      return showEntry(view, rest.replace(/ /g, '-'));
    case 'helpful':
    case 'not-helpful':
      return feedback(view, rest.replace(/ /g, '-'), command === 'helpful');
    case 'dont-know':
      return (
        (prompt.reads.type === 'menu' ? undefined : dialog.park?.(view, prompt)) ?? {
          say: () => content.cannotPark,
        }
      );
    case 'skip': {
      // What stands there already is not put aside by going past it.
      const kept = dialog.kept?.(view, prompt);
      if (kept !== undefined) return dialog.answer(view, prompt, kept);
      return (
        dialog.skip?.(view, prompt) ??
        (prompt.parkable ? (dialog.park?.(view, prompt) ?? {}) : { say: () => content.cannotSkip })
      );
    }
  }
}

/** Where it stands first, to look at, for whoever comes back in the middle of something. */
function greeting(view: View, prompt: Prompt): Move {
  const hello = view.person.greetedAt ? content.hello : content.greeting(view);
  const { application } = view;
  if (!application || prompt.step === 'home') return { say: () => hello, again: prompt.step === 'home' };
  const { words, drawn } = statusOf(view, application);
  return { say: () => joined(hello, words), drawn, extra: [], again: true };
}

/** Readiness of the application that it can still be about, which may not be the one in focus. */
function readinessOf(view: View, said: string, move: (current: View) => Move): Move {
  const current = withCurrent(view, beforeSending);
  return aboutRound(current, said, () => inFocus(current, move(current)));
}

function feedback(view: View, id: string, helpful: boolean): Move {
  const entry = id || (view.focus.topic ?? '');
  return {
    say: () => (helpful ? questions.thanksHelpful : questions.thanksNotHelpful),
    ...(view.mind.knowledge.byId.has(entry) ? { learn: { entry, helpful } } : {}),
  };
}

/** First what would change, then a yes: nobody's form becomes another one unasked. */
function moveToNewVersion(view: View, confirmed: boolean): Move {
  const { application, scheme } = view;
  const newer = application && newerVersion(view, application);
  if (!newer) return notPossible(view, applicationsContent.noNewVersion);
  const change = schemeChange(scheme, newer, application.snapshot.context);
  if (!confirmed)
    return ask(view, 'new-version', () => applicationsContent.newVersion(scheme, newer, application, change));
  return inFocus(view, {
    events: [{ type: 'scheme.moved', from: scheme.version, to: newer.version }],
    focus: { page: null, pending: null },
    say: () => applicationsContent.movedTo(newer),
  });
}

/** Before sending, the university is an answer like any other; afterwards the first one is told. */
function changeUniversity(view: View): Move {
  const { application } = view;
  const question = formQuestions(view.scheme).find(({ type }) => type === 'university');
  if (stateIs(view, 'awaitingDecision'))
    return view.scheme.sendTo.to === 'university'
      ? inFocus(view, { focus: to('university-choice') })
      : { say: () => content.staysAsSent };
  if (!application || !question || !mayChangeUniversity(stateOf(application.snapshot.value)))
    return showUniversities();
  return changeAnswer(view, application, question);
}

function mayChangeUniversity(state: StateName): boolean {
  return hasTag(state, 'mayChangeUniversity');
}

/** Goes on with what is in focus, or with the only open application; with several, asks which. */
function carryOn(view: View): Move {
  const open = view.mine.filter(isOpen);
  const current = view.application ?? (open.length === 1 ? open[0] : undefined);
  if (current) return openApplication(view, current.reference);
  return open.length > 1
    ? { focus: { ...to('applications'), page: 'list' } }
    : { say: () => applicationsContent.noApplication, focus: to('home') };
}

function open(view: View, which: string): Move {
  const [, name = which, one] = /^(ap [a-z0-9]{4} [a-z0-9]{4}) (.+)$/i.exec(normalise(which)) ?? [];
  const wanted = normalise(name).replace(/ /g, '-').toUpperCase();
  const found = view.mine.find(({ reference }) => reference === wanted) ?? view.mine[Number(which) - 1];
  if (found && one === checksStep && isPlaceFor('readiness', found))
    return { focus: { ...to('readiness'), application: found.reference } };
  if (found && one) return openQuestion(view, found, one);
  // A coordinator sees where others' applications stand, and no more.
  if (!found && view.coordinator) return showOverview(view);
  return found ? openApplication(view, found.reference) : { focus: { ...to('applications'), page: 'list' } };
}

/** In the person's own round: the only one, or the one that they are led to. */
function beginIn(view: View, said: string): Move {
  const [only] = view.rounds;
  return view.rounds.length === 1 && only ? enterOnly(view, only) : lead(view, 'begin', said);
}

/** What is said of a round needs to know which: asked where there are several and none is in focus. */
function aboutRound(view: View, said: string, move: () => Move): Move {
  return isPlain(view) || view.group ? move() : lead(view, said, said);
}

/** With what an application before this one has told already. */
function openEligibility(view: View, own: string): Move {
  const { events, from } = carriedOver(view, view.scheme, own);
  return { events, focus: to('eligibility'), say: () => eligibilityContent.opened(from) };
}

/** A first application begins at once. Beside one that was sent, another is begun only after a yes. */
function beginFirst(view: View, said: string): Move {
  const sent = view.mine.find((one) => one.owner === view.person.id && isOpen(one));
  if (!sent) return beginIn(view, said);
  const ask = content.sureAnother(describe(sent, view.schemeOf(sent), view.today));
  return { focus: { pending: { kind: 'command', command: 'new-application', rest: '', ask } } };
}

/** The question that a reminder is about. When it is answered by now, the application goes on where it is. */
function openQuestion(view: View, application: Application, which: string): Move {
  const waiting = openQuestions(application, view.schemeOf(application)).find(
    ({ question }) => normalise(question.id) === which,
  );
  if (!waiting) return openApplication(view, application.reference);
  return {
    ...changeAnswer(view, application, waiting.question),
    say: () => colleagueContent.stillOpen(waiting),
  };
}

function checkEligibility(view: View, said: string): Move {
  if (!view.application) return beginFirst(view, said);
  return inFocus(view, { focus: to('eligibility'), again: true });
}

function apply(view: View, said: string): Move {
  const { application } = view;
  if (!application) return beginFirst(view, said);
  if (stateIs(view, 'preparing')) {
    const answered = Object.keys(application.snapshot.context.eligibility.context.answers).length > 0;
    if (answered) return inFocus(view, { focus: to('eligibility'), say: () => eligibilityContent.first });
    return inFocus(view, openEligibility(view, application.reference));
  }
  if (!stateIs(view, 'eligible')) return openApplication(view, application.reference);
  return startForm(view, application);
}

function checkAnswers(view: View): Move {
  const { application } = view;
  if (!application) return { say: () => applicationsContent.noApplication };
  const focus = to(dialogOf(application));
  if (stateIs(view, 'checkingAnswers')) return inFocus(view, { focus, again: true });
  const missing = blockers(view.scheme, application.snapshot.context);
  return inFocus(view, {
    focus,
    say: () => formContent.check(view.scheme, application, missing, windowOf(view, view.scheme)),
    alone: true,
    buttons: [button('Carry on', 'continue'), button('Change an answer', 'change')],
  });
}

function change(view: View, rest: string): Move {
  const { application } = view;
  if (!application) return { say: () => applicationsContent.noApplication };
  const parts = partsNow(view);
  const [only] = parts;
  const part = parts.find(({ title }) => normalise(rest) === normalise(title));
  if (part) return inFocus(view, { part: part.name });
  if (rest === '' && only && parts.length > 1) return choosePart(view, parts);
  if (stateIs(view, 'confirmingSupport')) {
    if (/^(?:number of )?trainees$|^how many/.test(normalise(rest)))
      return inFocus(view, changeTrainees(view));
    return changeRow(view, rest) ?? { say: () => formContent.whichChange([rowAnswer(view.scheme)]) };
  }
  const state = stateOf(application.snapshot.value);
  const inEligibility = hasTag(state, 'isCheckingEligibility');
  const answers = answersOf(application, view.scheme);
  const wanted = normalise(rest).replace(/^(?:my|our|the) /, '');
  if (inEligibility) {
    const questions = applicable(view.scheme.eligibility.questions, answers);
    const found = byLabel(questions, wanted);
    return found.length === 1 && found[0]
      ? inFocus(view, { focus: { ...to('eligibility'), ...asks(`eligibility:${found[0].id}`) } })
      : chooseChange(view, found, questions, wanted);
  }
  const questions = applicable(formQuestions(view.scheme), answers);
  const found = byLabel(questions, wanted);
  return found.length === 1 && found[0]
    ? changeAnswer(view, application, found[0])
    : chooseChange(view, found, questions, wanted);
}

/** Which part is to be changed: its card then has all of it. */
function choosePart(view: View, parts: readonly Form[]): Move {
  const options = parts.map(({ title }) => ({ value: title, label: title, also: [] }));
  const ask = formContent.whichPart(example(view));
  return inFocus(view, { focus: { pending: { kind: 'choose', command: 'change', options, ask } } });
}

/** Something that can be named straight away. */
function example(view: View): string {
  if (stateIs(view, 'confirmingSupport')) return rowAnswer(view.scheme);
  return filling(stateOf(view.application?.snapshot.value)) &&
    partsNow(view).some(({ name }) => name.startsWith('section:'))
    ? formContent.changeable(view.scheme)
    : (view.scheme.eligibility.questions[0]?.label.toLowerCase() ?? '');
}

interface Named {
  readonly id: string;
  readonly label: string;
}

/** Which of those that were found, or else of all that there are now. */
function chooseChange(view: View, found: readonly Named[], all: readonly Named[], wanted: string): Move {
  const questions = found.length > 0 ? found : all;
  const options = questions.map(({ id, label }) => ({ value: id, label, also: [] }));
  const ask = formContent.whichChange(questions.map(({ label }) => label));
  return inFocus(view, {
    focus: { pending: { kind: 'choose', command: 'change', options, ask } },
    ...(found.length === 0 && wanted !== '' ? { say: () => formContent.noSuchAnswer(wanted) } : {}),
  });
}

function answerMissing(view: View): Move {
  const { application } = view;
  if (!application || is(application, 'hasNoForm')) return carryOn(view);
  if (stateIs(view, 'confirmingSupport')) {
    const [first] = supportBlockers(view.scheme, application.snapshot.context.support.rows);
    return first?.blocker.kind === 'question'
      ? {
          focus: {
            ...to('support-confirmation'),
            ...asks(`support:${first.row}:${first.blocker.question.id}`),
          },
        }
      : {};
  }
  if (!filling(stateOf(application.snapshot.value))) return carryOn(view);
  const first = blockers(view.scheme, application.snapshot.context).find(({ kind }) => kind === 'question');
  return first?.kind === 'question' ? changeAnswer(view, application, first.question) : checkAnswers(view);
}

function startOver(view: View, application: Application): Move {
  const { scheme } = view;
  const status = windowOf(view, scheme);
  // What there is stays: a new one could not be sent.
  if (status.kind === 'closed')
    return inFocus(view, { say: () => roundsContent.closed(scheme, status, nextRound(view, scheme)) });
  return {
    first: withdraw(view, application),
    begin: { round: application.scheme.id },
    focus: to('eligibility'),
    say: (after) => {
      const university = withdrawnFrom(view, application);
      return university
        ? `${content.startedOver}\n\n${withdraw(view, application).say?.(after) ?? ''}`
        : content.startedOver;
    },
  };
}

function copyOne(view: View, rest: string): Move {
  const wanted = rest.replace(/ /g, '-').toUpperCase();
  const own = view.mine.find(({ owner }) => owner === view.person.id);
  const old = rest ? view.mine.find(({ reference }) => reference === wanted) : (view.application ?? own);
  return old ? copy(view, old) : { say: () => applicationsContent.nothingToCopy };
}

function documents(view: View): Move {
  const { application } = withCurrent(view, hasDocuments);
  if (!application || !hasDocuments(stateOf(application.snapshot.value)))
    return { say: () => content.noDocuments };
  const eoi = documentLinks(view, application);
  const rows = application.snapshot.context.support.rows.length > 0;
  const support = rows ? supportLinks(view, application) : { links: [], buttons: [] };
  const shown = rows ? [...support.buttons, ...eoi.buttons] : eoi.buttons;
  return {
    links: [...eoi.links, ...support.links],
    say: () => `${formContent.documents}\n${linkLines(shown)}`,
    alone: true,
    buttons: [...shown, button('Carry on', 'continue')],
  };
}

function sent(view: View, rest: string): Move {
  const current = withCurrent(view, (state) => state === 'readyToSend' || state === 'confirmingSupport');
  const { application } = current;
  if (!application)
    return notPossible(view, applicationsContent.nothingToSend(view.application, view.scheme));
  const isForm = stateIs(current, 'readyToSend');
  const focus = to(dialogOf(application));
  const isOpenRow =
    !isForm && supportBlockers(current.scheme, application.snapshot.context.support.rows).length > 0;
  if (isOpenRow) return inFocus(current, { focus, say: () => content.rowsFirst });
  const days = isForm ? sentDays(current, application) : returnedDays(current, application);
  const reading = rest ? readAnswer(days, rest, view.today) : undefined;
  if (reading?.kind !== 'value') {
    const ask = isForm ? formContent.askSentDate : supportContent.askReturnedDate;
    return inFocus(current, {
      focus,
      say: () => (reading?.kind === 'again' ? `${reading.say}\n\n${ask}` : ask),
      alone: true,
      buttons: days.notBefore === view.today ? [button('Today')] : [button('Today'), button('Yesterday')],
    });
  }
  const record = isForm ? recordSent : recordReturned;
  return inFocus(current, record(current, application, String(reading.value)));
}

/** "Send it", where something waits to be sent: the person does it. */
function sendIt(view: View): Move {
  const current = withCurrent(view, (state) => state === 'readyToSend' || state === 'confirmingSupport');
  const { application } = current;
  if (!application || !['readyToSend', 'confirmingSupport'].includes(stateOf(application.snapshot.value)))
    return notPossible(view, applicationsContent.nothingToSend(view.application, view.scheme));
  if (stateIs(current, 'readyToSend'))
    return inFocus(current, { focus: to('expression-of-interest'), ...howToSend(current, application) });
  const isOpenRow = supportBlockers(current.scheme, application.snapshot.context.support.rows).length > 0;
  const say = () => (isOpenRow ? content.rowsFirst : formContent.cannotSend(current.scheme));
  return inFocus(current, { focus: to('support-confirmation'), say });
}

/** The email in words, while a form waits to be sent or returned. */
function letterToCopy({ application, scheme }: View): Move | undefined {
  const state = application && stateOf(application.snapshot.value);
  if (!application || (state !== 'readyToSend' && state !== 'confirmingSupport')) return undefined;
  if (isByPage(scheme)) return undefined;
  const letter =
    state === 'readyToSend' ? eoiLetter(application, scheme) : supportLetter(application, scheme);
  return {
    say: () => emailToCopy(letter),
    alone: true,
    buttons: [button('Get the documents', 'documents'), button('Carry on', 'continue')],
  };
}

/** What was asked for is about an application that has got somewhere else, or about none. */
function notPossible(view: View, why: string): Move {
  return { say: () => (view.mine.length > 0 ? why : applicationsContent.noApplication) };
}

function reopen(view: View, said: string): Move {
  const current = withCurrent(view, (state) =>
    hasTag(state, /\bdecision\b/.test(said) ? 'isDecided' : 'mayBeReopened'),
  );
  const { application } = current;
  if (!application) return notPossible(view, applicationsContent.nothingToReopen);
  switch (stateOf(application.snapshot.value)) {
    case 'withdrawn': {
      const back = undo(current, 'withdrawal');
      if (back.events ?? back.focus?.pending) return inFocus(current, back);
      // A history of before that does not lead to what is stored: it comes back as a form to be sent again.
      return inFocus(current, {
        events: [{ type: 'application.reopened' }],
        focus: { page: null, pending: null },
      });
    }
    case 'supportConfirmed':
      if (/\bdecision\b/.test(said)) break;
      return inFocus(current, { events: [{ type: 'support.reopened' }], focus: to('support-confirmation') });
  }
  return inFocus(current, undo(current, 'decision'));
}

function moveStartOf(view: View): Move {
  if (!view.application) return notPossible(view, supportContent.notFundedYet);
  return inFocus(view, { focus: { dialog: 'support-confirmation', page: 'start', pending: null } });
}

function startProgramme(view: View): Move {
  const { application } = view;
  const starts = application && startOf(view.scheme, application.snapshot.context);
  if (!application) return notPossible(view, supportContent.notReturnedYet(view.scheme));
  if (starts && starts > view.today) return { say: () => supportContent.notStartedYet(starts) };
  return inFocus(view, { events: [{ type: 'programme.started' }], focus: to('support-confirmation') });
}

function ask(view: View, command: Commanded['command'], sure: (reference: string) => string): Move {
  const { application } = view;
  if (!application) return { focus: to('home'), say: () => applicationsContent.noApplication };
  return inFocus(view, {
    focus: { pending: { kind: 'command', command, rest: '', ask: sure(application.reference) } },
  });
}

/** The view with the application in focus, or else the person's newest one that the command can be about. */
function withCurrent(view: View, suits: (state: StateName, scheme: Scheme) => boolean): View {
  const { application } = view;
  if (application && suits(stateOf(application.snapshot.value), view.scheme)) return view;
  // A colleague's application is gone on with when it is opened, never by surprise.
  const other = view.mine.find(
    (one) => one.owner === view.person.id && suits(stateOf(one.snapshot.value), view.schemeOf(one)),
  );
  if (!other)
    return {
      ...view,
      application: application && isOpen(application) && suits === filling ? application : undefined,
    };
  return { ...view, application: other, scheme: view.schemeOf(other) };
}

function inFocus(view: View, move: Move): Move {
  const { application } = view;
  return application ? { ...move, focus: { ...move.focus, application: application.reference } } : move;
}

function to(dialog: Focus['dialog']): Partial<Focus> {
  return { dialog, page: null, pending: null };
}

function stateIs(view: View, state: StateName): boolean {
  return view.application !== undefined && stateOf(view.application.snapshot.value) === state;
}

function beforeSending(state: StateName): boolean {
  return hasTag(state, 'isUnsent');
}

function filling(state: StateName): boolean {
  return beforeSending(state) || state === 'confirmingSupport';
}

function isFunded(state: StateName): boolean {
  return hasTag(state, 'isFunded');
}

function hasDocuments(state: StateName): boolean {
  return hasTag(state, 'hasDocuments');
}

function notOver(state: StateName): boolean {
  return hasTag(state, 'mayBeWithdrawn');
}
