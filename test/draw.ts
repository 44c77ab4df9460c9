import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../data/root.js';
import { northWest as current } from './support/schemes.js';
import { machineFor } from '../workflows/application.js';
import { drawMachine } from '../workflows/diagram.js';

/** The README's drawing of the application machine. `npm run diagram` writes it, a test holds that it is current. */
const begins = '<!-- application machine: written by npm run diagram -->';
const ends = '<!-- end of the drawing -->';

export const readme = join(root, 'README.md');

export function currentDrawing(): string {
  return `\n\`\`\`mermaid\n${drawMachine(machineFor(current))}\n\`\`\`\n`;
}

export function drawingIn(text: string): string {
  return text.slice(text.indexOf(begins) + begins.length, text.indexOf(ends));
}

if (process.argv[2] === '--write') {
  const text = readFileSync(readme, 'utf8');
  const [before = '', after = ''] = [
    text.slice(0, text.indexOf(begins) + begins.length),
    text.slice(text.indexOf(ends)),
  ];
  writeFileSync(readme, before + currentDrawing() + after);
}
