import type { Answer, Question } from './scheme.js';

/** The answer to a question for a file, where the person attaches it to what they send. */
export const attachedByHand = 'by-hand';

export const fileTypes = ['pdf', 'docx', 'xlsx', 'png', 'jpg'] as const;
export type FileType = (typeof fileTypes)[number];

/** A file that is kept with an application. The answer says all of it but the bytes, which are kept under the id. */
export interface AttachedFile {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Ends in what its content is: "Job description.pdf". */
  readonly name: string;
}

export function attachedValue({ id, size, name }: AttachedFile): string {
  return `file:${id}:${size}:${name}`;
}

/** The kept file that an answer stands for; undefined for one that is attached by hand, and for any other answer. */
export function attachedFile(value: Answer | undefined): AttachedFile | undefined {
  if (typeof value !== 'string') return undefined;
  const [, id, size, name] = /^file:([\w-]{8,64}):(\d{1,9}):([^\r\n]{1,160})$/.exec(value) ?? [];
  return id && size && name ? { id, size: Number(size), name } : undefined;
}

/** What a question for a file takes; where it does not say, what any programme team can open. */
export function limitsOf({ files }: Pick<Question, 'files'>): {
  readonly types: readonly FileType[];
  readonly megabytes: number;
} {
  return files ?? { types: ['pdf', 'docx'], megabytes: 10 };
}

export const megabyte = 1024 * 1024;

/** Is this an answer to the question: a file of a kind and a size that it takes, or one that is attached by hand? */
export function isFileAnswer(question: Pick<Question, 'files'>, value: Answer): boolean {
  if (value === attachedByHand) return true;
  const file = attachedFile(value);
  const { types, megabytes } = limitsOf(question);
  return (
    file !== undefined &&
    file.size > 0 &&
    file.size <= megabytes * megabyte &&
    types.some((type) => file.name.toLowerCase().endsWith(`.${type}`))
  );
}
