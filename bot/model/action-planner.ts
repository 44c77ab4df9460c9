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
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Question } from '../../dialogs/conversation.js';
import { routes, type Plan, type Route } from '../../dialogs/questions/plan.js';
import type { ModelConfig } from '../config.js';
import { callOf, type CallFault } from './endpoint.js';
import { actions, entriesText, instructions } from './prompt.js';

/** What a model made of a question, before its words are held against anything. */
export type Made =
  | {
      readonly plan:
        | Exclude<Plan, { kind: 'say' }>
        | { readonly kind: 'say'; readonly text: string }
        | { readonly kind: 'none' };
    }
  | CallFault
  | { readonly fault: 'no-plan' };

/** teams-ai's form of a plan, of which one command counts. */
const planSchema = z.object({
  commands: z
    .array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('SAY'), response: z.string().trim().min(1) }),
        z.object({
          type: z.literal('DO'),
          action: z.string(),
          parameters: z.object({ entry: z.int().optional() }).nullish(),
        }),
      ]),
    )
    .length(1),
});

const tokens = { entries: 4_500, input: 300, all: 7_000, answer: 400 } as const;

/**
 * One question to the model, by teams-ai's action planner: its prompt, its augmentation, its check of the plan. All of
 * it is made anew each time, with a memory of its own, so that nothing of one person can come into another's prompt.
 */
export async function askModel(
  config: ModelConfig,
  { text, entries }: Question,
  context: TurnContext,
): Promise<Made> {
  const call = callOf(config);
  const augmentation = new SequenceAugmentation(actions);
  const grounding: DataSource = {
    name: 'entries',
    renderData: async (_context, _memory, tokenizer) => {
      const output = entriesText(entries);
      return { output, length: tokenizer.encode(output).length, tooLong: false };
    },
  };
  const told = [
    new SystemMessage(instructions),
    new DataSourceSection(grounding, tokens.entries),
    augmentation.createPromptSection(),
  ].flatMap((section) => section ?? []);
  const template: PromptTemplate = {
    name: 'question',
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
    actions,
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
  const memory = new Map<string, unknown>([['temp.input', text]]);
  const result = await planner.completePrompt(context, memoryOver(memory), template.name, augmentation);
  const fault = call.fault();
  if (fault) return fault;
  const plan = planSchema.safeParse(result.message?.content);
  const [command] = plan.success ? plan.data.commands : [];
  if (!command) return { fault: 'no-plan' };
  if (command.type === 'SAY') return { plan: { kind: 'say', text: command.response } };
  if (command.action === 'not-known') return { plan: { kind: 'none' } };
  if (isRoute(command.action)) return { plan: { kind: 'go', command: command.action } };
  const entry = entries[(command.parameters?.entry ?? 0) - 1];
  return command.action === 'show-entry' && entry ? { plan: { kind: 'show', entry } } : { fault: 'no-plan' };
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

function isRoute(action: string): action is Route {
  return Object.hasOwn(routes, action);
}

function memoryOver(values: Map<string, unknown>): Memory {
  return {
    deleteValue: (path) => void values.delete(path),
    hasValue: (path) => values.has(path),
    getValue: <T>(path: string) => values.get(path) as T,
    setValue: (path, value) => void values.set(path, value),
  };
}
