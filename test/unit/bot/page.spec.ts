import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../../data/root.js';
import { faultsIn, keptFaults } from '../../known-faults.js';

const bundle = readFileSync(join(root, 'dist', 'page', 'webchat.js'));
const installed = (name: string) =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;

describe('The page’s bundle', () => {
  it('is under 500 KB compressed', () => {
    const kilobytes = gzipSync(bundle).length / 1000;
    assert.ok(kilobytes < 500, `${kilobytes.toFixed(0)} KB`);
  });

  it('has nothing with a known fault of what reads what is said, and no speech, no other language', () => {
    const readers = ['sanitize-html', 'markdown-it', 'linkify-it'];
    const packages = Object.fromEntries(
      readers.map((name) => [`node_modules/${name}`, { version: installed(name) }]),
    );
    assert.deepEqual(faultsIn({ packages }, keptFaults()), []);
    const text = bundle.toString('utf8');
    assert.match(text, /Send/);
    for (const other of ['SpeechRecognizer', 'Senden', 'Envoyer', 'Wyślij'])
      assert.ok(!text.includes(other), other);
  });
});
