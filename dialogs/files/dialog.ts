import { attachedValue, limitsOf, type AttachedFile } from '../../workflows/attached-file.js';
import type { Question } from '../../workflows/scheme.js';
import type { Move, Prompt, View } from '../conversation.js';
import * as content from './content.js';

/**
 * A file that comes with a message is the answer to the question for it that is open, and to nothing else. The bytes
 * never come here: what is kept of them is named by the answer.
 */

/** Why a file is not taken. */
export type FileFault =
  | 'too-large'
  /** Its content is of no kind that the question takes. */
  | 'wrong-kind'
  | 'empty'
  /** The scanner found something. */
  | 'unsafe'
  /** The scanner did not answer. */
  | 'not-scanned'
  | 'not-fetched'
  | 'several'
  | 'too-many';

/** What came with a message, when it has been looked at. */
export type Received =
  { readonly file: AttachedFile; readonly isScanned: boolean } | { readonly fault: FileFault };

/** Of the prompt for a question: a file may come, where files are kept at all. */
export function takes({ files, group }: View, question: Question): Pick<Prompt, 'takes'> {
  return files && !group && question.type === 'file' ? { takes: limitsOf(question) } : {};
}

/** The words that come with a file: its name, as a person reads it, and what was typed beside it. */
export function wordsOf(name: string, text: string): readonly string[] {
  const told = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_.+-]+/g, ' ')
    .trim();
  return [told, text].filter(Boolean);
}

/** `give`: how an answer to what is open is taken there. */
export function takeFile({ takes: limits }: Prompt, received: Received, give: (value: string) => Move): Move {
  if (!limits) return { say: () => content.notAskedFor };
  if ('fault' in received) {
    const files = { types: [...limits.types], megabytes: limits.megabytes };
    return { say: () => content.notTaken(received.fault, { files }) };
  }
  const move = give(attachedValue(received.file));
  const { say } = move;
  if (!move.events?.length) return move;
  return {
    ...move,
    say: (after) =>
      [say?.(after), received.isScanned ? content.checked : content.unchecked].filter(Boolean).join('\n\n'),
  };
}
