import {
  ActionPlanner,
  DataSourceSection,
  GroupSection,
  OpenAIModel,
  Prompt,
  PromptManager,
  SequenceAugmentation,
  SystemMessage,
  UserMessage,
  type DataSource,
  type Memory,
  type OpenAIModelOptions,
  type AzureOpenAIModelOptions,
  type PromptTemplate,
  type TurnState,
} from '@microsoft/teams-ai';
import { z } from 'zod';
import type { Asking, Proposed } from '../../../dialogs/understanding/proposed.js';
import type { ModelConfig } from '../../config.js';
import { callOf } from '../../model/endpoint.js';
import type { Made } from '../../model/planner.js';
import { actions, entriesText, instructions, notKnown, tellsText } from '../../model/prompt.js';

/** One message put to a language model by teams-ai's action planner. `bot/model/` decides when, and `dialogs/` what comes of it. */

/** teams-ai's form of a plan: each command is one proposal. */
const planSchema = z.object({
  commands: z
    .array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('SAY'), response: z.string().trim().min(1) }),
        z.object({
          type: z.literal('DO'),
          action: z.string(),
          parameters: z
            .object({
              about: z.string().optional(),
              value: z.string().optional(),
              words: z.string().optional(),
            })
            .nullish(),
        }),
      ]),
    )
    .min(1),
});

/** Whose turn it is: it is asked for nobody in particular, and none of what renders the prompt looks at it. */
const nobody = {} as Parameters<ActionPlanner['completePrompt']>[0];

const tokens = { entries: 4_500, tells: 3_000, input: 300, all: 10_000, answer: 400 } as const;

/**
 * One message to the model, by teams-ai's action planner: its prompt, its augmentation, its check of the plan. All of it
 * is made anew each time, with a memory of its own, so that nothing of one person can come into another's prompt.
 */
export async function askModel(config: ModelConfig, asking: Asking): Promise<Made> {
  const call = callOf(config);
  const augmentation = new SequenceAugmentation([...actions]);
  const told = [
    new SystemMessage(instructions),
    new DataSourceSection(textOf('tells', tellsText(asking)), tokens.tells),
    new DataSourceSection(textOf('entries', entriesText(asking.entries)), tokens.entries),
    augmentation.createPromptSection(),
  ].flatMap((section) => section ?? []);
  const template: PromptTemplate = {
    name: 'message',
    prompt: new Prompt([new GroupSection(told, 'system'), new UserMessage('{{$temp.input}}', tokens.input)]),
    config: {
      schema: 1.1,
      type: 'completion',
      completion: {
        include_history: false,
        include_input: true,
        include_images: false,
        max_tokens: tokens.answer,
        max_input_tokens: tokens.all,
        temperature: 0,
        top_p: 1,
        frequency_penalty: 0,
        presence_penalty: 0,
      },
      augmentation: { augmentation_type: 'sequence' },
    },
    actions: [...actions],
    augmentation,
  };
  const prompts = new PromptManager({ promptsFolder: '' }).addPrompt(template);
  const planner = new ActionPlanner<TurnState>({
    model: new OpenAIModel(optionsOf(config, call.fetch)),
    prompts,
    defaultPrompt: template.name,
    // A plan that is none is not mended: the person is waiting, and there is a local answer.
    max_repair_attempts: 0,
  });
  const memory = new Map<string, unknown>([['temp.input', asking.text]]);
  const result = await planner.completePrompt(nobody, memoryOver(memory), template.name, augmentation);
  const fault = call.fault();
  if (fault) return fault;
  const plan = planSchema.safeParse(result.message?.content);
  if (!plan.success) return { fault: 'no-plan' };
  return {
    proposed: plan.data.commands.flatMap((command): Proposed[] => {
      if (command.type === 'SAY') return [{ act: 'phrased', value: command.response, words: '' }];
      const { words = '', ...rest } = command.parameters ?? {};
      return command.action === notKnown ? [] : [{ act: command.action, ...rest, words }];
    }),
  };
}

function textOf(name: string, output: string): DataSource {
  return {
    name,
    renderData: async (_context, _memory, tokenizer) => ({
      output,
      length: tokenizer.encode(output).length,
      tooLong: false,
    }),
  };
}

function optionsOf(
  { kind, endpoint, key, name, apiVersion }: ModelConfig,
  fetch: ReturnType<typeof callOf>['fetch'],
): OpenAIModelOptions | AzureOpenAIModelOptions {
  const shared = {
    useSystemMessages: true,
    logRequests: false,
    clientOptions: { fetch: fetch as never, maxRetries: 0 },
  };
  return kind === 'azure'
    ? {
        ...shared,
        azureApiKey: key,
        azureEndpoint: endpoint.replace(/^http:/, 'https:'),
        azureDefaultDeployment: name,
        azureApiVersion: apiVersion,
      }
    : { ...shared, apiKey: key, endpoint, defaultModel: name };
}

function memoryOver(values: Map<string, unknown>): Memory {
  return {
    deleteValue: (path) => void values.delete(path),
    hasValue: (path) => values.has(path),
    getValue: <T>(path: string) => values.get(path) as T,
    setValue: (path, value) => void values.set(path, value),
  };
}
