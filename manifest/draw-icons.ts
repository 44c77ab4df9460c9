/**
 * Makes the two icons of the Teams app, which must be PNGs, from their SVGs, with the browser that the tests use. Run it
 * after a change: `npx tsx manifest/draw-icons.ts`. The PNGs are checked in, so that packaging draws nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';

const here = fileURLToPath(import.meta.url);

export const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
] as const;

/** The PNGs, by their names. */
export async function drawIcons(): Promise<Map<string, Buffer>> {
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const drawn = new Map<string, Buffer>();
    for (const { name, size } of icons) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const svg = readFileSync(join(dirname(here), `${name}.svg`), 'utf8');
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
      const png = PNG.sync.read(await page.screenshot({ omitBackground: true }));
      // A pixel that is hardly drawn stays white: the store wants no other colour in the outline icon.
      if (name === 'outline') for (let at = 0; at < png.data.length; at += 4) png.data.fill(255, at, at + 3);
      drawn.set(name, PNG.sync.write(png));
      await page.close();
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === here)
  for (const [name, png] of await drawIcons()) writeFileSync(join(dirname(here), `${name}.png`), png);
