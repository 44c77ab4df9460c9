import { build } from 'esbuild';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * The page's bundle, made from Web Chat's own sources: what the page uses, in English, with the versions of the lock
 * file. Web Chat's ready-made bundle carries a speech SDK, fifty languages and an old sanitize-html.
 */

const nothing = 'nothing';

/** What stands in for modules that are there for what the page does not do. */
const unused = {
  // The streams of the App Service extension.
  './directLineStreaming': '',
  // Carousels in cards; styles in what is typed, which are never let through.
  ...{ swiper: '', 'swiper/modules': '', postcss: '' },
  // Files to be sent, whose kinds are asked for by this method.
  mime: 'module.exports = { getType: () => null };',
};

/** A few modules come without what their install script would make of these. */
const unmade = { 'p-defer-es5': 'p-defer', 'markdown-it-attrs-es5': 'markdown-it-attrs' };

/** Where Web Chat's packages keep their sources: only from these can what is unused be left out. */
const sources = {
  'botframework-webchat-component': 'index.ts',
  'botframework-webchat-component/internal': 'internal.ts',
  'botframework-webchat-api': 'index.ts',
  'botframework-webchat-api/internal': 'internal.ts',
  'botframework-webchat-api/decorator': 'decorator/index.ts',
  'botframework-webchat-core': 'index.ts',
};

const page = dirname(fileURLToPath(import.meta.url));
const root = join(page, '..', '..', '..', '..');
const modules = join(root, 'node_modules');
const outfile = join(root, 'dist', 'page', 'webchat.js');
const madeFrom = [
  ...['bundle.js', 'england.js', 'web-chat.js'].map((name) => join(page, name)),
  join(modules, '.package-lock.json'),
];

/** Makes it, unless it is newer than all that it is made from. */
export async function bundlePage() {
  const built = statSync(outfile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (madeFrom.every((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < built)) return;
  const { version } = JSON.parse(readFileSync(join(modules, 'botframework-webchat', 'package.json'), 'utf8'));
  const webChat = {
    name: 'web-chat',
    setup(building) {
      const resolve = (filter, to) => building.onResolve({ filter }, to);
      resolve(/^botframework-webchat\/src\//, ({ path }) => ({ path: withEnding(join(modules, path)) }));
      resolve(/^botframework-webchat-(?:api|component|core)(?:\/\w+)?$/, ({ path }) => ({
        path: join(modules, path.split('/')[0], 'src', sources[path]),
      }));
      resolve(/^(?:p-defer|markdown-it-attrs)-es5$/, ({ path, resolveDir, kind }) =>
        building.resolve(unmade[path], { resolveDir, kind }),
      );
      resolve(/./, ({ path }) => (path in unused ? { path, namespace: nothing } : undefined));
      building.onLoad({ filter: /./, namespace: nothing }, ({ path }) => ({ contents: unused[path] }));
      // The only language is English.
      building.onLoad({ filter: /webchat-api\/src\/localization\/.+\.json$/ }, ({ path }) =>
        /(?:en-US|overrides)\.json$/.test(path) ? undefined : { contents: '{}', loader: 'json' },
      );
      building.onLoad({ filter: /webchat-api\/src\/external\/PrecompiledGlobalize\.js$/ }, () => ({
        contents: readFileSync(join(page, 'england.js'), 'utf8'),
      }));
      // A button of a card sends an answer: it is not one that stays pressed, and is not said to be.
      building.onLoad({ filter: /useActionShouldBePushButtonModEffect\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const plain = source.replaceAll(/'aria-pressed', '(?:true|false)'/g, "'aria-pressed', false");
        if (plain === source) throw new Error(`${path} is not as it was: are card buttons plain?`);
        return { contents: plain, loader: 'ts' };
      });
    },
  };
  await build({
    entryPoints: [join(page, 'web-chat.js')],
    outfile,
    plugins: [webChat],
    ...{ bundle: true, minify: true, format: 'iife', target: 'es2022', logLevel: 'warning' },
    ...{ legalComments: 'eof', loader: { '.js': 'jsx' } },
    define: {
      global: 'globalThis',
      'process.env': '{}',
      'process.env.NODE_ENV': '"production"',
      'process.env.build_tool': '"esbuild"',
      'process.env.module_format': '"iife"',
      'process.env.npm_package_version': JSON.stringify(version),
    },
  });
}

function withEnding(path) {
  return path + (['.ts', '.tsx', '.js'].find((ending) => existsSync(path + ending)) ?? '');
}
