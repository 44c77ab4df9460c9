import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultDeserializer, serialize } from 'node:v8';
import { loadKnowledge } from '../../data/knowledge/knowledge.js';
import { loadLanguage, loadLists, loadPhrases } from '../../data/language/language.js';
import { loadComparisons } from '../../data/roles/comparison.js';
import { root } from '../../data/root.js';
import type { Mind } from '../../dialogs/conversation.js';
import { learnMindInSteps, mindOf, type LearnedMind } from '../../dialogs/questions/mind.js';
import { Phrases } from '../../dialogs/understanding/commands.js';
import { Ear } from '../../dialogs/understanding/status.js';
import type { Steps } from '../../dialogs/understanding/steps.js';

/*
 * Learning takes some seconds, so it is done once for what there is to learn from, by `npm run build`, and what was
 * learnt is kept in `dist/`. Whoever starts with other files learns anew, in pieces between turns.
 */

export interface OpenMind extends Mind {
  /** For a turn, which cannot hold everybody up: whoever needs it before all is known gets {@link StillLearning}. */
  readonly now: Mind;
  /** Recalls or learns in pieces of some milliseconds, with turns in between. @throws what reading the files throws. */
  learn(): Promise<void>;
}

const knowledgeFolder = join(root, 'data', 'knowledge');
const rolesFolder = join(root, 'data', 'roles');
const languageFolder = join(root, 'data', 'language');

/** Thrown to a turn that needs what is not known yet: wait for `learn`, then take the turn again. */
export class StillLearning extends Error {
  readonly code = 'STILL_LEARNING';
}

/** Knows at once what was learnt before; whoever asks earlier than `learn` is done waits for the rest of it. */
export function openMind(): OpenMind {
  let mind: Mind | undefined;
  // Read as they stand, and known at once.
  const words = {
    ear: new Ear(loadLists(languageFolder)),
    phrases: new Phrases(loadPhrases(languageFolder)),
    comparisons: loadComparisons(rolesFolder, join(knowledgeFolder, 'sources.yaml')),
  };
  const opening = (function* (): Steps<void> {
    mind = { ...mindOf(yield* recallOrLearn()), ...words };
  })();
  const known = (): Mind => {
    while (!mind && !opening.next().done);
    if (!mind) throw new Error('The knowledge could not be read');
    return mind;
  };
  return {
    ...words,
    get knowledge() {
      return known().knowledge;
    },
    get router() {
      return known().router;
    },
    get now() {
      return mind ?? { ...words, knowledge: whenLearnt(), router: whenLearnt() };
    },
    async learn() {
      while (!opening.next().done) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** Stands for what is not learnt: whoever asks anything of it gets {@link StillLearning}. */
function whenLearnt<T extends object>(): T {
  return new Proxy({} as T, {
    get() {
      throw new StillLearning();
    },
  });
}

function* recallOrLearn(): Steps<LearnedMind> {
  const file = join(root, 'dist', `mind-${fingerprint()}.bin`);
  const before = recall(file);
  if (before) return before;
  const entries = loadKnowledge(knowledgeFolder);
  const learned = yield* learnMindInSteps({ entries, language: loadLanguage(languageFolder) });
  keep(file, learned);
  return learned;
}

function recall(file: string): LearnedMind | undefined {
  try {
    const kept = new Recalling(readFileSync(file));
    kept.readHeader();
    return kept.readValue() as LearnedMind;
  } catch {
    // Not there, or kept by another version of Node: it is learnt anew.
    return undefined;
  }
}

/** As `deserialize`, but its arrays are their own: one that only looks into the file keeps all of it in memory. */
class Recalling extends DefaultDeserializer {
  constructor(private readonly file: Buffer) {
    super(file);
  }

  _readHostObject(): unknown {
    const { _readHostObject: read } = DefaultDeserializer.prototype as unknown as {
      _readHostObject(): Float32Array;
    };
    const part = read.call(this);
    return part.buffer === this.file.buffer ? part.slice() : part;
  }
}

/** In place at once or not at all, instead of what was kept of other files. A folder that is read-only keeps nothing. */
function keep(file: string, learned: LearnedMind): void {
  const folder = dirname(file);
  const isOurs = (name: string) => name.startsWith(`mind-${sourceKind}`);
  try {
    mkdirSync(folder, { recursive: true });
    const before = readdirSync(folder).filter(isOurs);
    writeFileSync(`${file}.new`, serialize(learned));
    renameSync(`${file}.new`, file);
    for (const name of before) rmSync(join(folder, name), { force: true });
  } catch {
    // It is learnt anew next time.
  }
}

/** Sources as they are written, or compiled: each keeps what it learnt for itself. */
const sourceKind = fileURLToPath(import.meta.url).endsWith('.ts') ? 'ts' : 'js';

/** Lists of words that nothing is learnt from. */
const readAsTheyStand = new Set(['cues.yaml', 'facts.yaml', 'phrases.yaml', 'words.yaml']);

/** Everything that what is learnt depends on: the files, and the code that learns from them, but no wording beside it. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of [knowledgeFolder, languageFolder])
    for (const name of readdirSync(folder).sort())
      if (name.endsWith('.yaml') && !readAsTheyStand.has(name))
        hash.update(name).update(readFileSync(join(folder, name)));
  const extension = sourceKind === 'ts' ? '.ts' : '.js';
  const learning = join(
    dirname(fileURLToPath(import.meta.url)),
    '..',
    '..',
    'dialogs',
    'questions',
    `mind${extension}`,
  );
  for (const file of [...importsOf(learning, extension)].sort()) hash.update(readFileSync(file));
  return `${sourceKind}-${hash.digest('hex').slice(0, 16)}`;
}

/** A module of ours and all that it imports when it runs: what is imported as a type is not there then. */
function importsOf(file: string, extension: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type)[^;]*? from '(\.[^']+)\.js';/gm,
  ))
    importsOf(join(dirname(file), `${path}${extension}`), extension, found);
  return found;
}
