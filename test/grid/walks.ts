import fc from 'fast-check';
import type { Mind } from '../../dialogs/conversation.js';
import { scheme } from '../unit/workflows/nudge-applications.js';
import { seeds } from './cases.js';
import { placeOf } from './states.js';
import { alarmIn, changed, Talk, today, type Stored } from './talk.js';
import {
  correct,
  manners,
  seen,
  statuses,
  wrapFact,
  wrapValue,
  type Clause,
  type Status,
} from './transforms.js';
import { isLike } from './trial.js';

/*
 * Whole journeys by a simulated person who knows what they mean, and says it untidily: in other manners, with talk and
 * with things that are not so in between, and with an answer put right at once. At the end nothing may be stored that was
 * not meant. The person goes by the name of the question that is open (the cards carry it), never by the words of a reply.
 */

/** What a person means by one answer, and how they can say it. */
interface Meaning {
  readonly path: string;
  readonly is: string;
  readonly said: readonly string[];
  /** The answer itself within it: no slip is made there. */
  readonly keep: string;
  /** What they might say that is not so. */
  readonly notSo: readonly string[];
  /** What they might say first, and put right at once. */
  readonly first?: string;
}

export interface Walked {
  readonly seed: number;
  readonly state: string;
  readonly said: readonly string[];
  readonly wrong: readonly string[];
  /** What they could not put right: it was not heard, and they were told so. */
  readonly missed: readonly string[];
  /** The question at which they gave up. */
  readonly stuck: string | undefined;
  readonly askedBack: number;
}

/** Chance in a walk: the same numbers, the same walk. */
class Chance {
  private next = 0;
  constructor(private readonly numbers: readonly number[]) {}
  pick<T>(list: readonly T[]): T {
    return list[this.number() % list.length]!;
  }
  isOneIn(n: number): boolean {
    return this.number() % n === 0;
  }
  number(): number {
    return this.numbers[this.next++ % this.numbers.length]!;
  }
}

const asked: readonly [start: string, path: (rest: string) => string][] = [
  ['readiness:check:', (id) => `ready.${id}`],
  ['readiness:detail:', (id) => `ready.${id}.who`],
  ['eligibility:', (id) => `elig.${id}`],
  ['form:', (id) => `form.${id}`],
];

/** The path that the open question is about. */
function pathOf(step: string): string {
  const row = /^support:(\d+):(.+)$/.exec(step);
  if (row) return `rows.${row[1]}.${row[2]}`;
  const known = asked.find(([start]) => step.startsWith(start));
  return known ? known[1](step.slice(known[0].length)) : step;
}

/** What a person may say on the way without it being an answer of another kind: "not yet" is one to a check. */
const neverAnswers: readonly Status[] = ['others', 'asked'];

const wrappings = ({ v, no, skip = [] }: { v: string; no?: string; skip?: readonly Status[] }) =>
  statuses
    .filter((status) => !skip.includes(status) && !(no && ['denied', 'meant', 'lapsed'].includes(status)))
    .flatMap((status) => wrapValue(v, seen[status]));
const otherPeoples = (clause: Clause | undefined) =>
  clause ? neverAnswers.flatMap((status) => wrapFact(clause, seen[status])) : [];
const plainly = (path: string, is: string, ...said: string[]): Meaning => ({
  path,
  is,
  said,
  keep: said[0]!,
  notSo: [],
});

/** What this person means, of everything that can be asked. */
function meanings(): ReadonlyMap<string, Meaning> {
  const known = new Map<string, Meaning>();
  const add = (one: Meaning) => known.set(one.path, one);
  for (const { id, essential } of scheme.readiness.checks) {
    if (!essential) continue;
    const seed = seeds.facts.find(
      ({ want, at }) => want[`ready.${id}`] === 'done' && at[0] === `check:${id}`,
    );
    const notSo = otherPeoples(seed?.clause);
    const said = ['done', "yes that's done", ...(seed?.said ?? [])];
    add({ path: `ready.${id}`, is: 'done', said, keep: '', notSo });
    add(plainly(`ready.${id}.who`, '.*priya shah.*', 'Priya Shah', 'Priya Shah in HR', 'it was Priya Shah'));
  }
  for (const seed of seeds.values) {
    const { said, path, v, is, was, only } = seed;
    const notSo = only ? [] : wrappings(seed);
    add({
      path,
      is,
      said,
      keep: path.includes('why') || path.includes('evidence') ? said.join(' ') : v,
      notSo,
      ...(only ? {} : { first: was }),
    });
    // The second trainee is answered alike.
    if (path.startsWith('rows.0.'))
      add({ path: path.replace('rows.0.', 'rows.1.'), is, said, keep: v, notSo, first: was });
  }
  for (const { said, want, clause, at } of seeds.facts) {
    const [[path, is] = ['', '']] = Object.entries(want);
    if (!/^(?:elig|form|rows)/.test(path) || known.has(path) || at.length !== 1) continue;
    const notSo = otherPeoples(clause);
    add({ path, is, said, keep: '', notSo });
    if (path.startsWith('rows.0.'))
      add({ path: path.replace('rows.0.', 'rows.1.'), is, said, keep: '', notSo });
  }
  const fact = (name: string) => seeds.facts.find((seed) => seed.name === name)!;
  const moment = (step: string, name: string) => {
    const { said, clause, wrapped = {}, skip = [] } = fact(name);
    const notSo = statuses
      .filter((status) => !skip.includes(status))
      .flatMap((status) => wrapped[status] ?? (clause ? wrapFact(clause, seen[status]) : []));
    add({ path: step, is: '', said, keep: '', notSo });
  };
  moment('form.declare', 'declaration');
  moment('form.send', 'sent');
  moment('decision:waiting', 'funded');
  moment('support:recruiting', 'recruited');
  moment('support:return', 'returned');
  add(plainly('decision:places', '', '2', 'two'));
  add(plainly('support:trainees', '', '2', 'both'));
  return known;
}

/** What is right to be stored at any time, beside the answers. */
const facts: Stored = {
  applications: '1',
  declared: 'yes',
  sent: today,
  decision: 'funded',
  places: '2',
  trainees: '2',
  returned: today,
};

/** By what a page is left, where it asks nothing. Commands of buttons. */
const onward = ['confirm answers', 'apply', 'answer what is missing', 'continue'];

const known = meanings();

/** @returns what is stored and was not meant. */
function untrue(before: Stored, after: Stored): string[] {
  return changed(before, after)
    .filter((path) => {
      // What is put off is no fact.
      if (after[path] === undefined || path.startsWith('parked.')) return false;
      // Who signed is told in passing; what is not known yet is put off.
      if (
        /^ready\.[^.]+\.who$/.test(path) &&
        /^(?:the )?(?:hr|matron|board|finance|director)$/i.test(after[path] ?? '')
      )
        return false;
      if (path.startsWith('elig.') && after[path] === 'dont-know') return false;
      const meant = facts[path] ?? known.get(path)?.is;
      // Any answer is right to a question that nobody thought about.
      if (meant !== undefined) return !isLike(after[path], meant);
      return !/^(?:elig\.|form\.|rows\.|ready\.[^.]+$)/.test(path);
    })
    .map((path) => `${path} = ${after[path]}`);
}

export function walk(seed: number, numbers: readonly number[], mind?: Mind): Walked {
  const chance = new Chance(numbers);
  const talk = new Talk(placeOf('home')!, mind);
  const said: string[] = [];
  const missed: string[] = [];
  let askedBack = 0;
  let alarm: string | undefined;
  const say = (text: string) => {
    said.push(text);
    const raised = alarmIn(talk.say(text));
    if (raised) alarm ??= `alarm: ${raised} at “${text}”`;
  };
  /** Yes to what they meant, no to what they did not; of several the one that they meant. */
  const settle = () => {
    for (let i = 0; i < 3 && talk.asksBack; i++) {
      askedBack++;
      const before = talk.stored;
      const buttons =
        talk.last?.replies
          .at(-1)
          ?.buttons.filter(({ url }) => !url)
          .map(({ says }) => says) ?? [];
      const meant = ['yes', ...buttons.filter((says) => !/^(?:yes|no)\b/i.test(says))].find((text) => {
        const on = talk.copy();
        on.say(text);
        return changed(before, on.stored).length > 0 && untrue(before, on.stored).length === 0;
      });
      say(meant ?? 'no');
    }
  };

  /** Tries until it is so; what cannot be put right in three goes was not heard, and stays as it is. */
  const putRight = ({ path, is, keep, first = '' }: Meaning) => {
    const isStanding = () => talk.stored[path] !== undefined && !isLike(talk.stored[path], is);
    for (let go = 0; go < 3 && isStanding(); go++) {
      say(correct(chance.pick(seen.corrected.atOnce), { v: keep, old: first, n: '' }));
      settle();
    }
    if (isStanding()) missed.push(`${path} = ${talk.stored[path]}`);
  };

  say('am i ready to apply?');
  let [at, times] = ['', 0];
  let stuck: string | undefined;
  for (let turn = 0; turn < 250 && talk.state !== 'supportConfirmed'; turn++) {
    const { step, reads, buttons } = talk.prompt;
    times = step === at ? times + 1 : 0;
    at = step;
    if (times > 8) {
      stuck = step;
      break;
    }
    const meaning = known.get(pathOf(step));
    if (!meaning) {
      const titles = buttons.filter(({ url }) => !url).map(({ says }) => says);
      const next =
        onward.find((one) => titles.includes(one)) ?? (reads.type === 'menu' ? 'continue' : undefined);
      say(next ?? plainAnswer(reads.type, titles));
      settle();
      continue;
    }
    if (times === 0 && meaning.notSo.length > 0 && chance.isOneIn(6)) say(chance.pick(meaning.notSo));
    else if (times === 0 && chance.isOneIn(9)) say(chance.pick(seen.nothing));
    else if (times === 0 && meaning.first && chance.isOneIn(7)) {
      say(meaning.first);
      settle();
      putRight(meaning);
    } else if (times > 3) {
      // They have tried: the plainest words that there are, or a button.
      say(times > 5 ? (meaning.said[1] ?? meaning.said[0]!) : meaning.said[0]!);
    } else {
      const text = chance.pick(meaning.said);
      const manner = chance.pick(manners);
      say(chance.isOneIn(3) ? text : (manner.say(text, meaning.keep, chance.number()) ?? text));
    }
    settle();
  }
  const wrong = [
    ...untrue({}, talk.stored).filter((one) => !missed.includes(one)),
    ...(alarm ? [alarm] : []),
  ];
  return { seed, state: talk.state, said, wrong, missed, stuck, askedBack };
}

function plainAnswer(type: string, buttons: readonly string[]): string {
  const plain: Record<string, string> = {
    yesNo: 'yes',
    wholeNumber: '2',
    email: 'sue.hartley@nhs.net',
    phone: '0161 496 0457',
    postcode: 'BL1 4QR',
    date: 'today',
    paragraph: 'Words that say enough about what was asked here.',
  };
  return plain[type] ?? buttons[0] ?? 'Jane Roe';
}

/** So many journeys, the same ones each time. */
export function walks(count: number, mind?: Mind): Walked[] {
  const numbers = fc.array(fc.nat(99_999), { minLength: 400, maxLength: 400 });
  return fc.sample(numbers, { numRuns: count, seed: 12 }).map((one, i) => walk(i, one, mind));
}

export function reportWalks(walked: readonly Walked[], examples: number): string {
  const of = (pick: (one: Walked) => boolean) => walked.filter(pick).length;
  const lines = walked
    .filter(({ wrong, stuck }) => wrong.length > 0 || stuck)
    .slice(0, examples)
    .map(
      ({ seed, wrong, stuck, state }) =>
        `  walk ${seed}, ${state}${stuck ? `, stuck at ${stuck}` : ''}: ${wrong.join(' | ')}`,
    );
  return [
    ...lines,
    `${walked.length} walks: ${of(({ wrong }) => wrong.length > 0)} with something stored that was not meant or a false alarm, ` +
      `${of(({ missed }) => missed.length > 0)} with something that could not be put right, ` +
      `${of(({ stuck }) => stuck !== undefined)} given up, ${of(({ state }) => state === 'supportConfirmed')} to the end; ` +
      `${walked.reduce((sum, { said }) => sum + said.length, 0)} messages, ` +
      `${walked.reduce((sum, { askedBack }) => sum + askedBack, 0)} times asked back`,
  ].join('\n');
}
