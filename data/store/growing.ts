import type { Json } from './store.js';

/** Kinds whose documents hold a list that only ever grows at its end, with the name of that list. */
export type GrowingLists = Readonly<Record<string, string>>;

/**
 * Such a list, held apart from the rest of its document: of a history of hundreds of entries a turn adds two, and
 * neither reads nor writes the others. Entries are frozen, since everyone who reads the document gets the same ones.
 */
export interface Growing {
  readonly name: string;
  readonly items: readonly Json[];
  /** Characters that the list has as text. */
  readonly size: number;
}

/** A document taken apart: its text without the list, and the list. */
export interface Apart {
  readonly json: string;
  readonly list?: Growing | undefined;
}

/**
 * Takes a document apart. Where its list is the one that is `held`, and perhaps more, the held entries are kept as they
 * are; of all others copies are made. Undefined for what is no JSON.
 */
export function takeApart(doc: Json, name: string | undefined, held?: Growing): Apart | undefined {
  const list = name === undefined ? undefined : listIn(doc, name);
  if (name === undefined || !list) {
    const json: string | undefined = JSON.stringify(doc);
    return json === undefined ? undefined : { json };
  }
  // A list that is not the held one grown longer is another one.
  const kept = held && growsFrom(list, held.items) ? held : { items: [] as Json[], size: 0 };
  const text = JSON.stringify(list.slice(kept.items.length));
  const added = (JSON.parse(text) as Json[]).map(frozen);
  return {
    json: JSON.stringify({ ...(doc as object), [name]: undefined }),
    list: { name, items: kept.items.concat(added), size: kept.size + text.length },
  };
}

/** The document whole again, the reader's own but for the entries of its list. */
export function putTogether({ json, list }: Apart): Json {
  const doc = JSON.parse(json) as Json;
  return list ? { ...(doc as object), [list.name]: [...list.items] } : doc;
}

/** The document as one text. */
export function textOf({ json, list }: Apart): string {
  if (!list) return json;
  const rest = json === '{}' ? '{' : `${json.slice(0, -1)},`;
  return `${rest}${JSON.stringify(list.name)}:${JSON.stringify(list.items)}}`;
}

/** The list of that name in a document, where there is one. */
export function listIn(doc: Json | undefined, name: string): Json[] | undefined {
  const list = (doc as { [key: string]: Json } | null | undefined)?.[name];
  return Array.isArray(list) ? list : undefined;
}

/** Does a list begin with all of another, the very same entries, so that only what follows need be told? */
export function growsFrom(list: readonly Json[], before: readonly Json[]): boolean {
  return before.every((item, i) => item === list[i]);
}

function frozen(item: Json): Json {
  if (typeof item !== 'object' || item === null) return item;
  for (const inner of Object.values(item)) frozen(inner as Json);
  return Object.freeze(item) as Json;
}
