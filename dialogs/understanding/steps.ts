/** Long work in pieces of some milliseconds: at each `yield` somebody else may have a turn. */
export type Steps<T> = Generator<undefined, T>;

/** All at once, for whoever cannot wait. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
