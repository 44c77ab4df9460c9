/** Lets in one caller at a time under each key, in the order they came. Nobody waits for someone who came later. */
export class Turnstile {
  readonly #last = new Map<string, Promise<unknown>>();

  async enter<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    // None of them fails: each is the end of some work, however it ended.
    const mine = Promise.all(keys.flatMap((key) => this.#last.get(key) ?? [])).then(work);
    const over = mine.then(nothing, nothing);
    for (const key of keys) this.#last.set(key, over);
    try {
      return await mine;
    } finally {
      for (const key of keys) if (this.#last.get(key) === over) this.#last.delete(key);
    }
  }
}

function nothing(): void {
  // What came of the work is for whoever asked for it.
}
