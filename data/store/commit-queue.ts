import { StoreUnavailable } from './errors.js';
import { breathe } from './files.js';
import type { Journal } from './journal.js';

/** One commit on its way to the disk. */
interface Waiting {
  readonly lineIn: (journal: number) => string;
  readonly settle: (journal: number) => void;
  readonly resolve: () => void;
  readonly reject: (error: StoreUnavailable) => void;
}

/**
 * Group commit: while one flush is under way, the commits that arrive gather, and share the next. So the disk's
 * pace bounds how long a commit takes and not how many there are.
 */
export class CommitQueue {
  #waiting: Waiting[] = [];
  #rotations: ((upTo: number) => void)[] = [];
  #outcomes: (() => void)[] = [];
  #busy = false;
  #done: Promise<void> = Promise.resolve();

  constructor(
    private readonly journal: Journal,
    /** Throws when this process may not write any more. */
    private readonly mayWrite: () => void,
    /** The disk refused, and nothing that was waiting counts. */
    private readonly onRefused: () => void,
  ) {}

  /**
   * Resolves when the line is flushed; `settle` is called just before, in the order of the lines. `lineIn` is asked for
   * the line when it is known which journal it goes to, in the same order.
   * @throws {StoreUnavailable} when the disk refuses.
   */
  add(lineIn: (journal: number) => string, settle: (journal: number) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ lineIn, settle, resolve, reject });
      this.#start();
    });
  }

  /** Begins another journal between two flushes. @returns the number of the last one that is complete. */
  rotate(): Promise<number> {
    return new Promise((resolve) => {
      this.#rotations.push(resolve);
      this.#start();
    });
  }

  /** Resolves when all that is in the queue now is flushed or refused. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#outcomes.push(resolve);
      this.#start();
    });
  }

  async drained(): Promise<void> {
    while (this.#busy) await this.#done;
  }

  #start(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#done = this.#flush();
  }

  async #flush(): Promise<void> {
    await breathe(); // What arrived together goes together: the other requests that wait are heard first.
    while (this.#waiting.length + this.#rotations.length + this.#outcomes.length > 0) {
      for (const rotated of this.#rotations.splice(0)) rotated(this.journal.rotate());
      const outcomes = this.#outcomes.splice(0);
      const batch = this.#waiting.splice(0);
      if (batch.length > 0) await this.#write(batch);
      for (const known of outcomes) known();
    }
    this.#busy = false;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    try {
      this.mayWrite();
      const journal = await this.journal.append((number) => batch.map(({ lineIn }) => lineIn(number)));
      for (const { settle, resolve } of batch) {
        settle(journal);
        resolve();
      }
    } catch (error) {
      // What came after was checked against what is now refused, so it is refused too.
      const refused = [...batch, ...this.#waiting.splice(0)];
      this.onRefused();
      for (const { reject } of refused) reject(new StoreUnavailable('The disk refuses', { cause: error }));
    }
  }
}
