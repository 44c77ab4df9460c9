import { CardFactory, type Activity, type Entity } from 'botbuilder';
import * as content from '../dialogs/cards/content.js';
import {
  card,
  inputFor,
  paragraphs,
  tableElements,
  text,
  type Card,
  type Element,
} from '../dialogs/cards/elements.js';
import { anyStep, type CardMark } from '../dialogs/converse.js';
import type { Button, Citation, Reply } from '../dialogs/reply.js';

/** Microsoft's and our own limit on the actions of one card. */
const mostActions = 6;
/** Characters of a button's title; a longer one is cut off by some clients. */
const longestTitle = 40;
/** Characters of one message: with its card it stays well under 30 KB in UTF-16. */
const longestText = 9_000;

/** What the place where a card will stand can do. Nothing is taken for granted. */
export interface Place {
  /** The person's id in the channel, where cards are alive there: answered in place, opened as a form, refreshed. */
  readonly living?: string;
}

/** The verbs of our own card actions; the data says everything. */
export const verbs = { say: 'ap-say', refresh: 'ap-refresh' } as const;

/** A reply as an activity: the text says everything, the card gives the same to press and fill in. */
export function toActivity(reply: Reply, mark: CardMark, place: Place = {}): Partial<Activity> {
  const content = isStatus(reply, place) ? statusCard(reply, mark, place) : cardOf(reply, mark, place);
  return {
    type: 'message',
    ...(isStatus(reply, place)
      ? { text: '', summary: reply.text.slice(0, 200) }
      : { text: reply.table && content ? `**${reply.table.title}**` : reply.text, textFormat: 'markdown' }),
    inputHint: 'expectingInput',
    ...(reply.generated && place.living ? { entities: [generatedLabel(reply.generated)] } : {}),
    ...(content ? { attachments: [CardFactory.adaptiveCard(content)] } : {}),
  };
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
export function toActivities(reply: Reply, mark: CardMark, place: Place = {}): Partial<Activity>[] {
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
  return card({
    ...partsOf(reply, mark, place, reply.table ? tableElements(reply.table) : paragraphs(reply.text)),
    fallbackText: reply.text,
  });
}

/** The card of a reply, as it was sent with the message; undefined when there is nothing to press. */
export function cardOf(reply: Reply, mark: CardMark, place: Place = {}): Card | undefined {
  const parts = partsOf(reply, mark, place, reply.table ? tableElements(reply.table) : []);
  const fallbackText = reply.table ? reply.text : content.cannotShow;
  return parts.actions.length === 0 ? undefined : card({ ...parts, fallbackText });
}

function partsOf(reply: Reply, made: CardMark, place: Place, above: readonly Element[]) {
  const mark = reply.anyTime ? { ...made, step: anyStep } : made;
  const input = reply.prompt ? inputOf(reply.prompt, reply.buttons) : undefined;
  const form = place.living && reply.prompt?.form ? [formAction(reply.prompt.form, mark)] : [];
  const save = input ? [actionOf(input.title, { ap: mark }, place, { style: 'positive' })] : [];
  const room = mostActions - save.length - form.length;
  const buttons = reply.buttons
    .slice(0, room)
    .map((button) => buttonAction(button, mark, place, reply.about));
  return {
    body: [...above, ...(input ? [input.element] : [])],
    actions: [...save, ...buttons, ...form],
  };
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

/** Opens what belongs together as one form: a dialog of Teams. */
function formAction(form: string, mark: CardMark): Element {
  return {
    type: 'Action.Submit',
    title: content.fillIn,
    data: { ap: mark, form, msteams: { type: 'task/fetch' } },
    associatedInputs: 'none',
  };
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
      ...paragraphs(reply.text.replace(`**${content.statusTitle}**`, '')),
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
  { reads, label = 'Your answer' }: NonNullable<Reply['prompt']>,
  buttons: readonly Button[],
): { element: Element; title: string } | undefined {
  const onButtons =
    reads.type === 'yesNo' ||
    (reads.type === 'wholeNumber' && buttons.some(({ says }) => says === String(reads.max))) ||
    (reads.type === 'choice' &&
      reads.options.every(({ label: name }) => buttons.some(({ title }) => title.includes(name))));
  if (onButtons) return undefined;
  const element = inputFor(reads, {
    id: 'answer',
    label,
    isRequired: true,
    errorMessage: 'Fill this in, or press another button.',
  });
  const title = ['choice', 'university', 'intake'].includes(reads.type) ? 'Choose' : 'Save';
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
