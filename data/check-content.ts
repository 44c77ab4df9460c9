import { join } from 'node:path';
import { ContentError } from './content-errors.js';
import { loadKnowledge } from './knowledge/knowledge.js';
import { loadLanguage } from './language/language.js';
import { root } from './root.js';
import { loadSchemes } from './schemes/schemes.js';

/** `npm run check:content`: every scheme, every answer and the language, with file, path and fault of what is wrong. */
try {
  const { schemes, faults, warnings } = loadSchemes(process.argv[2] ?? join(root, 'data', 'schemes'));
  for (const warning of warnings) process.stderr.write(`Please look at this: ${warning}\n`);
  if (faults.length > 0) throw new ContentError(faults);
  const answers = loadKnowledge(process.argv[3] ?? join(root, 'data', 'knowledge')).length;
  const ways = Object.values(loadLanguage(process.argv[4] ?? join(root, 'data', 'language')).commands).flat();
  process.stdout.write(
    `Content is in order: ${schemes.size} scheme${schemes.size === 1 ? '' : 's'}, ${answers} answers, ${ways.length} ways of saying commands.\n`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`${error.faults.join('\n')}\n`);
  process.exitCode = 1;
}
