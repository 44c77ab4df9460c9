import type { FileType } from '../../../workflows/attached-file.js';
import { cleanLine } from '../../../dialogs/documents/document-model.js';

/**
 * What a file is, by what is in it: a name says what somebody wants it to be. A package of Office is told by the parts
 * that it has; one that holds macros or another program is none that is taken.
 */
export function kindOf(bytes: Buffer): FileType | undefined {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (bytes.subarray(0, 8).equals(png)) return 'png';
  if (bytes.subarray(0, 3).equals(jpg)) return 'jpg';
  if (!bytes.subarray(0, 4).equals(zip)) return undefined;
  const parts = partsOf(bytes);
  if (!parts.includes('[Content_Types].xml') || parts.some((name) => program.test(name))) return undefined;
  if (parts.includes('word/document.xml')) return 'docx';
  return parts.includes('xl/workbook.xml') ? 'xlsx' : undefined;
}

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpg = Buffer.from([0xff, 0xd8, 0xff]);
const zip = Buffer.from('PK\x03\x04', 'latin1');
const program = /vbaProject|activeX|\.(?:bin|exe|dll|js|vbs)$/i;

/** Names of the entries of a zip, from its directory; nothing is unpacked. None where it is not whole. */
function partsOf(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return [];
  const [count, names] = [bytes.readUInt16LE(end + 10), [] as string[]];
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || bytes.toString('latin1', at, at + 4) !== 'PK\x01\x02') return [];
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
};

/** Characters: any system of files takes it, and a line of the form has room for it. */
const longestName = 100;

/** A name that is no path and ends in what the file is: "cv.pdf.exe" that is a PDF is "cv.pdf.exe.pdf". */
export function fileName(name: string, kind: FileType): string {
  const clean = cleanLine(name)
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/^[.\s]+/, '')
    .trim();
  const ending = kind === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${kind}$`, 'i');
  const stem = clean.replace(ending, '').slice(0, longestName).trim() || 'file';
  return `${stem}.${kind}`;
}
