import type { Application } from '../../workflows/application.js';
import { answeredQuestions, openQuestions } from '../../workflows/colleague-rules.js';
import { sayDate } from '../../workflows/dates.js';
import {
  formQuestions,
  placesWanted,
  startOf,
  universityOf,
} from '../../workflows/expression-of-interest-rules.js';
import { nextDue } from '../../workflows/nudge-rules.js';
import { anchorsOf } from '../../workflows/support-rules.js';
import { confirmationDue } from '../rounds/due.js';
import type { Scheme } from '../../workflows/scheme.js';
import { nextStep } from '../applications/content.js';
import type { View } from '../conversation.js';
import { nudgesOf } from '../nudges/reminders.js';
import { status } from '../readiness/content.js';
import { stemsOf, wordsOf } from '../understanding/terms.js';
import { normalise } from '../understanding/text.js';
import { answersOf, sayAnswer } from '../words.js';
import { confirmationName, theRecipient } from '../rounds/words.js';
import { own } from './own-facts-content.js';

/** What the person's own application says, and what that rests on. */
export interface OwnFact {
  readonly text: string;
  readonly because: string;
}

/** One kind of thing that may be asked of one's own application. */
interface Kind {
  readonly name: string;
  /** Every one must be met, of several any one: what it is about, and what is asked about it. */
  readonly said: readonly (RegExp | readonly RegExp[])[];
  /** What makes it general all the same. */
  readonly not?: RegExp;
  readonly tell: (about: About) => string | undefined;
}

interface About {
  readonly view: View;
  readonly application: Application;
  readonly scheme: Scheme;
  /** Plain words of the question. */
  readonly said: string;
}

const when = /\b(?:when|whens|what date|which date|what day|which day|how long|by what|deadline|due)\b/;
const did = /\b(?:did|has|have|was|were)\b/;

/** The first that is met is told: what is more exact stands first. */
const kinds: readonly Kind[] = [
  {
    name: 'answer',
    said: [
      /\bwhat (?:did|have) (?:i|we) (?:put|say|said|answer|answered|write|written|wrote|enter|entered|give|given)\b/,
    ],
    tell: answerNamed,
  },
  {
    name: 'asked',
    said: [
      /\bwho (?:did (?:i|we) ask|have (?:i|we) asked|was asked|has been asked|asked whom|asked who)\b|\bhas (?:he|she|they|anyone|anybody|\w+) (?:answered|replied|got back)\b/,
    ],
    tell: asked,
  },
  {
    name: 'reminder',
    said: [/\b(?:remind|reminder|nudge|nudged)\b/, /\b(?:next|when)\b/],
    tell: nextReminder,
  },
  {
    name: 'reference',
    said: [/\b(?:our|my|the|its|whats) (?:\w+ )?(?:reference|ref)\b|\b(?:reference|ref) (?:number|no)\b/],
    tell: ({ application }) => own.reference(application.reference),
  },
  {
    name: 'confirmation',
    said: [/\b(?:confirmation|cos|support form)\b/, when, /\b(?:our|my|we|us|i|is it|is the|ours)\b/],
    tell: confirmation,
  },
  {
    name: 'due',
    said: [
      [
        /\b(?:when|what date|which day) (?:is|was) (?:it|this|that|mine|ours|everything|the form|my form|our form) (?:due|back|wanted|needed)\b/,
        /\bwhats? (?:is )?(?:my|our) (?:next )?(?:deadline|due date|date)\b/,
        /\bwhen is (?:my|our) (?:deadline|next date)\b/,
      ],
    ],
    tell: due,
  },
  {
    name: 'places',
    said: [
      /\bhow many\b/,
      /\b(?:did we|did i|have we|do we|were we|are we|our|my|we got|we get)\b/,
      /\b(?:get|got|given|awarded|places|trainees|ask|asked|apply|applied|have)\b/,
    ],
    tell: places,
  },
  {
    name: 'university',
    said: [
      /\b(?:which|what|where)\b/,
      /\b(?:uni|university)\b.*\b(?:i|we|my|our|us|did|sent|picked|choose|chose|it)\b|\bwhere did (?:i|we) (?:send|apply)\b|\bwhere did (?:my|our) \w+ go\b|\bwho did (?:i|we) send\b/,
    ],
    tell: university,
  },
  {
    name: 'sent',
    said: [did, /\b(?:send|sent|submit|submitted|(?:gone|go|went) (?:off|in))\b/, /\b(?:i|we|my|our|it)\b/],
    tell: sent,
  },
  {
    name: 'decision',
    said: [
      [
        /\b(?:did we get (?:it|them|the places|the funding|funded|in)|were we (?:successful|funded)|have we (?:heard|got it|been funded)|when did (?:we|i) hear)\b/,
        /\b(?:was (?:it|our bid|my form) (?:funded|successful)|what was (?:the|our) decision|are we funded)\b/,
      ],
    ],
    tell: decision,
  },
  {
    name: 'start',
    said: [
      /\b(?:when|what date|which day)\b/,
      /\b(?:start|starts|begin|begins|starting)\b/,
      /\b(?:they|my|our|we|us|it|trainees|ours|mine|she|he)\b/,
    ],
    not: /\b(?:apply|applying|application|form|remind\w*|recruit\w*)\b|\bcourses?\b(?!.*\b(?:us|our)\b)/,
    tell: starts,
  },
  {
    name: 'closing',
    said: [/\bwhen\b/, /\b(?:close|closes|closing)\b/, /\b(?:it|this|round|form|scheme|my|our|we)\b/],
    tell: closing,
  },
  {
    name: 'left',
    said: [
      [
        /\bwhats? (?:is |have (?:i|we) )?(?:still )?(?:left|open|outstanding|to do|got left)\b/,
        /\bwhat (?:do|must) (?:i|we) (?:still|now) (?:have to|need to|do)\b/,
        /\bhow (?:much|far|many questions).*\b(?:left|to go|am i|are we)\b/,
      ],
    ],
    tell: left,
  },
  {
    name: 'named',
    said: [
      /\b(?:who|whos|what|whats|which) (?:is |are )?(?:our|my) |\bwh(?:at|ich) [\w ]+ (?:did (?:we|i) (?:say|put|pick|choose)|(?:are|am) (?:we|i) (?:on|in))\b/,
    ],
    tell: answerToLabel,
  },
  {
    name: 'check',
    said: [
      /\bwhere (?:are|am) (?:we|i) with\b|\b(?:have|did|are) (?:we|i) .*\b(?:done|finished|confirmed|sorted|got)\b|\bis (?:our|my) .*\b(?:done|finished|confirmed|ready)\b/,
    ],
    not: /\bbefore\b/,
    tell: check,
  },
];

/** General matters, asked with "usually", "by the rules", of other people's, are for the knowledge base. */
/** "Which university should we choose?" asks for advice. */
const advice = /\b(?:should|can|could|may|must|have to|need to|would|am i allowed|are we allowed)\b/;
const whatNext: ReadonlySet<string> = new Set(['left', 'due', 'reminder']);
const general =
  /\b(?:usually|normally|generally|in general|on average|typically|other (?:wards|trusts|people)|everyone|nhs)\b/;

/**
 * What can be answered from the person's own application, before anything general is. It changes nothing. Undefined where there
 * is no application, or it does not know. Pure.
 */
export function ownFact(view: View, text: string): OwnFact | undefined {
  const application = view.application ?? newest(view);
  if (!application) return undefined;
  const said = normalise(text);
  if (general.test(said)) return undefined;
  const scheme = view.schemeOf(application);
  const kind = kinds.find(
    ({ name, said: all, not }) =>
      all.every((ways) => [ways].flat().some((way) => way.test(said))) &&
      !not?.test(said) &&
      (whatNext.has(name) || !advice.test(said)),
  );
  const told = kind?.tell({ view, application, scheme, said });
  return told && kind ? { text: told, because: own.because(application.reference, kind.name) } : undefined;
}

/** With several, what is meant cannot be told. */
function newest({ mine, person }: View): Application | undefined {
  const theirs = mine.filter(({ owner }) => owner === person.id);
  return theirs.length === 1 ? theirs[0] : undefined;
}

function contextOf({ application }: About): Application['snapshot']['context'] {
  return application.snapshot.context;
}

function confirmation(about: About): string | undefined {
  const { returned } = contextOf(about);
  if (returned) return own.returned(confirmationName(about.scheme), sayDate(returned.on));
  const begins = startOf(about.scheme, contextOf(about));
  const by = confirmationDue(about.scheme, anchorsOf(about.scheme, contextOf(about)));
  if (!begins || by === null) return undefined;
  return own.confirmationDue(
    confirmationName(about.scheme),
    theRecipient(about.scheme),
    sayDate(by),
    sayDate(begins),
    by < about.view.today,
  );
}

function due(about: About): string | undefined {
  const { next, by } = nextStep(about.application, about.scheme);
  return own.due(next, by ? sayDate(by) : undefined, by !== undefined && by < about.view.today);
}

function left(about: About): string | undefined {
  const { next, by } = nextStep(about.application, about.scheme);
  return own.left(next, by ? sayDate(by) : undefined);
}

function places(about: About): string | undefined {
  const context = contextOf(about);
  const wanted = placesWanted(about.scheme, context.form.context);
  const { decision: result, support } = context;
  if (/\btrainees\b/.test(about.said) && support.trainees > 0) return own.trainees(support.trainees);
  if (result?.result === 'funded') return own.placesAwarded(result.places, wanted, sayDate(result.on));
  if (result) return own.noPlaces(sayDate(result.on));
  return wanted > 0 ? own.placesAsked(wanted) : own.noPlacesYet;
}

function university(about: About): string | undefined {
  const { sent: sendings, form } = contextOf(about);
  const chosen = universityOf(about.scheme, form.context);
  const last = sendings.at(-1);
  if (!chosen) return own.noUniversity;
  return own.university(chosen.name, last ? sayDate(last.on) : undefined);
}

function sent(about: About): string | undefined {
  const last = contextOf(about).sent.at(-1);
  const to = universityOf(about.scheme, contextOf(about).form.context)?.name;
  return last ? own.sent(sayDate(last.on), to) : own.notSent;
}

function decision(about: About): string | undefined {
  const { decision: result, sent: sendings } = contextOf(about);
  if (!result) return sendings.length > 0 ? own.noDecision : own.notSent;
  return result.result === 'funded'
    ? own.placesAwarded(
        result.places,
        placesWanted(about.scheme, contextOf(about).form.context),
        sayDate(result.on),
      )
    : own.noPlaces(sayDate(result.on));
}

function starts(about: About): string | undefined {
  const begins = startOf(about.scheme, contextOf(about));
  return begins ? own.starts(sayDate(begins), contextOf(about).startMoved !== null) : own.noStart;
}

function closing({ scheme, view }: About): string | undefined {
  const { closes } = scheme;
  return closes ? own.closes(sayDate(closes.on), closes.at, closes.on < view.today) : own.neverCloses;
}

function asked({ application, scheme }: About): string | undefined {
  const open = openQuestions(application, scheme);
  const answered = answeredQuestions(application, scheme);
  if (open.length + answered.length === 0) return own.nobodyAsked;
  return [
    ...open.map(({ to, question, askedOn }) => own.waiting(to, question.label, sayDate(askedOn))),
    ...answered.map(({ by, question, answeredOn }) => own.answered(by, question.label, sayDate(answeredOn))),
  ].join('\n');
}

function nextReminder({ view }: About): string | undefined {
  const { reminders, person, mine, schemeOf, calendar, today } = view;
  const nudges = nudgesOf(reminders, { person: person.id, applications: mine, schemeOf, calendar });
  const next = nextDue(
    nudges.filter(({ due: day }) => day >= today),
    today,
  );
  return next ? own.nextReminder(sayDate(next)) : own.noReminder;
}

/** "What did I put for the mentor?": of the form's questions, or a check, the one whose words are said. */
function answerNamed({ application, scheme, said }: About): string | undefined {
  const question = nearest(
    said,
    formQuestions(scheme),
    ({ id, label, ask }) => `${id} ${label} ${ask}`,
    ({ label }) => label,
  );
  if (!question) return undefined;
  const value = answersOf(application, scheme)[question.id];
  return own.answer(question.label, sayAnswer(scheme, question, value));
}

/** "Who is our mentor?": what was answered, where the question's own label says all that is asked for. */
function answerToLabel({ application, scheme, said }: About): string | undefined {
  const asks = stems(said.replace(named, ' '));
  const answers = answersOf(application, scheme);
  const question = formQuestions(scheme).find(({ id, label }) => {
    const words = new Set(stems(`${label} ${id}`));
    return answers[id] !== undefined && asks.length > 0 && asks.every((word) => words.has(word));
  });
  return question && own.answer(question.label, sayAnswer(scheme, question, answers[question.id]));
}

const named =
  /\b(?:who|whos|what|whats|which|is|are|am|our|my|did|we|i|say|put|pick|choose|on|in|again|please)\b/g;

function check({ application, scheme, said }: About): string | undefined {
  const { answers } = application.snapshot.context.readiness.context;
  const found = nearest(
    said,
    scheme.readiness.checks,
    ({ id, title }) => `${id} ${title}`,
    ({ title }) => title,
  );
  return found && own.check(found.title, status(answers[found.id]));
}

/** The thing most of whose own words are said; none where nothing of it is. */
function nearest<T>(
  said: string,
  things: readonly T[],
  words: (thing: T) => string,
  name: (thing: T) => string,
): T | undefined {
  const meant = new Set(stems(said));
  const scored = things.map((thing) => {
    const mine = new Set(stems(words(thing)));
    const exact = stems(name(thing)).filter((word) => meant.has(word)).length;
    return { thing, score: exact * 2 + [...mine].filter((word) => meant.has(word)).length };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.thing : undefined;
}

const empty = new Set('put say said answer answered write wrote enter give given what did have'.split(' '));

function stems(text: string): string[] {
  return stemsOf(wordsOf(normalise(text.replace(/-/g, ' '))))
    .map(({ stem }) => stem)
    .filter((word) => !empty.has(word));
}
