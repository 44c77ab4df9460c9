import type { Json, Lookup, Store, Write } from '../../../data/store/store.js';
import type { JsonObject } from '../../http/answers.js';

/** What was said in the web page's chat, kept page by page, so that it is there when the page is opened again. */

/** Activities in one record. A message rewrites one page, so a save costs the same in a long conversation. */
export const pageSize = 20;
/** How much of a conversation is kept: the last 1,000 activities, give or take a page. */
const pagesKept = 50;

export const removed = '(removed)';

/** What was said, as the browser gets it. `id` is the conversation's id, a bar and the place in the history. */
export type ChatActivity = JsonObject & { id: string; type: string };

interface ConversationDoc {
  readonly person: string;
  readonly started: string;
  readonly firstPage: number;
  readonly lastPage: number;
}

/** A gap is what was taken back: places are never given twice, or a watermark would skip something. */
type Page = (ChatActivity | null)[];

/** To be given to the store with the product's other look-ups: conversations by person, pages by their oldest day. */
export const webchatLookups: readonly Lookup[] = [
  { name: 'webchat-by-person', kind: 'webchat', keys: (doc: ConversationDoc) => [doc.person] },
  {
    name: 'webchat-pages-by-day',
    kind: 'webchat-page',
    keys: ({ said }: { said: Page }) => said.flatMap((one) => (one ? [dayOf(one)] : [])).slice(0, 1),
  },
];

/**
 * One web conversation: a small record, and pages of what was said. Saying is at once, in memory; `save` puts it on
 * disk. When the disk refuses, what was said stays in memory and goes with the next save.
 */
export class ChatHistory {
  private readonly dirty = new Set<number>();
  private readonly held = new Set<string>();
  /** Writes that go with the next save: the record when a page was turned, and the pages that were dropped. */
  private besides: Write[] = [];
  private saving: Promise<void> = Promise.resolve();

  private constructor(
    private readonly store: Store,
    readonly id: string,
    private doc: ConversationDoc,
    private readonly pages: Map<number, Page>,
  ) {}

  static async open(store: Store, id: string): Promise<ChatHistory | undefined> {
    const kept = await store.get<ConversationDoc>('webchat', id);
    if (!kept) return undefined;
    const { lastPage } = kept.doc;
    return new ChatHistory(
      store,
      id,
      kept.doc,
      new Map([[lastPage, await pageFromStore(store, id, lastPage)]]),
    );
  }

  /** @throws {RevisionConflict} when the id is taken. */
  static async start(store: Store, id: string, person: string, started: string): Promise<ChatHistory> {
    const doc: ConversationDoc = { person, started, firstPage: 0, lastPage: 0 };
    await store.commit([{ kind: 'webchat', id, doc: { ...doc }, expect: 0 }]);
    return new ChatHistory(store, id, doc, new Map([[0, []]]));
  }

  /** Every record of it, for the store to delete. */
  static async erasing(store: Store, id: string): Promise<Write[]> {
    const kept = await store.get<ConversationDoc>('webchat', id);
    if (!kept) return [];
    return [...pageDeletions(id, kept.doc), { kind: 'webchat', id, delete: true }];
  }

  get person(): string {
    return this.doc.person;
  }

  /** The place of the next activity, which is also the watermark of one who has seen all. */
  get next(): number {
    return this.doc.lastPage * pageSize + this.tail.length;
  }

  /** The oldest place that is kept. */
  get first(): number {
    return this.doc.firstPage * pageSize;
  }

  /** Adds what was said. With `hold`, its words do not go to disk before `release`. */
  say(activity: JsonObject & { type: string }, hold = false): ChatActivity {
    if (this.tail.length >= pageSize) this.turnPage();
    const place = this.next;
    const said: ChatActivity = { ...activity, id: `${this.id}|${String(place).padStart(7, '0')}` };
    const data = isObject(said.channelData) ? said.channelData : {};
    // Web Chat orders by this number, so a clock that jumps cannot shuffle the conversation.
    said.channelData = { ...data, 'webchat:sequence-id': place };
    this.tail.push(said);
    this.dirty.add(this.doc.lastPage);
    if (hold) this.held.add(said.id);
    return said;
  }

  /** The id that the same sending of a message got already; a client whose line broke may send it again. */
  sentAs({ channelData }: JsonObject): string | undefined {
    const sending = isObject(channelData) ? channelData.clientActivityID : undefined;
    if (sending === undefined) return undefined;
    return [...this.pages.values()]
      .flat()
      .find((one) => isObject(one?.channelData) && one.channelData.clientActivityID === sending)?.id;
  }

  /** The words of a held activity may be kept. */
  release(activityId: string): void {
    const place = this.placeOf(activityId);
    if (this.held.delete(activityId) && place !== undefined) this.dirty.add(Math.floor(place / pageSize));
  }

  /** Is it something said here, and still kept? */
  has(activityId: string): boolean {
    const place = this.placeOf(activityId);
    return place !== undefined && place >= this.first && place < this.next;
  }

  /** How an activity of a moment ago stands now. */
  inMemory(activityId: string): ChatActivity | undefined {
    return this.tail.find((one) => one?.id === activityId) ?? undefined;
  }

  /** Puts another in its place, or a gap (`null`); answers what stood there, or `undefined` when nothing did. */
  async change(
    activityId: string,
    to: (was: ChatActivity) => ChatActivity | null,
  ): Promise<ChatActivity | undefined> {
    const place = this.placeOf(activityId);
    if (place === undefined || !this.has(activityId)) return undefined;
    const number = Math.floor(place / pageSize);
    const loaded = await this.page(number);
    // Another change may have brought the same page into memory meanwhile.
    const page = this.pages.get(number) ?? loaded;
    const was = page[place % pageSize];
    if (!was) return undefined;
    page[place % pageSize] = to(was);
    this.held.delete(activityId);
    this.pages.set(number, page);
    this.dirty.add(number);
    return was;
  }

  /** Forgets what was said on one page up to a day, that day too. Answers the ids, so that open pages can drop them. */
  async forgetUntil(day: string, number: number): Promise<string[]> {
    const old = (await this.page(number)).flatMap((one) => (one && dayOf(one) <= day ? [one.id] : []));
    for (const id of old) await this.change(id, () => null);
    await this.save();
    return old;
  }

  /** What was said from a place on, a page at a time: `next` is the place to ask from again. */
  async from(place: number): Promise<{ activities: ChatActivity[]; next: number }> {
    const start = Math.max(place, this.first);
    if (start >= this.next) return { activities: [], next: this.next };
    const number = Math.floor(start / pageSize);
    const page = await this.page(number);
    const next = number === this.doc.lastPage ? this.next : (number + 1) * pageSize;
    return { activities: page.slice(start % pageSize).filter((one) => one !== null), next };
  }

  /** All that was said from a place on, and the place after it. */
  async everything(from = this.first): Promise<{ activities: ChatActivity[]; next: number }> {
    const all: ChatActivity[] = [];
    let place = Math.max(from, this.first);
    while (place < this.next) {
      const { activities, next } = await this.from(place);
      all.push(...activities);
      place = next;
    }
    return { activities: all, next: this.next };
  }

  /** Forgets all that was said, and keeps the conversation open. Answers the ids, so that open pages can drop them. */
  async clear(): Promise<string[]> {
    const ids = (await this.everything()).activities.map(({ id }) => id);
    const before = this.doc;
    this.doc = { ...before, firstPage: before.lastPage + 1, lastPage: before.lastPage + 1 };
    this.pages.clear();
    this.pages.set(this.doc.lastPage, []);
    this.dirty.clear();
    this.held.clear();
    this.besides.push(...pageDeletions(this.id, before), this.record());
    await this.save();
    return ids;
  }

  /**
   * On disk when it resolves.
   * @throws {StoreUnavailable} when the disk refuses; the next save tries again with all of it.
   */
  save(): Promise<void> {
    // One save after another, so that an older page never lands on a newer one.
    this.saving = this.saving.catch(() => undefined).then(() => this.write());
    return this.saving;
  }

  private async write(): Promise<void> {
    const numbers = [...this.dirty].filter((number) => number >= this.doc.firstPage);
    const besides = this.besides;
    this.dirty.clear();
    this.besides = [];
    const pages = numbers.map((number) => ({
      kind: 'webchat-page',
      id: pageId(this.id, number),
      doc: { said: (this.pages.get(number) ?? []).map((one) => this.keepable(one)) },
    }));
    if (pages.length + besides.length === 0) return;
    try {
      await this.store.commit([...besides.filter(lastOfEach), ...pages]);
    } catch (error) {
      for (const number of numbers) this.dirty.add(number);
      this.besides = [...besides, ...this.besides];
      throw error;
    }
    for (const number of this.pages.keys())
      if (number !== this.doc.lastPage && !this.dirty.has(number)) this.pages.delete(number);
  }

  private get tail(): Page {
    return this.pages.get(this.doc.lastPage) ?? [];
  }

  private turnPage(): void {
    const lastPage = this.doc.lastPage + 1;
    const firstPage = Math.max(this.doc.firstPage, lastPage - pagesKept);
    const dropped = pageDeletions(this.id, { ...this.doc, lastPage: firstPage - 1 });
    this.doc = { ...this.doc, firstPage, lastPage };
    this.pages.set(lastPage, []);
    this.besides.push(this.record(), ...dropped);
  }

  private record(): Write {
    return { kind: 'webchat', id: this.id, doc: { ...this.doc } };
  }

  private keepable(activity: ChatActivity | null): Json {
    return activity && this.held.has(activity.id) ? withoutWords(activity) : activity;
  }

  private async page(number: number): Promise<Page> {
    return this.pages.get(number) ?? (await pageFromStore(this.store, this.id, number));
  }

  private placeOf(activityId: string): number | undefined {
    const [conversation, place] = activityId.split('|', 2);
    return conversation === this.id && place && /^\d{7,10}$/.test(place) ? Number(place) : undefined;
  }
}

/** The activity with everything that a person may have typed or pressed replaced by `(removed)`. */
export function withoutWords(activity: ChatActivity): ChatActivity {
  const { value: _value, summary: _summary, speak: _speak, attachments: _cards, ...rest } = activity;
  const data = isObject(rest.channelData) ? rest.channelData : {};
  const { messageBack: _said, ...channelData } = data;
  return { ...rest, text: removed, channelData };
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of several writes to one record, only the last: a commit names each record once. */
function lastOfEach(write: Write, index: number, all: Write[]): boolean {
  return !all.slice(index + 1).some(({ kind, id }) => kind === write.kind && id === write.id);
}

/** One without a time, which this program never wrote, is taken for as old as can be. */
function dayOf({ timestamp }: ChatActivity): string {
  return typeof timestamp === 'string' ? timestamp.slice(0, 10) : '1970-01-01';
}

function pageId(conversation: string, number: number): string {
  return `${conversation}.${number}`;
}

/** The conversation and the number of a page. */
export function pageOf(id: string): readonly [string, number] {
  const dot = id.lastIndexOf('.');
  return [id.slice(0, dot), Number(id.slice(dot + 1))];
}

function pageDeletions(conversation: string, doc: ConversationDoc): Write[] {
  const deletions: Write[] = [];
  for (let number = doc.firstPage; number <= doc.lastPage; number++)
    deletions.push({ kind: 'webchat-page', id: pageId(conversation, number), delete: true });
  return deletions;
}

async function pageFromStore(store: Store, conversation: string, number: number): Promise<Page> {
  const kept = await store.get<{ said: Page }>('webchat-page', pageId(conversation, number));
  return kept ? [...kept.doc.said] : [];
}
