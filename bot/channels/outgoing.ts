import * as content from '../../dialogs/cards/content.js';
import {
  card,
  inputFor,
  paragraphs,
  tableElements,
  text,
  type Card,
  type Element,
} from '../../dialogs/cards/elements.js';
import { anyStep, type CardMark } from '../../dialogs/converse.js';
import type { Button, Citation, Reply, ReplyForm } from '../../dialogs/reply.js';

/** Replies as messages in the Bot Framework's protocol, which every channel here speaks: words, and the Adaptive Card that gives the same to press and fill in. */

/** Microsoft's and our own limit on the actions of one card. */
const mostActions = 6;
/** Characters of a button's title; a longer one is cut off by some clients. */
const longestTitle = 40;
/** Characters of one message: with its card it stays well under 30 KB in UTF-16. */
const longestText = 9_000;

/** A message in the Bot Framework's protocol, which both channels speak: its fields that are used, and no SDK's type. */
export interface Message {
  readonly type: 'message';
  readonly text: string;
  readonly textFormat?: 'markdown';
  readonly summary?: string;
  readonly inputHint?: 'expectingInput';
  readonly attachments?: Attachment[];
  readonly entities?: Entity[];
  readonly channelData?: { readonly takes?: Reply['takes'] };
}

interface Entity {
  type: string;
  [field: string]: unknown;
}

interface Attachment {
  readonly contentType: string;
  readonly content: Card;
}

export function cardAttachment(content: Card): Attachment {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

/** What the place where a card will stand can do. Nothing is taken for granted. */
export interface Place {
  /** The person's id in the channel, where cards are alive there: answered in place, opened as a form, refreshed. */
  readonly living?: string;
  /** It draws cards, so that what a card says need not be said beside it. */
  readonly draws?: true;
  /** It is our own page, which shows a button for a file while one is asked for. */
  readonly uploads?: true;
}

/** The verbs of our own card actions; the data says everything. */
export const verbs = { say: 'ap-say', refresh: 'ap-refresh', fill: 'ap-fill' } as const;

/** A reply as an activity: the text says everything, the card gives the same to press and fill in. */
export function toActivity(reply: Reply, mark: CardMark, place: Place = {}): Message {
  const content = isStatus(reply, place) ? statusCard(reply, mark, place) : cardOf(reply, mark, place);
  return {
    type: 'message',
    ...(isStatus(reply, place)
      ? { text: '', summary: reply.text.slice(0, 200) }
      : {
          text: reply.table && content ? `**${reply.table.title}**` : besideCard(reply, place),
          textFormat: 'markdown',
        }),
    inputHint: 'expectingInput',
    ...(reply.generated && place.living ? { entities: [generatedLabel(reply.generated)] } : {}),
    ...(reply.takes && place.uploads ? { channelData: { takes: reply.takes } } : {}),
    ...(content ? { attachments: [cardAttachment(content)] } : {}),
  };
}

/** The words that go with a card: without those that the card says, where it is drawn. */
function besideCard({ text: words, drawn }: Reply, { draws }: Place): string {
  return draws && drawn?.says ? words.replace(drawn.says, '').trim() : words;
}

/** Teams' label for generated words, with a claim for each [n] in the text. Web Chat cannot show a message that has it. */
function generatedLabel(citations: readonly Citation[]): Entity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    additionalType: ['AIGeneratedContent'],
    citation: citations.map((citation, i) => ({
      '@type': 'Claim',
      position: i + 1,
      appearance: { '@type': 'DigitalDocument', ...citation },
    })),
  };
}

/** A reply as one activity, or as several when it is too long for one: the last has the card. */
export function toActivities(reply: Reply, mark: CardMark, place: Place = {}): Message[] {
  if (reply.table) return [toActivity(reply, mark, place)];
  const parts = split(reply.text);
  return parts.map((part, i) =>
    i < parts.length - 1
      ? { type: 'message', text: part, textFormat: 'markdown' }
      : toActivity({ ...reply, text: part }, mark, place),
  );
}

/** The same as a card complete in itself, for a place where no message goes with it. */
export function wholeCard(reply: Reply, mark: CardMark, place: Place = {}): Card {
  if (isStatus(reply, place)) return statusCard(reply, mark, place);
  const { drawn, table, text: words } = reply;
  const said = paragraphs(drawn?.says ? words.replace(drawn.says, '') : words);
  return card({
    ...partsOf(reply, mark, place, table ? tableElements(table) : said),
    fallbackText: words,
  });
}

/** The card of a reply, as it was sent with the message; undefined when there is nothing to press. */
export function cardOf(reply: Reply, mark: CardMark, place: Place = {}): Card | undefined {
  const parts = partsOf(reply, mark, place, reply.table ? tableElements(reply.table) : []);
  if (parts.actions.length === 0 && (parts.body.length === 0 || reply.table)) return undefined;
  return card({ ...parts, fallbackText: reply.table ? reply.text : content.cannotShow });
}

function partsOf(reply: Reply, made: CardMark, place: Place, above: readonly Element[]) {
  const mark = reply.anyTime ? { ...made, step: anyStep } : made;
  const body = [...above, ...(reply.drawn?.elements ?? [])];
  if (reply.part) return formParts(reply, reply.part, mark, place, body);
  const input = reply.prompt ? inputOf(reply.prompt, reply.buttons) : undefined;
  const open = { form: reply.prompt?.form ?? '', revision: mark.revision };
  const form = open.form ? [fillAction(content.fillIn, open, { opens: true }, mark, place)] : [];
  const save = input ? [actionOf(input.title, { ap: mark }, place, { style: 'positive' })] : [];
  const room = mostActions - save.length - form.length;
  return {
    body: [...body, ...(input ? [input.element] : [])],
    actions: inOrder([...save, ...buttonActions(reply, room, mark, place), ...form], reply),
  };
}

/** What is to be opened first comes before the button that says that it is done. */
function inOrder(actions: readonly Element[], { prompt }: Reply): readonly Element[] {
  if (!prompt?.offers) return actions;
  const opens = (one: Element) => one['type'] === 'Action.OpenUrl';
  return [...actions.filter(opens), ...actions.filter((one) => !opens(one))];
}

/** A whole part to fill in. */
function formParts(reply: Reply, form: ReplyForm, mark: CardMark, place: Place, above: readonly Element[]) {
  const save = fillAction(content.save, form.data, {}, mark, place, { style: 'positive' });
  const leave = form.leave ? [fillAction(form.leave, form.data, { leaves: true }, mark, place)] : [];
  const room = mostActions - 1 - leave.length;
  return {
    body: [...above, ...form.elements],
    actions: [save, ...leave, ...buttonActions(reply, room, mark, place)],
  };
}

function buttonActions(
  { buttons, about }: Reply,
  room: number,
  mark: CardMark,
  place: Place,
): readonly Element[] {
  return buttons.slice(0, room).map((button) => buttonAction(button, mark, place, about));
}

/** Pressing says what the person would otherwise type. */
function buttonAction(button: Button, made: CardMark, place: Place, about?: string): Element {
  const { says, url, anyTime } = button;
  const mark = anyTime ? { ...made, step: anyStep } : made;
  const title = cut(button.title);
  if (url) return { type: 'Action.OpenUrl', title, url };
  // What the line that is left of the card will say, where there is no open question to find it in.
  const left =
    mark.step === anyStep
      ? { ...(title === says ? {} : { title }), ...(about ? { about: about.slice(0, 200) } : {}) }
      : {};
  return actionOf(title, { ap: mark, says, ...left }, place, { associatedInputs: 'none' });
}

/**
 * Where cards are alive, an action that is answered in place; else, and for clients that don't know it, a message with
 * the same data, shown as said by the person.
 */
function actionOf(
  title: string,
  data: { ap: CardMark; says?: string; title?: string; about?: string },
  place: Place,
  more: Element = {},
): Element {
  const { says } = data;
  const spoken = says && { msteams: { type: 'messageBack', displayText: title, text: says, value: data } };
  const submit = { type: 'Action.Submit', title, data: { ...data, ...spoken }, ...more };
  if (!place.living) return submit;
  return { type: 'Action.Execute', title, verb: verbs.say, data, ...more, fallback: submit };
}

/** Sends what was filled in of a form, or asks for it: see `dialogs/cards/fill.ts`. */
function fillAction(
  title: string,
  form: ReplyForm['data'],
  how: { readonly opens?: true; readonly leaves?: true },
  mark: CardMark,
  place: Place,
  more: Element = {},
): Element {
  const { revision, ...rest } = form;
  const data = { ap: { ...mark, revision }, ...rest, ...how };
  const inputs = how.opens ? { associatedInputs: 'none' } : {};
  const submit = { type: 'Action.Submit', title, data, ...more, ...inputs };
  if (!place.living) return submit;
  return { type: 'Action.Execute', title, verb: verbs.fill, data, ...more, ...inputs, fallback: submit };
}

function isStatus({ prompt }: Reply, { living }: Place): boolean {
  return living !== undefined && prompt?.step === 'applications:list';
}

/** A person's applications as they stand whenever it is looked at: its buttons hold at any time. */
function statusCard(reply: Reply, mark: CardMark, place: Place): Card {
  const always = { ...mark, step: anyStep };
  const { actions } = partsOf({ text: '', buttons: reply.buttons }, always, place, []);
  return card({
    body: [
      text(content.statusTitle, { weight: 'bolder', size: 'medium' }),
      ...(reply.drawn?.elements ?? paragraphs(reply.text.replace(`**${content.statusTitle}**`, ''))),
    ],
    actions,
    fallbackText: reply.text,
    refresh: {
      action: { type: 'Action.Execute', title: 'Refresh', verb: verbs.refresh, data: { ap: always } },
      userIds: [place.living],
    },
  });
}

function inputOf(
  { reads, label = 'Your answer', offers }: NonNullable<Reply['prompt']>,
  buttons: readonly Button[],
): { element: Element; title: string } | undefined {
  const onButtons =
    reads.type === 'yesNo' ||
    (reads.type === 'wholeNumber' && buttons.some(({ says }) => says === String(reads.max))) ||
    (reads.type === 'choice' &&
      reads.options.every(({ label: name }) => buttons.some(({ title }) => title.includes(name))));
  if (onButtons) return undefined;
  const base = {
    id: 'answer',
    label,
    isRequired: true,
    errorMessage: 'Fill this in, or press another button.',
  };
  const element = inputFor(reads, base, offers?.value);
  const title =
    offers?.title ?? (['choice', 'university', 'intake'].includes(reads.type) ? 'Choose' : 'Save');
  return element && { element, title };
}

function cut(title: string): string {
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…` : title;
}

/** Parts of a text that each fit into a message, cut between paragraphs, then lines, then words. */
function split(words: string): string[] {
  if (words.length <= longestText) return [words];
  const start = words.slice(0, longestText);
  const end = ['\n\n', '\n', ' '].map((gap) => start.lastIndexOf(gap)).find((i) => i > longestText / 2);
  const at = end ?? longestText;
  return [words.slice(0, at).trimEnd(), ...split(words.slice(at).trimStart())];
}
