import { join } from 'node:path';
import { lookupsOf } from '../../bot/turn/records.js';
import { root } from '../../data/root.js';
import { loadSchemes, schemesOf, type Schemes } from '../../data/schemes/schemes.js';
import type { Scheme } from '../../workflows/scheme.js';

/** Tests name the round that they mean: one that is added breaks none of them. */

const bundled = loadSchemes(join(root, 'data', 'schemes'));

function named(id: string, version: number): Scheme {
  const scheme = bundled.schemes.get(`${id}@${version}`);
  if (!scheme) throw new Error(`There is no scheme ${id}@${version}`);
  return scheme;
}

/** The North West's round of the bundled rules. */
export const northWest = named('north-west', 1);
/** That round and no other, as the program holds it. */
export const schemes = schemesOf([northWest]);
export const lookups = lookupsOf(bundled);

/** The North West's round with something in it changed. */
export function changed(change: Partial<Scheme>): { scheme: Scheme; schemes: Schemes } {
  const scheme = { ...northWest, ...change };
  return { scheme, schemes: schemesOf([scheme]) };
}
