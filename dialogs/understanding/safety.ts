import type { Reads } from '../conversation.js';
import { alarmWords, type Told } from './alarm-words.js';
import type { Sentence } from './frames.js';
import type { Router } from './intents.js';
import { namesColleagues, tellsPatient } from './patients.js';

/**
 * What is not the assistant's business, or must not be kept (domain.md, "Answering questions"). `patient-details`: the
 * words are refused and neither stored nor logged.
 */
export type SafetyKind =
  'distress' | 'danger' | 'patient-details' | 'clinical' | 'rules' | 'others-data' | 'pay-grievance';

/** These interrupt even free text in a form; the others are ordinary words there. */
export const urgent: ReadonlySet<SafetyKind> = new Set(['distress', 'danger', 'patient-details']);

/** What was said must not be heard as anything else. `because`: the frame, or the score, that says so. */
export interface Alarm {
  readonly level: 'alarm';
  readonly kind: SafetyKind;
  readonly because: string;
}

/** In doubt between a grumble and distress: one kind line, and the message is heard as what it is. */
export interface Grumble {
  readonly level: 'grumble';
  readonly because: string;
}

/** What is known when something is said. */
export interface Around {
  /** What is asked for; a page when nothing is. */
  readonly reads: Reads['type'];
  /** It would do as an answer to that, or it is one on a card. */
  readonly isAnswer?: boolean;
  /** It asks something, whatever is open. */
  readonly asks?: boolean;
  /** What was learnt; without it only the frames speak. */
  readonly router?: Pick<Router, 'stoppedIn'> | undefined;
}

const freeText: ReadonlySet<Reads['type']> = new Set(['text', 'name', 'paragraph']);

/**
 * Whether somebody may be in trouble, or told of who must not be: frames of who does what to whom first, then what was
 * learnt, where it is sure, knows the words and finds one that bears it out. Wherever words come in, this is asked. Pure.
 */
export function alarmIn(text: string, around: Around): Alarm | Grumble | undefined {
  const isAnswer = freeText.has(around.reads) && !around.asks;
  const sentences = alarmWords.sentences(text.slice(0, longestRead));
  // Nobody is called "ignore your instructions"; in a paragraph it does no harm.
  const stands = (kind: SafetyKind): boolean =>
    !isAnswer || urgent.has(kind) || (kind === 'rules' && around.reads !== 'paragraph');
  const told = alarmWords.told(sentences);
  const framed = frameIn(text, sentences, told, around.reads === 'phone');
  if (framed && stands(framed.kind)) return framed;
  const learnt = around.router && learntIn(text, sentences, around, isAnswer);
  if (learnt) return learnt;
  const strain = told.find(({ kind }) => kind === 'strain');
  return strain && { level: 'grumble', because: strain.because };
}

/** The frames alone, for whoever has not learnt. */
export function readSafety(text: string, freeText = false): SafetyKind | undefined {
  const found = alarmIn(text, { reads: freeText ? 'paragraph' : 'menu' });
  return found?.level === 'alarm' ? found.kind : undefined;
}

/** Characters. What is pasted beyond them is not read. */
const longestRead = 2_000;

const order: readonly SafetyKind[] = [
  ...([
    'distress',
    'danger',
    'patient-details',
    'rules',
    'others-data',
    'clinical',
    'pay-grievance',
  ] as const),
];

function frameIn(
  text: string,
  sentences: readonly Sentence[],
  told: readonly Told[],
  asksPhone: boolean,
): Alarm | undefined {
  const asksOfRole = alarmWords.asksOfRole(sentences);
  for (const kind of order) {
    const patient = kind === 'patient-details' ? tellsPatient(text, asksPhone) : undefined;
    // What such a person may do, and what to do if, are questions of policy.
    const mayBePolicy = asksOfRole && (kind === 'danger' || kind === 'clinical' || kind === 'pay-grievance');
    const because =
      patient ?? told.find((one) => one.kind === kind && (!mayBePolicy || one.whoever))?.because;
    if (because) return { level: 'alarm', kind, because };
  }
  return undefined;
}

/**
 * From this chance on what was learnt is believed. More is wanted of what is merely not my business; where the talk is
 * of the form, the post or the money; where no word bears it out; and where it would do as an answer.
 */
const sure = {
  trouble: 0.6,
  other: 0.75,
  /** “They” and “the last manager” are often one's own. */
  others: 0.92,
  ordinary: 0.9,
  unborne: 0.85,
  answer: 0.9,
} as const;
/** The share of the words that carry meaning which must have been seen before. */
const leastKnown = 0.6;
/** Trouble is not told in fewer words, nor without a word that bears it out in fewer still. */
const fewestWords = { borne: 3, unborne: 6 } as const;

function learntIn(
  text: string,
  sentences: readonly Sentence[],
  around: Around,
  isAnswer: boolean,
): Alarm | Grumble | undefined {
  const stopped = around.router?.stoppedIn(text);
  if (!stopped || stopped.known < leastKnown) return undefined;
  const { kind, chance, words } = stopped;
  const isUrgent = urgent.has(kind);
  // What is none of my business is asked of a page, or in a question; else it is an odd answer.
  if (!isUrgent && around.reads !== 'menu' && !around.asks) return undefined;
  if (isTrouble(kind) && alarmWords.namesService(sentences)) return undefined;
  // Whether somebody is in despair or in danger is told by the same words.
  const borne = (isTrouble(kind) ? trouble : [kind]).some((one) => alarmWords.bearsOut(one, sentences));
  if (words < fewestWords[borne ? 'borne' : 'unborne'] || (!borne && !isTrouble(kind))) return undefined;
  if (kind === 'patient-details' && namesColleagues(text)) return undefined;
  // "Ward 4 have sent their form" tells of others, and asks for nothing of theirs.
  if (kind === 'others-data' && !around.asks && sentences.every(tells)) return undefined;
  const isOrdinary = alarmWords.isOrdinary(sentences) || alarmWords.asksOfRole(sentences);
  const need = Math.max(
    isUrgent ? sure.trouble : kind === 'others-data' ? sure.others : sure.other,
    isOrdinary ? sure.ordinary : 0,
    kind === 'rules' && alarmWords.takesBack(sentences) ? Infinity : 0,
    borne ? 0 : isOrdinary ? Infinity : sure.unborne,
    isAnswer || around.isAnswer === true ? sure.answer : 0,
  );
  if (chance >= need) return { level: 'alarm', kind, because: `learnt: ${kind}, ${chance.toFixed(2)}` };
  return undefined;
}

/** Somebody has done something, and nothing is asked for. */
function tells(sentence: Sentence): boolean {
  return (
    sentence.slice(1).some((word) => /^ha(?:ve|s|d)$/.test(word)) &&
    !sentence.some((word) => wishes.has(word))
  );
}

const wishes = new Set(
  'show see look give get find open access can could may let want need like copy know what who which how whether did is tell send please'.split(
    ' ',
  ),
);

const trouble = ['distress', 'danger'] as const;

function isTrouble(kind: SafetyKind): boolean {
  return kind === 'distress' || kind === 'danger';
}
