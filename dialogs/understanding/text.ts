/** Of the few texts looked at last: everything that hears a message asks for it again. */
const normalised = new Map<string, string>();
const mostNormalised = 16;

/** Words as they are compared: lower case, no accents or punctuation, single spaces. */
export function normalise(text: string): string {
  const known = normalised.get(text);
  if (known !== undefined) return known;
  const plain = normaliseAnew(text);
  if (normalised.size >= mostNormalised) normalised.clear();
  normalised.set(text, plain);
  return plain;
}

function normaliseAnew(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}@.+&]+/gu, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a person meant to type: control characters are spaces, invisible ones go but those that join an emoji. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replace(
      /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu,
      '',
    )
    .replace(/[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Markdown that a person typed is shown as typed: it can neither make a link nor a heading. */
export function quoted(text: string): string {
  return text.replace(/([\\`*_[\]<>#|~])/g, '\\$1');
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** Edits between two short words: insert, drop, change, swap neighbours. Stops counting above `limit`. */
export function editDistance(a: string, b: string, limit = 2): number {
  if (Math.abs(a.length - b.length) > limit || strays(a, b, limit) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    // A row is at most one better than the one before it, so from here none is good enough.
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** Letters of `a` that are nowhere near in `b`. Each needs an edit of its own, so most words are told apart by this. */
function strays(a: string, b: string, limit: number): number {
  let found = 0;
  for (let i = 0; i < a.length && found <= limit; i++) {
    const at = b.indexOf(a[i] ?? '', Math.max(0, i - limit));
    if (at < 0 || at > i + limit) found++;
  }
  return found;
}

/** Is this a slip of the finger away? One edit from five letters on, two from nine. */
export function looksLike(said: string, meant: string): boolean {
  if (said === meant) return true;
  const limit = meant.length >= 9 ? 2 : meant.length >= 5 ? 1 : 0;
  return limit > 0 && editDistance(said, meant, limit) <= limit;
}
