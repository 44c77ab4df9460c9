import { nanoid } from 'nanoid';
import type { Prompt } from '../../../dialogs/conversation.js';
import type { FileFault, Received } from '../../../dialogs/files/dialog.js';
import { megabyte, type AttachedFile, type FileType } from '../../../workflows/attached-file.js';
import { fileName, kindOf } from './kind.js';
import type { Scan } from './scan.js';

/** Something that came with a message, not yet fetched. */
export interface Attached {
  readonly name: string;
  /** The bytes; 'too-large' as soon as there are more than that. @throws where it cannot be got. */
  fetch(most: number): Promise<Buffer | 'too-large'>;
}

/** Files that are kept with one application at most, those of answers that were changed too. */
export const mostFiles = 30;

/** Fetches a file, and looks at its size, at what is in it, and with the operator's scanner, in that order. */
export async function receive(
  attached: readonly Attached[],
  { types, megabytes }: NonNullable<Prompt['takes']>,
  scan?: Scan,
): Promise<Receipt> {
  const [one, ...others] = attached;
  if (!one || others.length > 0) return refused('several');
  const bytes = await one.fetch(megabytes * megabyte).catch(() => undefined);
  if (bytes === undefined) return refused('not-fetched');
  if (bytes === 'too-large') return refused('too-large');
  if (bytes.length === 0) return refused('empty');
  const kind = kindOf(bytes);
  if (!kind || !types.includes(kind)) return refused('wrong-kind');
  const verdict = scan ? await scan(bytes) : 'clean';
  if (verdict !== 'clean') return refused(verdict === 'found' ? 'unsafe' : 'not-scanned');
  const file = { id: nanoid(), size: bytes.length, name: fileName(one.name, kind) };
  return { received: { file, isScanned: scan !== undefined }, file: { ...file, kind, bytes } };
}

/** A file that may be kept: what its answer says, what it is, and the bytes. */
export type NewFile = AttachedFile & { readonly kind: FileType; readonly bytes: Buffer };

/** What to say of it; and the file, where it may be kept. */
export interface Receipt {
  readonly received: Received;
  readonly file?: NewFile;
}

export function refused(fault: FileFault): Receipt {
  return { received: { fault } };
}
