import { ActivityTypes, CardFactory, type Activity, type Attachment } from 'botbuilder';
import type { Prompt } from '../dialogs/conversation.js';
import type { CardMark } from '../dialogs/converse.js';
import type { Button, Reply } from '../dialogs/reply.js';

/** Microsoft's and our own limit on the actions of one card. */
const mostActions = 6;

/** A reply as an activity: the text says everything, the card gives the same to press and fill in. */
export function toActivity(reply: Reply, mark: CardMark): Partial<Activity> {
  const card = toCard(reply, mark);
  return {
    type: ActivityTypes.Message,
    text: reply.text,
    textFormat: 'markdown',
    inputHint: 'expectingInput',
    ...(card ? { attachments: [card] } : {}),
  };
}

function toCard(reply: Reply, mark: CardMark): Attachment | undefined {
  const input = reply.prompt ? inputOf(reply.prompt, reply.buttons) : undefined;
  const save = input ? [{ type: 'Action.Submit', title: input.action, data: { ap: mark } }] : [];
  const actions = [...save, ...reply.buttons.map((button) => actionOf(button, mark))].slice(0, mostActions);
  if (actions.length === 0) return undefined;
  return CardFactory.adaptiveCard({
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: reply.text,
    body: input ? [input.element] : [],
    actions,
  });
}

/** Pressing says what the person would otherwise type, and shows it as theirs. */
function actionOf({ title, says, url }: Button, mark: CardMark): object {
  if (url) return { type: 'Action.OpenUrl', title, url };
  const value = { ap: mark, says };
  return {
    type: 'Action.Submit',
    title,
    // Teams and our page show it as said by the person; a client that knows no `msteams` submits `ap` and `says`.
    data: { ...value, msteams: { type: 'messageBack', displayText: title, text: says, value } },
    associatedInputs: 'none',
  };
}

interface Input {
  readonly element: object;
  readonly action: string;
}

function inputOf({ reads, label = 'Your answer' }: Prompt, buttons: readonly Button[]): Input | undefined {
  const base = {
    id: 'answer',
    label,
    isRequired: true,
    errorMessage: 'Fill this in, or press another button.',
  };
  switch (reads.type) {
    case 'text':
    case 'name':
      return { element: { ...base, type: 'Input.Text', maxLength: reads.max }, action: 'Save' };
    case 'paragraph':
      return { element: { ...base, type: 'Input.Text', isMultiline: true }, action: 'Save' };
    case 'email':
      return { element: { ...base, type: 'Input.Text', style: 'Email' }, action: 'Save' };
    case 'phone':
      return { element: { ...base, type: 'Input.Text', style: 'Tel' }, action: 'Save' };
    case 'postcode':
      return { element: { ...base, type: 'Input.Text', maxLength: 10 }, action: 'Save' };
    case 'wholeNumber':
      return buttons.some(({ says }) => says === String(reads.max))
        ? undefined
        : { element: { ...base, type: 'Input.Number', min: reads.min, max: reads.max }, action: 'Save' };
    case 'date':
      return {
        element: { ...base, type: 'Input.Date', ...(reads.notAfter ? { max: reads.notAfter } : {}) },
        action: 'Save',
      };
    case 'choice':
      return reads.options.every(({ label: name }) => buttons.some(({ title }) => title.includes(name)))
        ? undefined
        : choices(base, reads.options);
    case 'university':
      return choices(
        base,
        reads.universities.map(({ id, name }) => ({ value: id, label: name })),
      );
    case 'intake':
      return choices(
        base,
        reads.intakes.map(({ id, label: title }) => ({ value: id, label: title })),
      );
    default:
      return undefined;
  }
}

function choices(base: object, options: readonly { value: string; label: string }[]): Input {
  return {
    element: {
      ...base,
      type: 'Input.ChoiceSet',
      style: 'compact',
      wrap: true,
      choices: options.map(({ value, label }) => ({ title: label, value })),
    },
    action: 'Choose',
  };
}
