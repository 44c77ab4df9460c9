import { strToU8, zipSync } from 'fflate';
import { Document, Packer, Paragraph } from 'docx';
import { PNG } from 'pngjs';

/** Real files, made as programs make them. */

export function wordFile(text = 'A job description'): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] }));
}

/** The smallest that every reader opens: one empty page. */
export function pdfFile(extra = 0): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]>>',
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = text.length;
  const lines = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 4\n0000000000 65535 f \n${lines}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(extra, '%')]);
}

export function pngFile(): Buffer {
  return PNG.sync.write(new PNG({ width: 2, height: 2 }));
}

export function excelFile(): Buffer {
  const parts = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'];
  return Buffer.from(zipSync(Object.fromEntries(parts.map((name) => [name, strToU8('<x/>')]))));
}

/** A Word file with a macro in it, under whatever name. */
export function macroFile(): Buffer {
  const parts = ['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'];
  return Buffer.from(zipSync(Object.fromEntries(parts.map((name) => [name, strToU8('x')]))));
}

/** What every scanner must find: the harmless test file of EICAR, in two parts, so that this source is none. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
