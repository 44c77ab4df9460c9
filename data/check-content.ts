import { join } from 'node:path';
import { ContentError } from './content-errors.js';
import { loadKnowledge } from './knowledge/knowledge.js';
import { loadLanguage } from './language/language.js';
import { loadFieldWords } from './language/words.js';
import { loadOrganisations } from './organisations/organisations.js';
import { root } from './root.js';
import { loadSchemes } from './schemes/schemes.js';

/** `npm run check:content`: every scheme, every answer, the language and the organisations, with file, path and fault of what is wrong. */
try {
  const { schemes } = loadSchemes(process.argv[2] ?? join(root, 'data', 'schemes'));
  const answers = loadKnowledge(process.argv[3] ?? join(root, 'data', 'knowledge')).length;
  const ways = Object.values(loadLanguage(process.argv[4] ?? join(root, 'data', 'language')).commands).flat();
  loadFieldWords(process.argv[4] ?? join(root, 'data', 'language'));
  const known = loadOrganisations(join(root, 'data', 'organisations')).length;
  process.stdout.write(
    `Content is in order: ${schemes.size} scheme${schemes.size === 1 ? '' : 's'}, ${answers} answers, ${ways.length} ways of saying commands, ${known} organisations.\n`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`${error.faults.join('\n')}\n`);
  process.exitCode = 1;
}
