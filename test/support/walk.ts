import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../data/root.js';
import type { Store } from '../../data/store/store.js';
import type { Application } from '../../workflows/application.js';
import { message, post, textsOf, type Answered } from './house.js';

interface Line {
  readonly me?: string;
  readonly press?: string;
  readonly bot?: string | readonly string[];
}

interface CardOf {
  readonly attachments?: readonly {
    readonly content?: {
      readonly body?: readonly { id?: string; value?: unknown }[];
      readonly actions?: readonly { title: string; data?: object; associatedInputs?: string }[];
    };
  }[];
}

const script = parse(
  readFileSync(join(root, 'test', 'conversations', 'ready-straight-through.yaml'), 'utf8'),
) as { clock: string; turns: Line[] };

/** The London time at which the walk begins. */
export const walkClock = script.clock;
/** From hello to a returned Confirmation of Support: what a transcript test says too. */
export const walkLines: readonly Line[] = script.turns.slice(
  0,
  script.turns.findIndex(({ press }) => press === 'Returned today') + 1,
);

/** Someone who goes the whole way over HTTP, sends again what was not answered, and checks what is said. */
export class Walker {
  /** Lines whose answer arrived. */
  acknowledged = 0;
  /** Was the present line sent, without an answer so far? */
  inHand = false;
  private waiting: Record<string, unknown> | undefined;
  private last: Answered | undefined;
  private lastSent: Record<string, unknown> | undefined;

  constructor(readonly person: string) {}

  get done(): boolean {
    return this.acknowledged === walkLines.length;
  }

  /** Says the next line, or the same activity again when it had no answer. @throws when nothing comes back. */
  async step(url: string): Promise<Answered> {
    const line = walkLines[this.acknowledged];
    assert.ok(line, 'the walk is over');
    this.waiting ??= this.activityOf(line);
    this.inHand = true;
    const answered = await post(url, this.waiting);
    if (answered.status === 503) throw new Error('it is being restarted');
    assert.equal(answered.status, 200, JSON.stringify(answered.body));
    this.check(line, answered);
    this.acknowledged++;
    this.inHand = false;
    this.last = answered;
    this.lastSent = this.waiting;
    this.waiting = undefined;
    return answered;
  }

  /** The last activity that was answered, once more, gets the same answer and does nothing. */
  async again(url: string): Promise<void> {
    if (!this.lastSent || !this.last) return;
    const { status, ...answered } = await post(url, this.lastSent);
    assert.equal(status, 200);
    assert.deepEqual(
      textsOf({ status, ...answered }),
      textsOf(this.last),
      `${this.person}, line ${this.acknowledged}: another answer the second time`,
    );
  }

  private check({ bot = [] }: Line, answered: Answered): void {
    const said = textsOf(answered).join('\n');
    const where = `${this.person}, line ${this.acknowledged + 1} of ${walkLines.length}`;
    assert.doesNotMatch(said, /went wrong on my side|can’t save/, `${where}: ${said}`);
    for (const expected of [bot].flat()) {
      // Links and the clock are other than in the transcript.
      if (expected.includes('https://ap.test')) continue;
      const pattern = /^\/(.*)\/$/s.exec(expected)?.[1];
      assert.ok(
        pattern ? new RegExp(pattern, 's').test(said) : said.includes(expected),
        `${where}: “${expected}” was to be said, and it was: ${said}`,
      );
    }
  }

  private activityOf({ me, press }: Line): Record<string, unknown> {
    const who = {
      from: { id: this.person, name: this.person },
      conversation: { id: `with-${this.person}`, isGroup: false, conversationType: 'personal' },
    };
    if (press === undefined) return message(me ?? '', who);
    const cards = (this.last?.body.activities ?? []) as CardOf[];
    const contents = cards.flatMap(({ attachments = [] }) => attachments.map(({ content }) => content));
    const card = contents.find((one) => one?.actions?.some(({ title }) => title === press));
    const action = card?.actions?.find(({ title }) => title === press);
    // What stands in an input is sent with it, as a client does.
    const answer = card?.body?.find(({ id }) => id === 'answer')?.value;
    const isAlone = action?.associatedInputs === 'none' || answer === undefined;
    const data = action?.data && (isAlone ? action.data : { ...action.data, answer });
    // Every step works by typing alone.
    return data === undefined ? message(press, who) : { ...message('', who), value: data };
  }
}

/** What is kept of a person's application, without what differs each time: references, and when. */
export async function kept(store: Store, person: string): Promise<string> {
  const ids = await store.find('applications-of-person', person);
  const found = await Promise.all(ids.map((id) => store.get<Application>('application', id)));
  return found
    .map((record) => {
      const { snapshot, history } = record?.doc ?? assert.fail('a reference without its application');
      return JSON.stringify({ snapshot, events: history.length })
        .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'TIME')
        .replaceAll(/AP-\w{4}-\w{4}/g, 'REFERENCE')
        .replaceAll(person, 'PERSON');
    })
    .join('\n');
}
