import { nanoid } from 'nanoid';
import { DocumentUnreadable, StoreUnavailable } from '../../data/store/errors.js';
import { fillIn } from '../../dialogs/cards/fill.js';
import { attach, converse, greet, present, settle, takesNow } from '../../dialogs/converse.js';
import { correct } from '../../dialogs/corrections.js';
import * as filesContent from '../../dialogs/files/content.js';
import { wordsOf } from '../../dialogs/files/dialog.js';
import { tellsPatient } from '../../dialogs/understanding/patients.js';
import { keepReach, remember } from './admission.js';
import * as content from './content.js';
import { decide, type Besides, type Talk } from './decide.js';
import { mostFiles, receive, refused } from './files/receive.js';
import { takeInGroup, welcomeGroup } from './groups.js';
import { houseOf, type TurnOptions } from './house.js';
import type { Ending, Incoming, Line, Turn } from './incoming.js';
import { answeredBefore, keyOf, type Answer } from './memory.js';
import { StillLearning } from './open-mind.js';
import { kinds, type PersonRecord } from './records.js';
import { say } from './say.js';
import { look } from './view.js';

/**
 * One turn, straight through: queued behind the others of its conversation and person, told from what was heard before,
 * decided and kept, and only then answered. Whatever fails leaves all as it was.
 */

export interface Turns {
  /**
   * Waits for its turn and runs `work` in it, which loads what is remembered and calls {@link Turns.take}. Never throws:
   * what goes wrong is logged, and the person is told.
   */
  queue(
    who: Pick<Incoming, 'conversation' | 'person'>,
    line: Line,
    work: (ending: Ending) => Promise<unknown>,
  ): Promise<Ending>;
  /** Resolves when what it changed is on disk and its replies are sent. */
  take(turn: Turn): Promise<void>;
  /** Waits for the turns in hand. */
  settled(): Promise<void>;
}

type WithFile = Extract<Incoming['what'], { kind: 'file' }>;

/** Last answers to people who are deleted, kept in memory only: nothing of them may be written again. */
const farewellsKept = 100;

export function createTurns(options: TurnOptions): Turns {
  const house = houseOf(options);
  const { store, locks, log, mind } = house;
  const inHand = new Set<Promise<unknown>>();
  const farewells = new Map<string, Answer>();

  async function take(turn: Turn): Promise<void> {
    const { incoming, line, memory } = turn;
    const { what, group } = incoming;
    switch (what.kind) {
      case 'words': {
        if (group && !incoming.waits) return takeInGroup(house, turn, group, what.said.text);
        return takePersonal(
          turn,
          forgetting(what.besides, (view) => converse(view, what.said)),
          what,
        );
      }
      case 'form':
        return takePersonal(turn, (view) => fillIn(view, what.sent).outcome, {
          inPlace: what.inPlace,
          press: keyOf(what.sent),
        });
      case 'file':
        return takeFile(turn, what);
      case 'edit': {
        const to = memory.conversation.answered?.find(({ id }) => id === incoming.id)?.answer?.to;
        // Its id is that of the message: the same edit that comes twice is known by its words.
        const edited = { ...incoming, id: `${incoming.id}|edited|${keyOf(what.text)}` };
        return takePersonal({ ...turn, incoming: edited }, (view) => correct(view, to, what.text));
      }
      case 'look':
        return line.answer(what.draw(await look(house, turn)));
      case 'reach':
        return keepReach(house, incoming.person, what.isReached);
      case 'arrival': {
        if (group) return welcomeGroup(house, turn, group, what.addedBy ?? (async () => undefined));
        const known = what.isToldAgain && (await store.get<PersonRecord>(kinds.person, incoming.person));
        return known && known.doc.greetedAt ? undefined : takePersonal(turn, greet);
      }
    }
  }

  /** A file with a message. It is fetched only where the open question is for one, and the person may answer it. */
  async function takeFile(turn: Turn, { files, text }: WithFile): Promise<void> {
    const asked = takesNow(await look(house, turn));
    if (!asked)
      return takePersonal(turn, (view) =>
        text.trim() ? converse(view, { text }) : settle(view, { say: () => filesContent.notAskedFor }),
      );
    const kept = await store.find('files-of-application', asked.application);
    const { received, file } =
      kept.length < mostFiles ? await receive(files, asked.takes, house.files?.scan) : refused('too-many');
    if ('fault' in received)
      log.info({ code: 'FILE_REFUSED', fault: received.fault }, 'a file was not taken');
    const name = files.map((one) => one.name).join(' ');
    const talk = forgetting(wordsOf(name, text), (view) => attach(view, { name, text, received }));
    return takePersonal(turn, talk, { file });
  }

  async function takePersonal(turn: Turn, talk: Talk, { inPlace, press, file }: Besides = {}): Promise<void> {
    const { incoming, line, memory } = turn;
    const { id, waits = false } = incoming;
    const again = answeredBefore(memory.conversation, id, press);
    if (waits && again?.answer?.response) return line.answer(again.answer.response);
    if (again?.answer && id) return say(turn, again.answer.replies, again.answer.mark);
    const farewell = id ? farewells.get(farewellTo(incoming)) : undefined;
    if (farewell) return say(turn, farewell.replies, farewell.mark);
    const person = await remember(house, incoming);
    const mine = await store.find('applications-of-person', person.doc.id);
    // What it comes to is kept when the applications are free again: a channel that takes its time holds up nobody else.
    const { outcome, answered, erased } = await locks.acquire(
      mine.map((one) => `application/${one}`).sort(),
      () => decide(house, turn, person, again && id ? present : talk, { inPlace, press, file }),
    );
    if (erased) sayFarewell(incoming, erased);
    if (!answered) return say(turn, outcome.replies, outcome.mark);
    // The client has its answer from here on: it leaves when the turn ends, or earlier when that takes too long.
    if (waits) await line.answer(answered.response);
    await Promise.all([
      say(turn, waits ? answered.replies : outcome.replies, outcome.mark),
      answered.instead ? line.replace(answered.instead) : undefined,
    ]);
  }

  /** Should their message come twice, their last answer is known again. */
  function sayFarewell(incoming: Incoming, answer: Answer): void {
    farewells.set(farewellTo(incoming), answer);
    for (const key of [...farewells.keys()].slice(0, -farewellsKept)) farewells.delete(key);
  }

  async function queue(
    { conversation, person }: Pick<Incoming, 'conversation' | 'person'>,
    line: Line,
    work: (ending: Ending) => Promise<unknown>,
  ): Promise<Ending> {
    const ending: Ending = {};
    const turn = locks
      .acquire([`conversation/${conversation}`, `person/${person}`], () =>
        work(ending).catch(async (error: unknown) => {
          // One that needs what is still being learnt is taken again when it is. Nothing was kept of it, and nobody else waits.
          if (!(error instanceof StillLearning)) throw error;
          await mind.learn();
          await work(ending);
        }),
      )
      .catch((error: unknown) => apologise(line, ending, error));
    inHand.add(turn);
    try {
      await turn;
    } finally {
      inHand.delete(turn);
    }
    return ending;
  }

  /** Every state is as it was; say sorry in plain words, with a reference for whoever looks it up in the log. */
  async function apologise(line: Line, ending: Ending, error: unknown): Promise<void> {
    const incident = nanoid(8);
    const code = (error as { code?: unknown } | null)?.code;
    ending.fault = typeof code === 'string' ? code : 'TURN_FAILED';
    log.error({ incident, code: ending.fault, stack: stackOf(error) }, 'turn failed');
    const fault = await line.apologise(wordsFor(error, incident));
    if (!fault) return;
    const { code: cause, status } = fault;
    log.error({ incident, code: 'REPLY_FAILED', cause, status }, 'apology not delivered');
  }

  return {
    queue,
    take,
    settled: async () => {
      await Promise.allSettled(inHand);
    },
  };
}

/** What the channel may keep of it beside what was heard is gone from there where it tells of a patient. */
function forgetting(besides: readonly string[], talk: Talk): Talk {
  const forget = besides.some((one) => tellsPatient(one) !== undefined);
  return forget ? (view) => ({ ...talk(view), forget }) : talk;
}

function wordsFor(error: unknown, incident: string): string {
  if (error instanceof StoreUnavailable) return error.userMessage;
  return error instanceof DocumentUnreadable ? content.unreadable(incident) : content.sorry(incident);
}

function farewellTo({ conversation, id }: Incoming): string {
  return `${conversation}\n${id ?? ''}`;
}

/** Where it failed, without the message: a message may hold what a person wrote. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error) || !error.stack) return '';
  return error.stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .join('\n');
}
