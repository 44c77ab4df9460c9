import { z } from 'zod';

/**
 * The part of Adaptive Cards 1.4 that our cards may use, written from its documentation
 * (https://adaptivecards.io/explorer/): strict, so that an unknown element or property, or one of a later version, is a
 * fault. The official schema file is in no package that we install. Every card was once checked against
 * `schemas/1.4.0/adaptive-card.json` of microsoft/AdaptiveCards too; that file leaves out `verb` of `Action.Execute`,
 * which the documentation has.
 */

const words = z.string().trim().min(1);
const spacing = z.enum(['default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding']);
const containerStyle = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
const inputs = z.enum(['Auto', 'None', 'auto', 'none']).optional();
const element = {
  id: z.string().min(1).optional(),
  spacing: spacing.optional(),
  separator: z.boolean().optional(),
};

const mark = z.strictObject({
  application: z.string().nullable(),
  step: z.string().min(1),
  revision: z.int().min(0),
});
const messageBack = z.strictObject({
  type: z.literal('messageBack'),
  displayText: words,
  text: words,
  value: z.looseObject({ ap: mark, says: words }),
});
const data = z.strictObject({
  ap: mark,
  says: words.optional(),
  title: words.optional(),
  about: words.optional(),
  form: words.optional(),
  only: z.array(words).optional(),
  sure: z.record(z.string(), z.string()).optional(),
  opens: z.literal(true).optional(),
  leaves: z.literal(true).optional(),
  msteams: messageBack.optional(),
});

/** Titles that are longer are cut off by some clients. */
const title = words.max(40);
const style = z.enum(['default', 'positive', 'destructive']).optional();
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title, url: z.url(), style });
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title,
  data,
  associatedInputs: inputs,
  style,
});
/** Older clients need the fallback, and both must say the same. */
const execute = z
  .strictObject({
    type: z.literal('Action.Execute'),
    title,
    verb: words,
    data,
    associatedInputs: inputs,
    style,
    fallback: submit,
  })
  .refine(({ data: { ap, says }, fallback }) => same({ ap, says }, fallback.data), {
    error: 'the fallback says something else',
  });
const action = z.discriminatedUnion('type', [openUrl, submit, execute]);

function same(one: { ap: unknown; says?: unknown }, other: { ap: unknown; says?: unknown }): boolean {
  return JSON.stringify([one.ap, one.says]) === JSON.stringify([other.ap, other.says]);
}

const textBlock = z.strictObject({
  ...element,
  type: z.literal('TextBlock'),
  text: words,
  wrap: z.literal(true),
  weight: z.enum(['lighter', 'default', 'bolder']).optional(),
  size: z.enum(['small', 'default', 'medium', 'large', 'extraLarge']).optional(),
  color: z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']).optional(),
  isSubtle: z.boolean().optional(),
});
const factSet = z.strictObject({
  ...element,
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: words, value: words })).min(1),
});
const input = {
  ...element,
  id: z.string().min(1),
  label: words,
  isRequired: z.boolean().optional(),
  errorMessage: words.optional(),
};
const inputText = z.strictObject({
  ...input,
  type: z.literal('Input.Text'),
  isMultiline: z.boolean().optional(),
  maxLength: z.int().min(1).optional(),
  style: z.enum(['Text', 'Tel', 'Url', 'Email']).optional(),
  value: z.string().optional(),
});
const inputNumber = z.strictObject({
  ...input,
  type: z.literal('Input.Number'),
  min: z.number().optional(),
  max: z.number().optional(),
  value: z.number().optional(),
});
const inputDate = z.strictObject({
  ...input,
  type: z.literal('Input.Date'),
  min: z.iso.date().optional(),
  max: z.iso.date().optional(),
  value: z.iso.date().optional(),
});
const inputChoiceSet = z
  .strictObject({
    ...input,
    type: z.literal('Input.ChoiceSet'),
    style: z.enum(['compact', 'expanded']),
    wrap: z.literal(true),
    choices: z.array(z.strictObject({ title: words, value: words })).min(1),
    value: z.string().optional(),
  })
  .refine(({ choices }) => new Set(choices.map(({ value }) => value)).size === choices.length, {
    error: 'two choices have the same value',
  })
  .refine(({ choices, value }) => value === undefined || choices.some((one) => one.value === value), {
    error: 'its value is no choice',
  });

/** Its title is its label. */
const inputToggle = z.strictObject({
  ...element,
  id: z.string().min(1),
  type: z.literal('Input.Toggle'),
  title: words,
  valueOn: words,
  valueOff: z.literal(''),
  value: z.string(),
  wrap: z.literal(true),
});

const container = z.strictObject({
  ...element,
  type: z.literal('Container'),
  style: containerStyle.optional(),
  get items() {
    return z.array(anyElement).min(1);
  },
});
const columnSet = z.strictObject({
  ...element,
  type: z.literal('ColumnSet'),
  columns: z
    .array(
      z.strictObject({
        type: z.literal('Column'),
        width: z.union([z.enum(['auto', 'stretch']), z.number().positive()]),
        style: containerStyle.optional(),
        spacing: spacing.optional(),
        /** A piece of a bar has nothing in it. */
        minHeight: z.literal('8px').optional(),
        get items() {
          return z.array(anyElement);
        },
      }),
    )
    .min(1),
});
const anyElement: z.ZodType = z.lazy(() =>
  z.union([
    textBlock,
    factSet,
    inputText,
    inputNumber,
    inputDate,
    inputChoiceSet,
    inputToggle,
    container,
    columnSet,
  ]),
);

export const cardSchema = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.4'),
  body: z.array(anyElement),
  actions: z.array(action).max(6).optional(),
  fallbackText: words,
  refresh: z
    .strictObject({
      action: z.strictObject({ type: z.literal('Action.Execute'), title, verb: words, data }),
      userIds: z.array(words).min(1).max(60),
    })
    .optional(),
});
