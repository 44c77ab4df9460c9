/**
 * A file that people edit (a scheme, the knowledge base) cannot be used. Thrown when the files are read, so that
 * nothing starts on half-read content. `npm run check:content` prints the same faults.
 */
export class ContentError extends Error {
  readonly code = 'CONTENT_INVALID';
  readonly userMessage: string;

  /** @param faults one line each: `file: path: what is wrong`. */
  constructor(
    readonly faults: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`Content files with faults (${faults.length}):\n${faults.join('\n')}`, options);
    this.name = 'ContentError';
    this.userMessage = `I cannot start, because a content file has a fault. Correct what is listed, then start me again.\n${faults.join('\n')}`;
  }
}
