import { timingSafeEqual } from 'node:crypto';

/** Compares secrets. */

/** Equal or not, in a time that does not tell how much of it was right. */
export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
