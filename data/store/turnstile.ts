/** Lets in one caller at a time under each key, in the order they came. Nobody waits for someone who came later. */
export class Turnstile {
  readonly #last = new Map<string, Promise<unknown>>();

  async enter<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = keys.map((key) => this.#last.get(key) ?? Promise.resolve());
    const mine = Promise.allSettled(before).then(work);
    const over = mine.catch(() => undefined);
    for (const key of keys) this.#last.set(key, over);
    try {
      return await mine;
    } finally {
      for (const key of keys) if (this.#last.get(key) === over) this.#last.delete(key);
    }
  }
}
