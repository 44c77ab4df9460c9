/**
 * The same pure function, with its last result kept: a turn asks the same thing many times over. Only the last, and
 * compared by identity, so for what is never changed in place. A WeakMap would keep the results of all, since young
 * objects that old tables name live until memory is searched from end to end.
 */
export function keepingResult<A extends readonly unknown[], R>(work: (...given: A) => R): (...given: A) => R {
  let last: { readonly given: A; readonly result: R } | undefined;
  return (...given) => {
    if (!last?.given.every((one, i) => one === given[i])) last = { given, result: work(...given) };
    return last.result;
  };
}
