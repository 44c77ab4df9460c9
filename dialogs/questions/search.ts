import { holdsFor, waysOfAsking, type Entry } from '../../data/knowledge/entry.js';
import type { Language } from '../../data/language/language.js';
import { classifierOf, learnInSteps, type Learned, type Ranked } from '../understanding/classifier.js';
import type { Example } from '../understanding/features.js';
import type { Steps } from '../understanding/steps.js';
import { lexiconOf, type Reading, termsOf } from '../understanding/terms.js';
import { normalise } from '../understanding/text.js';
import { vocabulary } from '../../data/language/vocabulary.js';
import { learnBusinessInSteps, strangenessOf, type LearnedBusiness } from './business.js';
import { chancesOf, isStrange, type Measured } from './sureness.js';

/** What the knowledge base makes of one question. */
export interface Found {
  /** The question as it was asked: one of several, when a message held several. */
  readonly text: string;
  /** 'answer': sure enough to say it. 'near': offer the nearest. 'outside': I don't have that. */
  readonly kind: 'answer' | 'near' | 'outside';
  /** The answer, when the kind is 'answer'. */
  readonly best?: Entry;
  /** The one that may be meant as well: they are near each other, and it is one of the two. */
  readonly other?: Entry;
  /** 0 to 1, how near the nearest is. */
  readonly score: number;
  /** The nearest, at most three, best first; for 'answer', those after it. */
  readonly near: readonly Entry[];
}

export interface KnowledgeSearch {
  /**
   * One question. `context` is the entry answered last: a short follow-up is read with it. `scheme`: an answer about another
   * round is none. Pure.
   */
  find(text: string, context?: Entry, scheme?: string): Found;
  /** Each question of a message, in order, when it holds several that can be answered; else the one. Pure. */
  findAll(text: string, context?: Entry, scheme?: string): readonly Found[];
  /** The nearest entries, however far, best first. `context` is the entry answered last. Pure. */
  nearest(text: string, count: number, context?: Entry): readonly Entry[];
  /** How likely the first and the second answer are meant: 0 and 0 when something that is not my business is nearer. Pure. */
  chances(text: string, context?: Entry): { readonly first: number; readonly second: number };
  /** What `find` judges by, for `test/eval/fit.ts`. */
  measure(text: string, context?: Entry, scheme?: string): Measured;
  readonly byId: ReadonlyMap<string, Entry>;
}

const limits = {
  /** From this chance on the first is said alone. */
  alone: 0.45,
  /** From here on the first and the second together are said, as two that may be meant. */
  both: 0.38,
  /** A question without a word of this field must be that much clearer. */
  withoutField: 0.15,
  /** Below this nothing is offered: what lies there is next to my questions, and none of them. */
  near: 0.4,
  /** With so many ways of asking an entry counts half of what it would with very many. */
  fewAsks: 8,
  /** A follow-up keeps near the entry before it. */
  related: 0.04,
} as const;

/** How much the parts of an entry count as ways of asking for it. */
const weights = { ask: 1, question: 1.5, short: 1.2, detail: 0.5 } as const;

const stranger = 'outside:';

const nothing: Ranked = { label: '', score: 0, covered: 0 };

/** What was learnt of the entries, as plain data that can be kept in a file. */
export interface LearnedSearch {
  readonly entries: readonly Entry[];
  readonly classifier: Learned;
  readonly business: LearnedBusiness;
  /** Questions, word for word, that are none of my business. */
  readonly strangers: ReadonlySet<string>;
}

/** `reading`: of texts that something else learns from too. */
export function* learnSearchInSteps(
  entries: readonly Entry[],
  { outside, others }: Pick<Language, 'outside' | 'others'>,
  { reading }: { readonly reading: Reading },
): Steps<LearnedSearch> {
  const examples = [
    ...entries.flatMap(examplesOf),
    ...Object.entries(outside).flatMap(([subject, texts]) =>
      texts.map((text) => ({ label: `${stranger}${subject}`, text })),
    ),
  ];
  const lexicon = lexiconOf(
    examples.map(({ text }) => text),
    reading,
  );
  yield;
  const strangers = new Set(
    Object.values(outside).flatMap((texts) => texts.map((text) => reading.normalise(text))),
  );
  return {
    entries,
    classifier: yield* learnInSteps(examples, { lexicon, reading }),
    business: yield* learnBusinessInSteps(entries.flatMap(waysOfAsking), { outside, others }, { reading }),
    strangers,
  };
}

export function searchOf({
  entries,
  classifier: learned,
  business,
  strangers,
}: LearnedSearch): KnowledgeSearch {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const classifier = classifierOf(learned);
  const strangeness = strangenessOf(business);
  const exact = new Map(
    entries.flatMap((entry) => waysOfAsking(entry).map((ask) => [normalise(ask), entry] as const)),
  );
  const neighbours = neighboursOf(entries);
  // Of what few have asked for, a few words are soon most of what is known.
  const heard = new Map(
    entries.map(({ id, asks }) => [id, asks.length / (asks.length + limits.fewAsks)] as const),
  );
  const field = new Set(vocabulary()['field-words']);

  const holds = (id: string, scheme: string | undefined): boolean => {
    const entry = byId.get(id);
    return !entry || scheme === undefined || holdsFor(entry, scheme);
  };

  const measure = (text: string, context?: Entry, scheme?: string) => {
    const terms = termsOf(text, classifier.lexicon);
    const followsUp = context !== undefined && isFollowUp(text, terms.length);
    const ranked = (followsUp ? withContext(text, context) : classifier.rank(text))
      .map((one) => ({ ...one, score: one.score * (heard.get(one.label) ?? 1) }))
      .sort((a, b) => b.score - a.score);
    const [first = nothing, second = nothing, third = nothing] = ranked.filter(
      ({ label }) => !label.startsWith(stranger) && holds(label, scheme),
    );
    return {
      ...{ first, second, third: third.score },
      stranger: ranked.find(({ label }) => label.startsWith(stranger))?.score ?? 0,
      strangeness: strangeness(followsUp ? `${text} ${context.question}` : text),
      words: text.trim().split(/\s+/).length,
      hasField: followsUp || terms.some(({ stem }) => field.has(stem)),
      near: [first, second, third].flatMap(({ label }) => byId.get(label) ?? []),
    };
  };

  const find = (text: string, context?: Entry, scheme?: string): Found => {
    const same = exact.get(normalise(text));
    if (same && holds(same.id, scheme))
      return {
        text,
        kind: 'answer',
        best: same,
        score: 1,
        near: related(same, byId).filter(({ id }) => holds(id, scheme)),
      };
    if (strangers.has(normalise(text))) return { text, kind: 'outside', score: 0, near: [] };
    const measured = measure(text, context, scheme);
    const { near } = measured;
    const [best, other] = near;
    const { first: score, second } = chancesOf(measured);
    if (!best || isStrange(measured) || score + second < limits.near)
      return { text, kind: 'outside', score, near: [] };
    const more = measured.hasField ? 0 : limits.withoutField / Math.min(1, measured.words / 3);
    if (score >= limits.alone + more) return { text, kind: 'answer', best, score, near: near.slice(1) };
    if (score + second < limits.both + more || !other) return { text, kind: 'near', score, near };
    return { text, kind: 'answer', best, other, score, near: near.slice(2) };
  };

  /** The text alone, and the text with what was talked about; entries next to the last one are a little likelier. */
  const withContext = (text: string, context: Entry) => {
    const alone = new Map(classifier.rank(text).map((ranked) => [ranked.label, ranked]));
    const close = neighbours.get(context.id) ?? new Set<string>();
    const joined = classifier.rank(`${text} ${context.question}`);
    return joined
      .map(({ label, score, covered }): Ranked => {
        const said = alone.get(label);
        // The entry itself would always be nearest to its own question, so only what was said counts for it.
        const mean = label === context.id ? 0 : (score + (said?.score ?? 0)) / 2;
        return {
          label,
          score: Math.max(said?.score ?? 0, mean) + (close.has(label) ? limits.related : 0),
          covered: Math.max(said?.covered ?? 0, covered),
        };
      })
      .sort((a, b) => b.score - a.score);
  };

  const findAll = (text: string, context?: Entry, scheme?: string): readonly Found[] => {
    const whole = find(text, context, scheme);
    const parts = questionsIn(text);
    if (parts.length < 2 || whole.score === 1) return [whole];
    let last = context;
    const found = parts.map((part, i) => {
      // "are they registered? and who supervises them?": the later one leans on the one before.
      const one = find(part, i > 0 ? last : context, scheme);
      last = one.best ?? last;
      return one;
    });
    const different = new Set(found.flatMap(({ best }) => best?.id ?? []));
    return different.size === parts.length ? found : [whole];
  };

  const nearest = (text: string, count: number, context?: Entry): readonly Entry[] => {
    const followsUp = context !== undefined && isFollowUp(text, termsOf(text, classifier.lexicon).length);
    const ranked = (followsUp ? withContext(text, context) : classifier.rank(text)).flatMap(
      ({ label }) => byId.get(label) ?? [],
    );
    return [...new Set([...(followsUp ? [context] : []), ...ranked])].slice(0, count);
  };

  const chances = (text: string, context?: Entry) => {
    const measured = measure(text, context);
    return isStrange(measured) ? { first: 0, second: 0 } : chancesOf(measured);
  };

  return { find, findAll, nearest, chances, measure, byId };
}

function examplesOf(entry: Entry): Example[] {
  const lines = (entry.detail ?? '')
    .split(/\n+|(?<=[.?]) /)
    .map((line) => line.replace(/^- /, '').trim())
    .filter((line) => line.length > 12);
  return [
    { label: entry.id, text: entry.question, weight: weights.question },
    ...entry.asks.map((text) => ({ label: entry.id, text, weight: weights.ask })),
    { label: entry.id, text: entry.short, weight: weights.short },
    ...lines.map((text) => ({ label: entry.id, text, weight: weights.detail })),
  ];
}

/** Entries that name each other, either way. */
function neighboursOf(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const close = new Map(entries.map(({ id }) => [id, new Set<string>()]));
  for (const { id, related: links } of entries) {
    for (const link of links) {
      close.get(id)?.add(link);
      close.get(link)?.add(id);
    }
  }
  return close;
}

function related(entry: Entry, byId: ReadonlyMap<string, Entry>): readonly Entry[] {
  return entry.related.flatMap((id) => byId.get(id) ?? []).slice(0, 3);
}

/** "and how long does it take?", "what about pay", "who supervises them": short, or leaning on what was said. */
function isFollowUp(text: string, words: number): boolean {
  const plain = normalise(text);
  const leans =
    /^(and|also|but|so|ok|then|what about|how about|what if|why|really)\b|\b(it|its|that|this|they|them|their|those|these|he|she|there|one)\b/.test(
      plain,
    );
  return words <= 7 && (leans || words <= 3);
}

const begins = String.raw`(?:who|what|when|where|why|how|which|can|do|does|is|are|will|should)\b`;
const ofTheSame = String.raw`(?:long |much |far )?(?:is |does |do |are )?(?:it|they|this|that)\b`;
const nextQuestion = new RegExp(
  String.raw`\?+|\n+|;|\.\s|,\s*(?:and|also|plus)\b|\band also\b|\bplus\b|\band (?=${begins}(?! ${ofTheSame}))`,
  'i',
);

/**
 * A message cut where one question ends and another begins. Each piece keeps enough words to be one. "And how long does it
 * take" asks more of the same thing.
 */
function questionsIn(text: string): readonly string[] {
  const pieces = text
    .split(nextQuestion)
    .map((piece) => piece.trim().replace(/^(?:and|also|plus|,)\s+/i, ''))
    .filter((piece) => termsOf(piece).length > 0);
  return pieces.slice(0, 4);
}
