import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../../data/root.js';

/** What belongs to one round or to the knowledge, and so is said by their files only. */
const words =
  /north[ -]west|assistant practitioner|expression of interest|confirmation of support|four weeks/i;

/** Where answers about roles are worded, and how people's own words are understood: knowledge and language as code. */
const knowledge = [
  ...['dialogs/questions/', 'dialogs/understanding/', 'data/knowledge/', 'data/language/'],
  // The list of one region's organisations is named after it.
  'data/organisations/',
];

describe('the words of a round', () => {
  it('stand in the schemes and the knowledge, and nowhere in what the program says', () => {
    const found = ['bot', 'dialogs', 'workflows', 'data']
      .flatMap((room) =>
        readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(root, room, file),
        ),
      )
      .filter((file) => /\.(?:ts|html|js)$/.test(file))
      .map((file) => relative(root, file).replaceAll('\\', '/'))
      .filter((file) => !knowledge.some((folder) => file.startsWith(folder)))
      .flatMap((file) =>
        readFileSync(join(root, file), 'utf8')
          .split('\n')
          .flatMap((line, i) => (words.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])),
      );
    assert.deepEqual(found, []);
  });
});
