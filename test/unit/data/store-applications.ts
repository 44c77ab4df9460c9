import type { Json, Lookup, Write } from '../../../data/store/store.js';

/** A record like the product's, for the tests of stores. */
export interface TestApplication {
  readonly people: readonly string[];
  readonly due?: string;
  readonly note?: string;
}

/** Look-ups like the product's. */
export const testLookups: readonly Lookup[] = [
  { name: 'by-person', kind: 'application', keys: (doc: TestApplication) => doc.people },
  { name: 'due', kind: 'application', keys: (doc: TestApplication) => (doc.due ? [doc.due] : []) },
];

export function application(id: string, doc: TestApplication): Write & { doc: Json } {
  return { kind: 'application', id, doc: { ...doc, people: [...doc.people] } };
}
