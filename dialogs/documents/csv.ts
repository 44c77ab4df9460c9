/** A leading one of these makes Excel, or LibreOffice, run the cell as a formula; the wide forms do so in some locales. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Rows as RFC 4180 CSV, the first being the head: CRLF lines, quotes where needed, and a byte-order mark, without
 * which Excel reads UTF-8 as another alphabet. A cell that a spreadsheet would run (= + - @, a tab, a line break at its
 * start) gets an apostrophe before it, so "-3" comes out as "'-3".
 */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return '\ufeff' + rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(text: string): string {
  const plain = text.replaceAll('\u0000', '');
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
