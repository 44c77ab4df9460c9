import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../../data/root.js';

/** Characters. What is longer is a list of words, and those stand in data files. */
const longest = 200;
/** Words in a row, as they are said: a sentence is an example, and those are learnt from. */
const sentence = /[a-z]+(?: [a-z]+){4,}/;

describe('patterns of dialogs/', () => {
  const files = readdirSync(join(root, 'dialogs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const patterns = files.flatMap((name) => {
    const file = ts.createSourceFile(
      name,
      readFileSync(join(root, 'dialogs', name), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const placeOf = (node: ts.Node): string =>
      `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const found: { where: string; text: string }[] = [];
    const look = (node: ts.Node): void => {
      const isMade = ts.isNewExpression(node) && node.expression.getText() === 'RegExp';
      // One that is put together of named pieces is as long as its longest piece.
      if (isMade)
        node
          .getText()
          .split(/`|\$\{\w+\}/)
          .forEach((text) => found.push({ where: placeOf(node), text }));
      if (ts.isRegularExpressionLiteral(node)) found.push({ where: placeOf(node), text: node.getText() });
      ts.forEachChild(node, look);
    };
    look(file);
    return found;
  });

  it('are found', () => {
    assert.ok(patterns.length > 100, `${patterns.length} found`);
  });

  it('are short', () => {
    assert.deepEqual(
      patterns.filter(({ text }) => text.length > longest).map(({ where }) => where),
      [],
    );
  });

  it('hold no sentence', () => {
    assert.deepEqual(
      patterns.filter(({ text }) => sentence.test(text)).map(({ where }) => where),
      [],
    );
  });
});
