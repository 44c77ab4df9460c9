import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../../data/root.js';

const bundle = readFileSync(join(root, 'dist', 'page', 'webchat.js'));
const installed = (name: string) =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;

describe('The page’s bundle', () => {
  it('is under 500 KB compressed', () => {
    const kilobytes = gzipSync(bundle).length / 1000;
    assert.ok(kilobytes < 500, `${kilobytes.toFixed(0)} KB`);
  });

  it('has the fixed sanitize-html, and no speech, no other language', () => {
    const [major = 0, minor = 0] = installed('sanitize-html').split('.').map(Number);
    assert.ok(major > 2 || (major === 2 && minor >= 17), installed('sanitize-html'));
    const text = bundle.toString('utf8');
    assert.match(text, /Send/);
    for (const other of ['SpeechRecognizer', 'Senden', 'Envoyer', 'Wyślij'])
      assert.ok(!text.includes(other), other);
  });
});
