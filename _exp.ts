import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { trainClassifier } from './dialogs/understanding/classifier.js';
import { lexiconOf } from './dialogs/understanding/terms.js';
import { intentExamples, answerExamples } from './dialogs/understanding/intent-examples.js';
const ex = [...intentExamples.map((e) => ({ label: e.intent as string, text: e.text })), ...answerExamples.map((text) => ({ label: 'answer', text }))];
const lexicon = lexiconOf(ex.map((e) => e.text));
const tune = parse(readFileSync('./test/eval/utterances.yaml', 'utf8')).filter((e: any) => e.part === 'tune' && !['answer', 'question', 'unclear'].includes(e.intent));
for (const o of [{}, { letters: 0 }, { letters: 0.4 }, { pairs: 0.8 }, { pairs: 0.2 }, { flatten: 0.7 }, { flatten: 1 }, { flatten: 0.3 }, { keepStops: false }]) {
  const opt = { lexicon, keepStops: true, ...o }; let ok = 0, n = 0; const K = 5;
  for (let f = 0; f < K; f++) { const c = trainClassifier(ex.filter((_, i) => i % K !== f), opt); ex.forEach((e, i) => { if (i % K === f) { n++; if (c.rank(e.text)[0]?.label === e.label) ok++; } }); }
  const t = Date.now(); const c = trainClassifier(ex, opt); const ms = Date.now() - t; let tk = 0; const bad: string[] = []; for (const u of tune) { const r = c.rank(u.text); if (r[0]?.label === u.intent) tk++; else bad.push(`${u.text}: ${u.intent} got ${r.slice(0, 2).map((x) => x.label + ' ' + x.score.toFixed(2))}`); }
  console.log(JSON.stringify(o), (ok / n).toFixed(3), tk, '/', tune.length, ms + 'ms'); if (Object.keys(o).length === 0) console.log(bad.join('\n'));
}
