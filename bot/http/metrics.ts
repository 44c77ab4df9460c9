import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Request, Response, Server } from 'restify';
import type { Config } from '../config.js';
import { answer } from './answers.js';
import { isThisMachine } from './limits.js';
import type { Ending, SendResult } from '../turn/incoming.js';

/** What is counted, and `/metrics` for Prometheus. */

export type TurnOutcome = 'answered' | 'failed' | 'not-saved' | 'not-delivered' | 'limited';
export type QuestionResult = 'answered' | 'near' | 'outside';
export type ProposalResult = 'shown' | 'done' | 'nothing' | 'failed';

/** What is counted. Labels come from short fixed lists: never a person, a reference or a word that was said. */
export interface Metrics {
  /** A turn begins; call what comes back with how it ended. */
  turn(activityType: string): (outcome: TurnOutcome) => void;
  question(result: QuestionResult): void;
  /** What became of what a language model proposed. */
  proposals(result: ProposalResult): void;
  nudge(outcome: 'sent' | 'refused' | 'ambiguous' | 'later'): void;
  /** A reply or a reminder that did not leave, and whether the fault is of our own token. */
  unsent(result: Exclude<SendResult, 'sent'>, isOurs: boolean): void;
  storeError(code: string): void;
  refused(status: number): void;
  text(): Promise<string>;
  readonly contentType: string;
  close(): void;
}

export interface MetricsOptions {
  /** What was set aside or went wrong since the start, where the store keeps count. */
  readonly problems?: (() => readonly { readonly code: string }[]) | undefined;
}

const kinds = ['message', 'conversationUpdate', 'invoke', 'event', 'typing', 'installationUpdate'];
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15];

export function createMetrics({ problems }: MetricsOptions): Metrics {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  // Event loop lag, memory, garbage collection and open handles, by their usual names.
  collectDefaultMetrics({ register });

  const turns = new Counter({
    name: 'ap_turns_total',
    help: 'Turns by kind of activity and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const latency = new Histogram({
    name: 'ap_turn_seconds',
    help: 'From an activity admitted to its replies sent',
    labelNames: ['kind'],
    buckets: seconds,
    registers,
  });
  const inHand = new Gauge({ name: 'ap_turns_in_hand', help: 'Turns begun and not over', registers });
  const questions = new Counter({
    name: 'ap_questions_total',
    help: 'Questions by whether an answer was found',
    labelNames: ['result'],
    registers,
  });
  const proposals = new Counter({
    name: 'ap_model_proposals_total',
    help: 'Messages for which a language model was asked, by what came of its proposals',
    labelNames: ['result'],
    registers,
  });
  const nudges = new Counter({
    name: 'ap_nudges_total',
    help: 'Reminders by what became of the sending',
    labelNames: ['outcome'],
    registers,
  });
  const unsent = new Counter({
    name: 'ap_replies_not_delivered_total',
    help: 'Replies that did not leave, or of which nobody knows whether they did',
    labelNames: ['result'],
    registers,
  });
  const tokens = new Counter({
    name: 'ap_token_failures_total',
    help: 'Sends for which no token could be had, or whose token was not taken',
    registers,
  });
  const errors = new Counter({
    name: 'ap_store_errors_total',
    help: 'Commits and reads that the store refused, by code',
    labelNames: ['code'],
    registers,
  });
  const refusals = new Counter({
    name: 'ap_refused_total',
    help: 'Requests to the messaging endpoint that were refused, by status',
    labelNames: ['status'],
    registers,
  });
  new Gauge({
    name: 'ap_store_problems',
    help: 'Files set aside and other trouble of the store since the start, by code',
    labelNames: ['code'],
    registers,
    collect() {
      this.reset();
      for (const { code } of problems?.() ?? []) this.inc({ code });
    },
  });
  for (const outcome of ['sent', 'refused', 'ambiguous', 'later']) nudges.inc({ outcome }, 0);
  for (const result of ['answered', 'near', 'outside']) questions.inc({ result }, 0);
  for (const outcome of ['answered', 'failed', 'not-saved', 'not-delivered', 'limited'])
    turns.inc({ kind: 'message', outcome }, 0);
  for (const result of ['refused', 'ambiguous', 'later']) unsent.inc({ result }, 0);

  return {
    turn(type) {
      const kind = kinds.includes(type) ? type : 'other';
      const end = latency.startTimer({ kind });
      inHand.inc();
      return (outcome) => {
        end();
        inHand.dec();
        turns.inc({ kind, outcome });
      };
    },
    question: (result) => questions.inc({ result }),
    proposals: (result) => proposals.inc({ result }),
    nudge: (outcome) => nudges.inc({ outcome }),
    unsent(result, isOurs) {
      unsent.inc({ result });
      if (isOurs) tokens.inc();
    },
    storeError: (code) => errors.inc({ code }),
    refused: (status) => refusals.inc({ status }),
    text: () => register.metrics(),
    contentType: register.contentType,
    close: () => register.clear(),
  };
}

/** A turn that is counted and timed; `onNotSaved` when the store would not take what it came to. */
export async function counted(
  metrics: Metrics,
  activityType: string,
  turn: () => Promise<Ending>,
  onNotSaved: () => void,
): Promise<void> {
  const over = metrics.turn(activityType);
  let outcome: TurnOutcome = 'failed';
  try {
    const { fault, unsent, asked } = await turn();
    if (unsent) metrics.unsent(unsent.result, unsent.fault?.isOurs ?? false);
    outcome = unsent ? 'not-delivered' : 'answered';
    if (fault !== undefined) outcome = fault === 'store-unavailable' ? 'not-saved' : 'failed';
    if (fault === 'store-unavailable') {
      metrics.storeError(fault);
      onNotSaved();
    }
    if (asked) metrics.question(asked);
  } finally {
    over(outcome);
  }
}

/**
 * Serves them on `/metrics`, to this machine only unless METRICS=on: how many people write, and when, is nobody
 * else's business, and Prometheus asks without saying who it is. To anybody else there is no such page.
 */
export function mountMetrics(server: Server, metrics: Metrics, { METRICS }: Config): void {
  server.get('/metrics', async (request: Request, response: Response) => {
    if (METRICS !== 'on' && !isThisMachine(request))
      return answer(response, 404, { error: { code: 'NotFound', message: 'There is nothing here.' } });
    const text = await metrics.text();
    response.writeHead(200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' });
    response.end(text);
  });
}
