import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import { z } from 'zod';
import type { Fault } from './checks.js';

/** A scheme's file as text: YAML with comments, or JSON, which is YAML too. */
export interface SourceFile {
  readonly name: string;
  readonly data: unknown;
  /** The line, from 1, on which the thing at a path stands, or the nearest thing around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
  /** What stands there was written elsewhere ("*source"): what is wrong with it is told there, once. */
  readonly isRepeated?: (path: readonly PropertyKey[]) => boolean;
}

export function readSource(text: string, name: string): SourceFile | { readonly fault: string } {
  if (name.endsWith('.json')) {
    try {
      const data: unknown = JSON.parse(text);
      // Where things stand is asked only when something is wrong.
      let lines: SourceFile['lineOf'] | undefined;
      return { name, data, lineOf: (path) => (lines ??= linesOf(text))(path) };
    } catch (cause) {
      return { fault: `${name}: (whole file): not readable as JSON (${(cause as Error).message})` };
    }
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line } = counter.linePos(error.pos[0]);
    return { fault: `${name}:${line}: not readable as YAML: ${error.message}. ${hintFor(error.code)}` };
  }
  return {
    name,
    data: document.toJS() as unknown,
    lineOf: (path) => lineIn(document, counter, path),
    isRepeated: (path) => path.some((_, n) => isAlias(document.getIn(path.slice(0, n + 1), true))),
  };
}

/** What zod found, in words for whoever edits the file. */
export function sayIssue({ data }: Pick<SourceFile, 'data'>, issue: z.core.$ZodIssue): Fault {
  const { path, message } = issue;
  if (/received undefined$/.test(message)) return { path, message: 'is missing' };
  if (issue.code !== 'unrecognized_keys') return { path, message };
  const [first = '', ...others] = issue.keys;
  const around = at(data, path) as Record<string, unknown> | undefined;
  // In braces a comma ends a text: what follows is read as a name with nothing after it.
  if (around?.[first] === null)
    return {
      path,
      message: `the text before “${first}” ends at its comma. Put all of it in quotes: '…, ${first}'`,
    };
  const all = [first, ...others].map((key) => `“${key}”`).join(', ');
  return {
    path: [...path, first],
    message: `${all} means nothing here. Look for a slip, or for the place where it belongs`,
  };
}

function linesOf(text: string): SourceFile['lineOf'] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  return (path) => lineIn(document, counter, path);
}

function hintFor(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'Use spaces in front of a line, not a tab.';
  if (code === 'DUPLICATE_KEY') return 'The same name stands twice; take one out.';
  return 'Look at the spaces in front of the line, and put text with a colon or a “#” in it between quotes.';
}

function lineIn(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let line: number | undefined;
  const mark = (one: unknown) => {
    const at = (one as Node | null)?.range?.[0];
    if (at !== undefined) line = counter.linePos(at).line;
  };
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      mark(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)];
      if (item === undefined) break;
      mark(item);
      node = item;
    } else break;
  }
  return line;
}

/** What is wrong, as whoever edits the file reads it: where, what it is about, what was found, what would be right. */
export function sayFault({ name, data, lineOf }: SourceFile, { path, message }: Fault): string {
  const line = lineOf(path);
  const found = at(data, path);
  const called = nameAround(data, path);
  const example = exampleFor(path);
  return [
    `${name}${line ? `:${line}` : ''}: ${z.core.toDotPath(path) || '(whole file)'}${called ? ` (“${called}”)` : ''}: ${message}.`,
    found === undefined || typeof found === 'object' ? '' : `Found: ${JSON.stringify(found)}.`,
    example ? `Example: ${example}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function at(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
}

/** The label, title or name of the innermost thing around a path: what the editor knows it by. */
function nameAround(data: unknown, path: readonly PropertyKey[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const around = at(data, path.slice(0, length));
    if (typeof around !== 'object' || around === null) continue;
    const { label, title, name, ask } = around as Record<string, unknown>;
    const called = [label, title, name, ask].find((one) => typeof one === 'string');
    if (called) return String(called);
  }
  return undefined;
}

const examples: Readonly<Record<string, string>> = {
  id: 'id: ward-name',
  on: 'on: 2027-03-19',
  at: "at: '17:00'",
  opens: 'opens: { on: 2027-01-11 }',
  closes: "closes: { on: 2027-03-19, at: '17:00' }, or closes: null",
  closed: 'closed: { since: 2027-02-26 }',
  starts: 'starts: 2027-09-20, or starts: 2027-09',
  type: 'type: text',
  grade: 'grade: caution',
  email: 'email: places@example.nhs.uk',
  url: 'url: https://example.nhs.uk/apply',
  due: 'due: { days: 28, before: start }, or due: { on: 2027-05-14 }',
  when: 'when: { question: role, is: [assistant-practitioner] }',
  together: 'together: { question: role, is: [assistant-practitioner] }',
  source: 'source: { document: product }',
  from: 'from: { eligibility: role }',
  sendTo: 'sendTo: { to: mailbox, name: the regional faculty, email: places@example.nhs.uk }',
  fields: 'fields: { organisation: organisation-name, places: places }',
  organisation: 'fields: { organisation: organisation-name }',
  university: 'fields: { university: university }',
  intake: 'fields: { intake: intake }',
  role: 'fields: { role: role }',
  trainee: 'fields: { trainee: trainee-name }',
  reminders: 'reminders: [14, 7, 2]',
  version: 'version: 1',
};

function exampleFor(path: readonly PropertyKey[]): string | undefined {
  const last = [...path].reverse().find((key) => typeof key === 'string');
  return last === undefined ? undefined : examples[String(last)];
}
