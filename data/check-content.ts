import { join } from 'node:path';
import { ContentError } from './content-errors.js';
import { loadKnowledge, longUnchecked, schemeFaults } from './knowledge/knowledge.js';
import { loadLanguage } from './language/language.js';
import { loadVocabulary } from './language/vocabulary.js';
import { loadFieldWords } from './language/words.js';
import { loadOrganisations } from './organisations/organisations.js';
import { loadComparisons } from './roles/comparison.js';
import { root } from './root.js';
import { loadSchemes } from './schemes/schemes.js';

/** `npm run check:content`: every scheme, every answer, the language and the organisations, with file, path and fault of what is wrong. */
try {
  const { schemes, faults, warnings } = loadSchemes(process.argv[2] ?? join(root, 'data', 'schemes'));
  for (const warning of warnings) process.stderr.write(`Please look at this: ${warning}\n`);
  if (faults.length > 0) throw new ContentError(faults);
  const knowledge = process.argv[3] ?? join(root, 'data', 'knowledge');
  const answers = loadKnowledge(knowledge);
  const unknown = schemeFaults(
    answers,
    [...schemes.values()].map(({ id }) => id),
  );
  if (unknown.length > 0) throw new ContentError(unknown);
  loadComparisons(join(root, 'data', 'roles'), join(knowledge, 'sources.yaml'));
  const ways = Object.values(loadLanguage(process.argv[4] ?? join(root, 'data', 'language')).commands).flat();
  loadFieldWords(process.argv[4] ?? join(root, 'data', 'language'));
  loadVocabulary(process.argv[4] ?? join(root, 'data', 'language'));
  const known = loadOrganisations(join(root, 'data', 'organisations')).length;
  process.stdout.write(
    `Content is in order: ${schemes.size} scheme${schemes.size === 1 ? '' : 's'}, ${answers.length} answers, ${ways.length} ways of saying commands, ${known} organisations.\n`,
  );
  const old = longUnchecked(answers, new Date().toISOString().slice(0, 7));
  if (old.length > 0)
    process.stdout.write(
      `Last held against their sources a year ago or more, oldest first:\n${old.map(({ checked, id }) => `  ${checked}  ${id}\n`).join('')}`,
    );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`${error.faults.join('\n')}\n`);
  process.exitCode = 1;
}
